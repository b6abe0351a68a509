namespace ExsLint.Cli.Tests.Situations;

/// <summary>What people meet who check configurations: the files they have, and the lines and the exit code they get.</summary>
public sealed class ConfigSituationTests
{
    private const string Endpoint = "config :pleroma, Pleroma.Web.Endpoint, ";
    private const string Secure = Endpoint + "url: [host: \"a.example\", scheme: \"https\"], http: [ip: {127, 0, 0, 1}], "
        + "secure_cookie_flag: true\nconfig :pleroma, :http_security, enabled: true, sts: true, referrer_policy: "
        + "\"same-origin\"\nconfig :pleroma, Pleroma.Upload, base_url: \"https://media.example/\"\n";

    [Fact]
    public void An_export_that_the_instance_lacks_is_no_error_though_git_ignores_its_name()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in new[] { ".gitignore", "config/config.exs", "config/prod.exs", "config/prod.secret.exs" })
        {
            folder.Write(file, Repository.Read("docs/examples/akkoma/" + file));
        }

        folder.Write(
            "config/prod.exs",
            Repository.Read("docs/examples/akkoma/config/prod.exs")
                .Replace("\"./config/prod.exported", "\"config/prod.exported", StringComparison.Ordinal));
        var outcome = Exslint.Run(folder, "check");
        Assert.DoesNotContain("[config-error]", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("[layer-unknown]", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(
            ": warning: No Strict-Transport-Security header is sent, because 'sts' is not set", outcome.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("config")]
    [InlineData("fix")]
    public void A_config_folder_without_the_rest_of_its_project_is_no_trouble(string command)
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/config.exs", "import Config\nconfig :my_app, port: System.get_env(\"PORT\")\n");
        folder.Write("config/runtime.exs", "import Config\nconfig :my_app, mail: MyApp.Mail.options()\n");
        Assert.DoesNotContain("mix.exs", Exslint.Run(folder, command).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_override_file_is_judged_by_what_it_says()
    {
        using var folder = new TemporaryFolder();
        folder.Write("compose.yaml", "services: {}\n");
        folder.Write("config-override.exs", "import Config\n\nconfig :pleroma, :instance, name: \"A\"\n");
        var quiet = Exslint.Run(folder, "check");
        Assert.DoesNotContain("akkoma-", quiet.Output, StringComparison.Ordinal);
        Assert.Equal(0, quiet.ExitCode);

        folder.Write("config-override.exs", "import Config\n\nconfig :pleroma, :http_security, sts: false\n");
        var faulty = Exslint.Run(folder, "check");
        Assert.StartsWith("config-override.exs:3:39: warning: ", faulty.Output, StringComparison.Ordinal);
        Assert.Equal(1, faulty.ExitCode);
    }

    [Fact]
    public void An_application_of_an_umbrella_that_has_an_old_config_folder_gets_one_notice()
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/config.exs", "import Config\n" + Secure);
        folder.Write(
            "apps/a/mix.exs",
            "defmodule A.MixProject do\n  def project, do: [app: :a, config_path: \"../../config/config.exs\"]\nend\n");
        folder.Write(
            "apps/a/config/config.exs", "import Config\n" + Endpoint + "secure_cookie_flag: false\nimport_config \"gone.exs\"\n");
        folder.Write("apps/a/config/prod.exs", Samples.Faulty);
        foreach (var arguments in new string[][] { ["check"], ["check", "apps/a"], ["check", "apps/a/config/config.exs"] })
        {
            var outcome = Exslint.Run(folder, arguments);
            var line = Assert.Single(outcome.Output.Split('\n'), line => line.StartsWith("apps/a/", StringComparison.Ordinal));
            Assert.Equal(
                "apps/a/config/config.exs:1:1: notice: Nothing in this folder is read, because 'config_path' names "
                + "'../../config/config.exs' instead; what it sets is not judged. [config-unread]",
                line);
            Assert.Equal(0, outcome.ExitCode);
        }
    }

    [Fact]
    public void Names_in_a_file_that_no_project_reads_are_one_notice()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "rel/template.exs", "import Config\nconfig :shop, host: host, port: port\nconfig :shop, Shop.Repo, url: url\n");
        folder.Write("rel/hooks/pre_start.exs", "for app <- apps do\n  start(app)\nend\n");
        var outcome = Exslint.Run(folder, "check");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(
            "rel/template.exs:2:21: notice: No project reads this file, and nothing in it defines 'host': whatever reads it has "
                + "to define its names. [config-error]",
            Assert.Single(outcome.Output.Split('\n'), line => line.StartsWith("rel/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("check", "prd", "'prod' may be meant")]
    [InlineData("config", "stagin", "'staging' may be meant")]
    [InlineData("fix", "PROD", "there are dev, prod, staging, test\n")]
    public void An_environment_that_no_project_knows_is_an_error(string command, string environment, string hint)
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "config/config.exs",
            "import Config\n" + Endpoint + "secure_cookie_flag: false\nimport_config \"#{config_env()}.exs\"\n");
        folder.Write("config/prod.exs", "import Config\n");
        folder.Write("config/staging.exs", "import Config\n");
        var before = File.ReadAllText(folder.PathOf("config/config.exs"));
        var outcome = Exslint.Run(folder, command, "--env", environment);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith(
            $"exslint: error: no configuration knows the environment '{environment}' of --env: there are dev, prod, staging, "
                + $"test", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(hint, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(folder.PathOf("config/config.exs")));
        Assert.NotEqual(2, Exslint.Run(folder, command, "--env", "staging").ExitCode);
        Assert.NotEqual(2, Exslint.Run(folder, command, "--env", "test").ExitCode);
    }

    [Fact]
    public void An_environment_matters_to_configurations_only()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.service", "[Service]\nExecStart=/bin/true\n");
        Assert.Equal(0, Exslint.Run(folder, "check", "--env", "nowhere").ExitCode);
    }

    [Theory]
    [InlineData("{:ok, ip} = :inet.parse_address(String.to_charlist(System.get_env(\"IP\") || \"0.0.0.0\"))")]
    [InlineData("{:ok, ip} = \"IP\" |> System.get_env(\"0.0.0.0\") |> String.to_charlist() |> :inet.parse_address()")]
    public void An_insecure_default_is_seen_behind_a_pattern(string statement)
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/config.exs", "import Config\n" + Secure);
        folder.Write("config/runtime.exs", $"import Config\n{statement}\n{Endpoint}http: [ip: ip]\n");
        var outcome = Exslint.Run(folder, "check");
        Assert.Contains(
            "config/runtime.exs:2:13: warning: The server listens on all interfaces, because 'ip' is '{0, 0, 0, 0}'; this is "
                + "the default that holds while 'IP' is not set. [akkoma-http-ip]\n",
            outcome.Output,
            StringComparison.Ordinal);
        Assert.Equal(1, outcome.ExitCode);
    }

    [Fact]
    public void Of_two_addresses_the_last_is_bound()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "config/config.exs",
            "import Config\n" + Secure + Endpoint + "http: [ip: {127, 0, 0, 1}, port: 1, ip: {0, 0, 0, 0}]\n");
        Assert.Contains("[akkoma-http-ip]", Exslint.Run(folder, "check").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("config/runtime.exs")]
    [InlineData("config/releases.exs")]
    [InlineData("config/prod.exported_from_db.secret.exs")]
    [InlineData("prod.exported_from_db.secret.exs")]
    public void An_instance_may_be_one_file_that_nobody_writes_settings_to(string path)
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            path,
            "import Config\n" + Endpoint + "url: [host: \"a.example\"], secure_cookie_flag: false, http: [ip: {0, 0, 0, 0}]\n");
        foreach (var command in new[] { "check", "fix" })
        {
            var outcome = Exslint.Run(folder, command);
            Assert.DoesNotContain("internal error", outcome.Error, StringComparison.Ordinal);
            Assert.Contains("[akkoma-http-ip]", outcome.Output, StringComparison.Ordinal);
            Assert.Equal(1, outcome.ExitCode);
        }
    }

    [Theory]
    [InlineData("mix.exs", "defmodule A.MixProject do\n  def project, do: [app: :a]\nend\n", "configures nothing")]
    [InlineData("priv/repo/seeds.exs", "A.Repo.insert!(%A{})\n", "configures nothing")]
    [InlineData("config/dev.exs", "import Config\nconfig :a, b: 1\n", "read in another environment; --env dev judges it")]
    public void A_named_file_that_is_not_judged_is_said_to_be_so(string path, string text, string why)
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/config.exs", "import Config\nimport_config \"#{config_env()}.exs\"\n");
        folder.Write("config/prod.exs", "import Config\n");
        folder.Write(path, text);
        var outcome = Exslint.Run(folder, "check", path);
        Assert.Contains($"exslint: notice: not judged: {path} ({why})\n", outcome.Closing, StringComparison.Ordinal);
        Assert.Equal(0, outcome.ExitCode);
    }

    [Theory]
    [InlineData("for f <- Path.wildcard(\"config/*.secret.exs\"), do: import_config(Path.basename(f))")]
    [InlineData("import_config System.fetch_env!(\"EXTRA\")")]
    [InlineData("MyApp.configure_runtime()")]
    public void What_may_configure_and_is_not_seen_is_said(string statement)
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/config.exs", "import Config\n" + Secure + statement + "\n");
        var outcome = Exslint.Run(folder, "check");
        var line = Assert.Single(outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(": notice: What is configured here is not known: '", line, StringComparison.Ordinal);
        Assert.EndsWith("[layer-unknown]", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_in_a_project_s_folder_that_it_does_not_import_are_not_passed_over_in_silence()
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/config.exs", "import Config\n" + Secure + "import_config \"#{config_env()}.exs\"\n");
        foreach (var name in new[] { "prod", "dev", "test", "staging", "docker" })
        {
            folder.Write($"config/{name}.exs", "import Config\nconfig :pleroma, :http_security, sts: true\n");
        }

        Assert.Equal("exslint: notice: No findings in 6 files.\n", Exslint.Run(folder, "check").Closing);
        folder.Write("config/config.exs", "import Config\n" + Secure + "import_config \"prod.exs\"\n");
        Assert.StartsWith(
            "exslint: notice: not judged: config/docker.exs, config/staging.exs (no project imports them)\n",
            Exslint.Run(folder, "check").Closing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_file_that_Mix_does_not_read_is_said_to_be_so()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "mix.exs", "defmodule A.MixProject do\n  def project, do: [app: :a, config_path: \"../config/config.exs\"]\nend\n");
        folder.Write("config/config.exs", "import Config\n");
        folder.Write("config/runtime.exs", "import Config\n");
        Assert.Contains(
            "not judged: config/runtime.exs (not read, as config_path names ../config/config.exs)\n",
            Exslint.Run(folder, "check", "config/runtime.exs").Closing,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_an_error_and_hides_nothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/config.exs", "\uFEFFimport Config\n" + Secure + Endpoint + "secure_cookie_flag: false\n");
        var outcome = Exslint.Run(folder, "check");
        Assert.Contains(
            "config/config.exs:1:1: error: The file starts with a byte order mark, which Elixir refuses. "
                + "[syntax-byte-order-mark]\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("[akkoma-secure-cookie-flag]", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(1, outcome.ExitCode);
    }
}
