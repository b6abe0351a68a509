namespace ExsLint.Cli.Tests;

/// <summary>Names and links in a tree that are there to be mistaken for something else.</summary>
public sealed class OddNameTests
{
    private const string Weak = "[Service]\nExecStart=/opt/akkoma/bin/pleroma start\nUser=akkoma\nPrivateTmp=no\n";

    [LinuxFact]
    public void Names_that_are_not_UTF_8_are_told_and_cost_no_other_file_its_report()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["a", "b", "y", "z"])
        {
            folder.Write($"{name}/web.service", Weak);
        }

        Exslint.RunShell(folder, "mkdir \"$(printf '\\377')\"; cp a/web.service \"$(printf '\\376').service\"");
        var outcome = Exslint.Run(folder, "check", "--select", "systemd-private-tmp", "--format", "concise");
        Exslint.RunShell(folder, "rm -r \"$(printf '\\377')\" \"$(printf '\\376').service\"");
        Assert.Equal(
            4, outcome.Output.Split('\n').Count(line => line.EndsWith("[systemd-private-tmp]", StringComparison.Ordinal)));
        Assert.Equal(
            "exslint: warning: \uFFFD: its name is not UTF-8: left out\nexslint: warning: \uFFFD.service: its name is not "
                + "UTF-8: left out\n",
            outcome.Error);
    }

    [LinuxTheory]
    [InlineData("../config/config.exs")]
    [InlineData("../README")]
    [InlineData("../web.service")]
    public void A_drop_in_is_not_written_through_a_link(string target)
    {
        using var folder = new TemporaryFolder();
        folder.Write("web.service", Weak);
        folder.Write("config/config.exs", "import Config\n");
        folder.Write("README", "hello\n");
        Directory.CreateDirectory(folder.PathOf("web.service.d"));
        File.CreateSymbolicLink(folder.PathOf("web.service.d/50-exslint.conf"), target);
        var before = Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories)
            .ToDictionary(path => path, File.ReadAllText);

        var outcome = Exslint.Run(folder, "fix", "web.service", "--drop-in");

        Assert.Contains("web.service.d/50-exslint.conf is a link to another file", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(
            before,
            Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.ReadAllText));
    }

    [LinuxTheory]
    [InlineData(".gitignore")]
    [InlineData(".git/config")]
    [InlineData("rel/run")]
    [InlineData("list")]
    public void What_the_run_reads_besides_is_not_written_over(string path)
    {
        using var folder = new TemporaryFolder();
        folder.Write("web.service", Weak.Replace("/opt/akkoma/bin/pleroma start", "/opt/rel/run", StringComparison.Ordinal));
        folder.Write("rel/run", "#!/bin/sh\nexec bin/akkoma start\n");
        folder.Write(".gitignore", "x\n");
        folder.Write(".git/config", "[core]\n");
        folder.Write("list", "web.service\n");
        var before = File.ReadAllText(folder.PathOf(path));

        var outcome = Exslint.RunShell(folder, $"'{Exslint.Binary}' check . --files-from - --output-file {path} < list");

        Assert.Equal(
            (2, $"exslint: error: {path}: the report cannot be written: it would overwrite a file that this run reads\n"),
            (outcome.ExitCode, outcome.Error));
        Assert.Equal(before, File.ReadAllText(folder.PathOf(path)));
    }
}
