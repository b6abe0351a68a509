using System.Text;
using System.Text.RegularExpressions;
using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Oracles.Elixir;

/// <summary>ExsLint, in Elixir's own dialect, and Elixir accept the same sources, and give them the same quoted form.</summary>
public sealed partial class QuotedFormTests(ElixirOracle oracle) : IClassFixture<ElixirOracle>
{
    [OracleFact("elixir")]
    public void Snippets_of_every_construct_and_hard_spot_agree()
    {
        var snippets = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Elixir", "snippets.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith("##", StringComparison.Ordinal))
            .Select(line => line.Replace('⏎', '\n').Replace('␍', '\r').Replace('⇥', '\t'))
            .Where(snippet => ElixirProgram.Dialect == ElixirDialect.Elixir114 || !LoneSigil().IsMatch(snippet));
        AssertAgree(snippets.Select(snippet => (snippet, Encoding.UTF8.GetBytes(snippet))));
    }

    [OracleFact("elixir")]
    public void Every_pair_of_operators_binds_the_same_way()
    {
        string[] binary =
        [
            "<-", "\\\\", "when", "::", "|", "=", "||", "|||", "or", "&&", "&&&", "and", "==", "!=", "=~", "===", "!==", "<", ">",
            "<=",
            ">=", "|>", "<<<", ">>>", "<<~", "~>>", "<~", "~>", "<~>", "<|>", "in", "not in", "^^^", "//", "++", "--", "+++",
            "---",
            "<>", "..", "+", "-", "*", "/", "**",
        ];
        string[] unary = ["+ ", "- ", "!", "^", "not ", "~~~", "&", "@"];
        var pairs =
            from first in binary
            from second in binary
            select $"a {first} b {second} c";
        var withUnary =
            from operation in binary
            from prefix in unary
            from snippet in (string[])[$"{prefix}a {operation} b", $"a {operation} {prefix}b",
                $"{prefix}f do a end {operation} b"]
            select snippet;
        AssertAgree(pairs.Concat(withUnary).Select(snippet => (snippet, Encoding.UTF8.GetBytes(snippet))));
    }

    [OracleFact("elixir")]
    public void Scripts_of_this_repository_agree() => AssertAgree(FilesUnder(RepositoryFiles.Root));

    [ElixirSourcesFact]
    public void Elixir_s_own_sources_agree() =>
        AssertAgree(FilesUnder(Environment.GetEnvironmentVariable(ElixirSourcesFactAttribute.Variable) ?? ""));

    internal static IEnumerable<(string Name, byte[] Source)> FilesUnder(string directory) =>
        RepositoryFiles.ElixirFilesUnder(directory).Select(file => (file, File.ReadAllBytes(file)));

    /// <summary>The name of a sigil at the very end: from 1.15 on Elixir drops it, and ExsLint reports it on purpose.</summary>
    [GeneratedRegex("""~[a-zA-Z]+\z""")]
    private static partial Regex LoneSigil();

    private void AssertAgree(IEnumerable<(string Name, byte[] Source)> sources)
    {
        var all = sources.ToList();
        Assert.True(all.Count > 0, "There is nothing to compare.");
        var differences = QuotedComparison.FindDifferences(oracle, all);
        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }
}
