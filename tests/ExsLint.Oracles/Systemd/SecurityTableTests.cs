using System.Globalization;
using System.Runtime.CompilerServices;

namespace ExsLint.Oracles.Systemd;

/// <summary>The tables in <c>grammars/</c> are what the installed systemd has.</summary>
public sealed class SecurityTableTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("exslint-tables-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [OracleFact("systemd-analyze", IsLong = true)]
    public void The_committed_tables_are_those_that_the_script_reads_off_the_tool()
    {
        var grammars = Path.Combine(RepositoryRoot(), "grammars");
        string[] root = SystemdAnalyze.Root.Length > 0 ? ["--root", SystemdAnalyze.Root] : [];
        var (exit, output) =
            Oracle.Run("python3", [Path.Combine(grammars, "regenerate-systemd.py"), "--output", _folder, .. root]);

        Assert.True(exit == 0, output);
        var written = Directory.GetFiles(_folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);
        Assert.Equal(
            [string.Create(CultureInfo.InvariantCulture, $"systemd-names-{SystemdAnalyze.Version}.tsv"), "systemd-security.tsv"],
            written);
        foreach (var name in written)
        {
            Assert.Equal(File.ReadAllText(Path.Combine(grammars, name)), File.ReadAllText(Path.Combine(_folder, name)));
        }
    }

    private static string RepositoryRoot([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
