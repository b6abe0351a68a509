using ExsLint.Cli.Tests.TestSupport;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Cli.Tests;

/// <summary><c>exslint config</c> as a user runs it.</summary>
public sealed class ConfigCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ConfigCommandTests()
    {
        _folder.Write("config/config.exs", """
            import Config

            config :shop, Shop.Endpoint,
              url: [host: "localhost"],
              http: [ip: {127, 0, 0, 1}, port: 4000],
              secret_key_base: "hunter2-hunter2"

            config :shop, :mail, relay: "smtp://user:hunter2@mail.example", names: ["a", "b"]
            import_config "prod.exs"

            """);
        _folder.Write("config/prod.exs", """
            import Config

            config :shop, Shop.Endpoint, http: [port: String.to_integer(System.get_env("PORT") || "80")]

            if System.get_env("OPEN") do
              config :shop, Shop.Endpoint, http: [ip: {0, 0, 0, 0}]
            end

            """);
    }

    [Fact]
    public void The_text_says_what_each_setting_is_and_where_it_is_from() => Assert.Equal(
        """
        # The configuration of prod, from
        #   config/config.exs
        #   config/prod.exs

        config :shop, :mail,
          relay: "smtp://***@mail.example",  # config/config.exs:8
          names: ["a", "b"]                  # config/config.exs:8

        config :shop, Shop.Endpoint,
          url: [host: "localhost"],                  # config/config.exs:4
          secret_key_base: "***",                    # config/config.exs:6
          http: [
            port: one_of(                            # 80 while PORT is not set
              unknown("environment variable PORT"),  # config/prod.exs:3, overrides 4000 (config/config.exs:5), if System.get_env("PORT")
              80                                     # config/prod.exs:3, overrides 4000 (config/config.exs:5), if !System.get_env("PORT")
            ),
            ip: one_of(                              # {127, 0, 0, 1} while OPEN is not set
              {0, 0, 0, 0},                          # config/prod.exs:6, overrides {127, 0, 0, 1} (config/config.exs:5), if System.get_env("OPEN")
              {127, 0, 0, 1}                         # config/config.exs:5, if !System.get_env("OPEN")
            )
          ]

        """,
        Exslint.Run(_folder, "config").Output);

    [Fact]
    public void Pinned_variables_are_known_and_named()
    {
        _folder.Write("vars", "PORT=8080\n");
        var outcome = Exslint.Run(_folder, "config", "--env-file", "vars", "--unset", "OPEN");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("""# config/prod.exs:3, PORT is "8080" by --env-file, overrides 4000 (config/config.exs:5)""", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("ip: {127, 0, 0, 1}", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_are_shown_on_demand_only()
    {
        foreach (var arguments in (string[][])[["config"], ["config", "--format", "json"],
            ["config", "--explain", "shop.Shop.Endpoint.secret_key_base"],
            ["config", "--explain", "shop.mail", "--format", "json"]])
        {
            Assert.DoesNotContain("hunter2", Exslint.Run(_folder, arguments).Output, StringComparison.Ordinal);
            Assert.Contains("hunter2", Exslint.Run(_folder, [.. arguments, "--show-secrets"]).Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Json_is_one_line_of_canonical_terms() => Assert.Equal(
        """{"env":"prod","files":["config/config.exs","config/prod.exs"],"apps":{"shop":[{"t":[{"a":"mail"},[{"t":[{"a":"relay"},{"s":"smtp://***@mail.example"}]},{"t":[{"a":"names"},[{"s":"a"},{"s":"b"}]]}]]},{"t":[{"a":"Elixir.Shop.Endpoint"},[{"t":[{"a":"url"},[{"t":[{"a":"host"},{"s":"localhost"}]}]]},{"t":[{"a":"secret_key_base"},{"s":"***"}]},{"t":[{"a":"http"},[{"t":[{"a":"ip"},{"t":[{"i":"127"},{"i":"0"},{"i":"0"},{"i":"1"}]}]},{"t":[{"a":"port"},{"or":[{"u":"environment variable PORT"},{"i":"80"}],"if":["System.get_env(\"PORT\")","!System.get_env(\"PORT\")"]}]}]]}]]}]}}""" + "\n",
        Exslint.Run(_folder, "config", "--format", "json", "--unset", "OPEN").Output);

    /// <summary>Who wants to hide a setting must not be able to by what takes long to evaluate.</summary>
    [Fact]
    public void A_configuration_that_is_too_large_to_follow_is_a_warning()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "config/config.exs",
            "import Config\na = [\"x\"]\n" + string.Concat(Enumerable.Repeat("a = a ++ a\n", 25)) + "config :pleroma, :x, a: a\n"
                + "config :pleroma, Pleroma.Web.Endpoint, http: [ip: {0, 0, 0, 0}], url: [host: \"a.example\"]\n");
        var outcome = Exslint.Run(folder, "check", "--format", "concise");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(
            ": warning: From here on there are 'config calls that are not followed, in a configuration too large to follow': "
                + "what they set is not judged. [layer-unknown]\n",
            outcome.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shop.Shop.Endpoint.http.ip")]
    [InlineData(":shop, Shop.Endpoint, [:http, :ip]")]
    [InlineData("config :shop, Shop.Endpoint, http: [ip:")]
    public void One_setting_is_explained(string name) => Assert.Equal(
        """
        shop.Shop.Endpoint.http.ip is one of

          {0, 0, 0, 0}
            set at      config/prod.exs:6:43
                        config :shop, Shop.Endpoint, http: [ip: {0, 0, 0, 0}]
            if          System.get_env("OPEN")
            overrides   {127, 0, 0, 1}
            set at      config/config.exs:5:14
                        http: [ip: {127, 0, 0, 1}, port: 4000],

          {127, 0, 0, 1}
            set at      config/config.exs:5:14
                        http: [ip: {127, 0, 0, 1}, port: 4000],
            if          !System.get_env("OPEN")

            depends on  environment variable OPEN
            default     {127, 0, 0, 1} while OPEN is not set

        """,
        Exslint.Run(_folder, "config", "--explain", name).Output);

    [Fact]
    public void A_name_that_is_not_set_is_an_error_with_a_hint()
    {
        var outcome = Exslint.Run(_folder, "config", "--explain", "shop.Shop.Endpoint.http.prot");
        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith(
            "exslint: error: 'shop.Shop.Endpoint.http.prot' is not set; 'shop.Shop.Endpoint.http.port' ", outcome.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_Elixir_refuses_is_an_error_at_its_place()
    {
        _folder.Write("config/prod.exs", "import Config\n\nimport_config \"gone.exs\"\n");
        var text = Exslint.Run(_folder, "config");
        Assert.Equal(1, text.ExitCode);
        Assert.Equal(
            "exslint: error: config/prod.exs:3:1: Elixir refuses the configuration: 'config/gone.exs' does not exist.\n",
            text.Error);
        var json = Exslint.Run(_folder, "config", "--format", "json");
        Assert.Equal(1, json.ExitCode);
        Assert.Equal(
            """{"env":"prod","error":{"file":"config/prod.exs","line":3,"column":1,"message":"Elixir refuses the configuration: 'config/gone.exs' does not exist."}}""" + "\n",
            json.Output);
    }

    [Theory]
    [InlineData("config :a, k: Enum.reduce([1, 2], &+/2)\n", "k: 3  # config/prod.exs:2")]
    [InlineData("config :a do\n  [k: 1]\nend\n", "config :a, :do,\n  k: 1  # config/prod.exs:3")]
    [InlineData("config :a, ['k': 1]\n", "k: 1  # config/prod.exs:2")]
    [InlineData("Mix.env(:dev)\nconfig :a, k: Mix.env()\n", "k: :dev  # config/prod.exs:2")]
    public void What_Elixir_takes_is_printed(string statements, string expected)
    {
        _folder.Write("config/prod.exs", "import Config\n" + statements);
        var outcome = Exslint.Run(_folder, "config");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(expected, outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("config :a, k: 1 <<< 2\n", "2:15: Elixir refuses the configuration: nothing defines '<<</2' here.")]
    [InlineData(
        "config :a, k: &(&2)\n",
        "2:15: Elixir refuses the configuration: this does not compile ('capture with &2 that lacks an argument before it').")]
    [InlineData(
        "config :a, k: (try do 1 rescue _ -> 1 rescue _ -> 2 end)\n",
        "2:16: Elixir refuses the configuration: this does not compile ('try with a section twice').")]
    [InlineData(
        "defmodule M do\n  defp f, do: 1\nend\nconfig :a, k: M.f()\n",
        "5:15: Elixir refuses the configuration: 'config/prod.exs' raises an error here.")]
    public void What_Elixir_does_not_take_is_an_error(string statements, string expected)
    {
        _folder.Write("config/prod.exs", "import Config\n" + statements);
        var outcome = Exslint.Run(_folder, "config");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal($"exslint: error: config/prod.exs:{expected}\n", outcome.Error);
    }

    [Fact]
    public void Code_that_is_run_through_a_value_puts_settings_in_doubt()
    {
        _folder.Write("config/prod.exs", "import Config\nconfig :a, k: 1\nm = Code\nm.eval_string(System.fetch_env!(\"X\"))\n");
        var outcome = Exslint.Run(_folder, "config");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("config calls that are not followed, in result of ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_projects_have_a_line_each()
    {
        _folder.Write("other/config/config.exs", "import Config\nconfig :other, k: 1\n");
        var lines = Exslint.Run(_folder, "config", "--format", "json").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            ["{\"root\":\"\",", "{\"root\":\"other\","],
            lines.Select(line => line[..(line.IndexOf(',', StringComparison.Ordinal) + 1)]));
    }

    [Theory]
    [InlineData("exslint: error: no such file or directory", "config", "gone")]
    [InlineData("exslint: error: --set takes NAME=VALUE", "config", "--set", "PORT")]
    [InlineData("exslint: error: --unset takes the name of a variable, not '1A'", "config", "--unset", "1A=hunter2")]
    [InlineData("exslint: error: gone: no such file or directory", "config", "--env-file", "gone")]
    public void Wrong_usage_is_told(string message, params string[] arguments)
    {
        var outcome = Exslint.Run(_folder, arguments);
        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith(
            message.Replace("error: no such", "error: gone: no such", StringComparison.Ordinal), outcome.Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_line_of_an_env_file_is_told_without_its_text()
    {
        _folder.Write("vars", "A=1\nhunter2\n");
        var outcome = Exslint.Run(_folder, "config", "--env-file", "vars");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("exslint: error: vars:2: a line without '='; lines are NAME=VALUE\n", outcome.Error);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Where_the_database_may_override_settings_it_is_said()
    {
        _folder.Write("rel/config.exs", """
            import Config
            config :pleroma, configurable_from_database: true
            config :pleroma, :instance, name: "a"
            config :pleroma, Pleroma.Web.Endpoint, url: [host: "a.example"]

            """);
        Assert.StartsWith(
            """
            # The configuration of prod in rel, from
            #   rel/config.exs
            # which the database may override, but for Pleroma.Repo, Pleroma.Web.Endpoint and a few others:
            #   configurable_from_database is true at rel/config.exs:2

            """,
            Exslint.Run(_folder, "config", "rel/config.exs").Output,
            StringComparison.Ordinal);
        const string Database = "    database    may override it: configurable_from_database is true at rel/config.exs:2\n";
        Assert.Contains(
            Database, Exslint.Run(_folder, "config", "rel/config.exs", "--explain", "pleroma.instance.name").Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "database",
            Exslint.Run(_folder, "config", "rel/config.exs", "--explain", "pleroma.Pleroma.Web.Endpoint.url.host").Output,
            StringComparison.Ordinal);
        Assert.EndsWith(
            ",\"database\":{\"depends_on\":null,\"file\":\"rel/config.exs\",\"line\":2}}\n",
            Exslint.Run(_folder, "config", "rel/config.exs", "--format", "json").Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("false", "")]
    [InlineData(
        "System.get_env(\"DB\") == \"1\"",
        "#   configurable_from_database depends on environment variable DB at rel/config.exs:2\n")]
    public void The_database_overrides_nothing_unless_it_is_allowed_to(string value, string expected)
    {
        _folder.Write("rel/config.exs", $"import Config\nconfig :pleroma, configurable_from_database: {value}\n");
        var output = Exslint.Run(_folder, "config", "rel/config.exs").Output;
        Assert.Equal(expected.Length > 0, output.Contains("the database", StringComparison.Ordinal));
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Places_are_relative_to_the_working_directory_if_that_holds_them()
    {
        var output = Exslint.RunShell(_folder, "mkdir .git && cd config && \"$EXSLINT\" config").Output;
        Assert.StartsWith("# The configuration of prod, from\n#   config.exs\n#   prod.exs\n", output, StringComparison.Ordinal);
        Assert.Contains("  # prod.exs:3, overrides 4000 (config.exs:5)", output, StringComparison.Ordinal);
        output = Exslint.RunShell(_folder, "cd config && \"$EXSLINT\" config --explain shop.Shop.Endpoint.http.port").Output;
        Assert.Contains("    set at      prod.exs:3:", output, StringComparison.Ordinal);
        Assert.Contains(
            "\"file\":\"config/prod.exs\"",
            Exslint.RunShell(
                _folder,
                "cd config && \"$EXSLINT\" config --format json --explain "
                    + "shop.Shop.Endpoint.http.port").Output, StringComparison.Ordinal);
    }
}
