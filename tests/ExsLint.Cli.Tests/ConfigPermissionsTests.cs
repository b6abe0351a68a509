using ExsLint.Cli.Tests.TestSupport;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Cli.Tests;

/// <summary>Who may do what with the config file of a release on disk.</summary>
public sealed class ConfigPermissionsTests
{
    private const string Rule = "[config-permissions]";

    [LinuxTheory]
    [InlineData("600", "")]
    [InlineData("640", "")]
    [InlineData("660", "because its group may write it: its mode is '660'.")]
    [InlineData("604", "other users of the machine have access to its secrets, because its mode is '604'.")]
    [InlineData("601", "other users of the machine have access to its secrets, because its mode is '601'.")]
    public void Others_and_the_group_are_told_apart(string mode, string expected)
    {
        using var instance = new TemporaryFolder();
        instance.Write("etc/akkoma/config.exs", "import Config\nconfig :pleroma, :instance, name: \"a\"\n");
        Exslint.RunShell(instance, $"chmod {mode} etc/akkoma/config.exs");

        var report = Check(instance, "etc/akkoma/config.exs");

        Assert.Equal(expected.Length > 0, report.Contains(Rule, StringComparison.Ordinal));
        Assert.Contains(expected, report, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void A_link_counts_as_open_and_a_file_of_a_repository_is_not_in_its_place()
    {
        using var instance = new TemporaryFolder();
        instance.Write("etc/akkoma/own.exs", "import Config\nconfig :pleroma, :instance, name: \"a\"\n");
        Exslint.RunShell(instance, "chmod 600 etc/akkoma/own.exs && ln -s own.exs etc/akkoma/config.exs");

        Assert.Contains("because it is a link", Check(instance, "etc/akkoma/config.exs"), StringComparison.Ordinal);
        Assert.DoesNotContain(Rule, Check(instance, "etc/akkoma/own.exs"), StringComparison.Ordinal);

        Exslint.RunShell(instance, "git init -q && git add -A");
        Assert.DoesNotContain(Rule, Check(instance, "etc/akkoma/config.exs"), StringComparison.Ordinal);
    }

    private static string Check(TemporaryFolder instance, string path) =>
        Exslint.Run(instance, "check", "--format", "concise", "--select", "config-permissions", path).Output;
}
