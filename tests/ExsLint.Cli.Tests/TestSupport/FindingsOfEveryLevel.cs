using ExsLint.Tests.TestSupport;

namespace ExsLint.Cli.Tests.TestSupport;

/// <summary>A folder with a note, a warning and an error, and with file names that readers of lines stumble over.</summary>
internal static class FindingsOfEveryLevel
{
    /// <summary>Makes the folder.</summary>
    public static TemporaryFolder Make()
    {
        var folder = new TemporaryFolder();
        folder.Write("config/config.exs", "import Config\nimport_config \"prod.secret.exs\"\n");
        folder.Write("rel/a folder/é:12:3 [x].exs", "import Config\n\nconfig :app, key: }\n");
        folder.Write("akkoma.service", "[Service]\nExecStart=/usr/bin/elixir -S mix phx.server\n");
        return folder;
    }

    /// <summary>What is to be found in it, as the SARIF report of it has it.</summary>
    public static Finding[] Expected(TemporaryFolder folder)
    {
        var findings = Finding.FromSarif(Exslint.Run(folder, "check", "--format", "sarif").Output);
        Xunit.Assert.Equal(
            ["error", "note", "warning"], findings.Select(finding => finding.Level).Distinct().Order(StringComparer.Ordinal));
        return findings;
    }
}
