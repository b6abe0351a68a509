using System.Runtime.Versioning;

namespace ExsLint.Cli.Tests.Situations;

/// <summary>Files that belong to somebody else, as an instance's secrets do.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class UnreadableFileTests
{
    private const string Sts = "config :pleroma, :http_security, sts: ";

    [LinuxFact]
    public void What_may_not_be_read_is_an_unknown_layer_wherever_it_is_read()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "config/config.exs",
            "import Config\nconfig :pleroma, Pleroma.Web.Endpoint, url: [host: \"a.example\"]\n" + Sts
                + "true\nimport_config \"prod.secret.exs\"\n");
        folder.Write("config/prod.secret.exs", "import Config\n" + Sts + "false\n");
        folder.Write("config/runtime.exs", "import Config\n" + Sts + "false\n");
        Hide(folder, "config/prod.secret.exs", "config/runtime.exs");
        var outcome = RunWithoutPrivileges(folder, "check");
        Assert.Equal(
            [
                "config/config.exs:4:1: warning: 'config/prod.secret.exs' cannot be read, so that settings it may change are "
                    + "judged only where another file states an insecure value. [layer-unknown]",
                "config/runtime.exs:1:1: warning: 'config/runtime.exs' cannot be read, so that settings it may change are "
                    + "judged only where another file states an insecure value. [layer-unknown]",
            ],
            outcome.Output.Split('\n').Where(line => line.EndsWith("[layer-unknown]", StringComparison.Ordinal)));
        Assert.Equal(1, outcome.ExitCode);

        var explained = RunWithoutPrivileges(folder, "config", "--explain", "pleroma.http_security.sts");
        Assert.Contains("config/runtime.exs, which cannot be read, changes it", explained.Output, StringComparison.Ordinal);
        Assert.Equal(2, RunWithoutPrivileges(folder, "check", "config/prod.secret.exs").ExitCode);
    }

    [LinuxFact]
    public void A_lone_file_that_may_not_be_read_is_not_taken_for_clean()
    {
        using var folder = new TemporaryFolder();
        folder.Write("akkoma/config/config.exs", "import Config\n" + Sts + "false\n");
        folder.Write("other/config/prod.secret.exs", "import Config\n" + Sts + "false\n");
        Hide(folder, "akkoma/config/config.exs", "other/config/prod.secret.exs");
        var outcome = RunWithoutPrivileges(folder, "check");
        Assert.Contains(
            "akkoma/config/config.exs:1:1: warning: 'akkoma/config/config.exs' cannot be read,", outcome.Output,
            StringComparison.Ordinal);
        Assert.Contains(
            "other/config/prod.secret.exs:1:1: warning: 'other/config/prod.secret.exs' cannot be read,", outcome.Output,
            StringComparison.Ordinal);
        Assert.Equal(1, outcome.ExitCode);
    }

    [LinuxFact]
    public void A_folder_that_may_not_be_listed_hides_files_that_are_imported()
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/config.exs", "import Config\nimport_config \"private/prod.exs\"\n");
        folder.Write("config/private/prod.exs", "import Config\n");
        Hide(folder, "config/private");
        var outcome = RunWithoutPrivileges(folder, "check");
        Assert.DoesNotContain("[config-error]", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(
            "config/config.exs:2:1: notice: 'config/private/prod.exs' is not in the tree", outcome.Output,
            StringComparison.Ordinal);
    }

    [LinuxFact]
    public void A_drop_in_that_may_not_be_read_may_set_what_the_unit_lacks()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "shop.service",
            "[Service]\nUser=shop\nExecStart=/usr/bin/mix phx.server\nEnvironment=MIX_ENV=prod\nPrivateTmp=false\n");
        folder.Write("shop.service.d/secret.conf", "[Service]\nPrivateTmp=true\n");
        Hide(folder, "shop.service.d/secret.conf");
        Assert.Equal(
            [
                "shop.service:1:1: warning: 'shop.service.d/secret.conf' cannot be read, so that settings it may change are "
                    + "judged only where another file states an insecure value. [layer-unknown]",
                "shop.service:5:12: warning: PrivateTmp is 'false', so the service shares /tmp and /var/tmp with every other "
                    + "process. [systemd-private-tmp]",
            ],
            RunWithoutPrivileges(folder, "check").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Hide(TemporaryFolder folder, params string[] paths)
    {
        foreach (var path in paths)
        {
            File.SetUnixFileMode(folder.PathOf(path), UnixFileMode.None);
        }
    }

    /// <summary>Permissions do not bind root, unless it gives up the capabilities to pass over them.</summary>
    private static Outcome RunWithoutPrivileges(TemporaryFolder folder, params string[] arguments) =>
        Environment.UserName != "root"
        ? Exslint.Run(folder, arguments)
        : Exslint.RunProgram(
            folder.Root,
            "setpriv",
            new Dictionary<string, string>(),
            ["--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search", "--", Exslint.Binary,
                .. arguments]);
}
