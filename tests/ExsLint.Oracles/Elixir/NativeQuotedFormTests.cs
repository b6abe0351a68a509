using System.Text;
using ExsLint.Cli.Tests.TestSupport;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Quoted;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;

namespace ExsLint.Oracles.Elixir;

/// <summary>
/// The executable (the native one, where <c>EXSLINT_BINARY</c> names it) gives the same lines as the library does here, and the
/// quoted forms that Elixir gives.
/// </summary>
public sealed class NativeQuotedFormTests(ElixirOracle oracle) : IClassFixture<ElixirOracle>
{
    [OracleFact("elixir")]
    public void Snippets_agree() => AssertAgree([.. Snippets()]);

    [ElixirSourcesFact]
    public void Elixir_s_own_sources_agree() =>
        AssertAgree([.. QuotedFormTests.FilesUnder(Environment.GetEnvironmentVariable(ElixirSourcesFactAttribute.Variable) ?? "")
            .Select(file => file.Source)]);

    private static IEnumerable<byte[]> Snippets() =>
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Elixir", "snippets.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith("##", StringComparison.Ordinal))
            .Select(line => Encoding.UTF8.GetBytes(line.Replace('⏎', '\n').Replace('␍', '\r').Replace('⇥', '\t')));

    private void AssertAgree(IReadOnlyList<byte[]> sources)
    {
        using var folder = new TemporaryFolder();
        var paths = sources.Select((_, i) => $"{i}.exs").ToList();
        for (var i = 0; i < sources.Count; i++)
        {
            File.WriteAllBytes(Path.Combine(folder.Root, paths[i]), sources[i]);
        }

        var outcome = Exslint.RunWithInput(
            folder, string.Join('\n', paths), "syntax", "--quoted", "--dialect", "1.14", "--files-from", "-");
        var lines = outcome.Output.Split('\n');
        Assert.Equal(("", sources.Count + 1), (outcome.Error, lines.Length));

        var answers = oracle.QuoteAll(sources);
        var differences = new List<string>();
        for (var i = 0; i < sources.Count; i++)
        {
            using var here = new StringWriter();
            QuotedForm.WriteLine(
                here, paths[i], ElixirParser.Parse(SourceFile.FromBytes(paths[i], sources[i]), ElixirDialect.Elixir114),
                ElixirDialect.Elixir114);
            var elixir = answers[i].Quoted is { } ast ? $$"""{"path":"{{paths[i]}}","ok":true,"ast":{{ast}}}""" : $$"""{"path":"{{paths[i]}}","ok":false,""";
            if (lines[i] + "\n" != here.ToString() || !lines[i].StartsWith(elixir, StringComparison.Ordinal))
            {
                differences.Add(Encoding.UTF8.GetString(sources[i].AsSpan(0, Math.Min(200, sources[i].Length))));
            }
        }

        Assert.Empty(differences);
    }
}
