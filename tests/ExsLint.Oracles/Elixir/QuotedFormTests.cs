using System.Text;
using ExsLint.Syntax.Elixir;
using ExsLint.Text;

namespace ExsLint.Oracles.Elixir;

/// <summary>ExsLint and Elixir 1.14 accept the same sources, and give them the same quoted form.</summary>
public sealed class QuotedFormTests(ElixirOracle oracle) : IClassFixture<ElixirOracle>
{
    [OracleFact("elixir")]
    public void Snippets_of_every_construct_and_hard_spot_agree()
    {
        var snippets = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Elixir", "snippets.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith("##", StringComparison.Ordinal))
            .Select(line => line.Replace('⏎', '\n').Replace('␍', '\r').Replace('⇥', '\t'));
        AssertAgree(snippets.Select(snippet => (snippet, Encoding.UTF8.GetBytes(snippet))));
    }

    [OracleFact("elixir")]
    public void Every_pair_of_operators_binds_the_same_way()
    {
        string[] binary =
        [
            "<-", "\\\\", "when", "::", "|", "=", "||", "|||", "or", "&&", "&&&", "and", "==", "!=", "=~", "===", "!==", "<", ">", "<=",
            ">=", "|>", "<<<", ">>>", "<<~", "~>>", "<~", "~>", "<~>", "<|>", "in", "not in", "^^^", "//", "++", "--", "+++", "---",
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
            from snippet in (string[])[$"{prefix}a {operation} b", $"a {operation} {prefix}b", $"{prefix}f do a end {operation} b"]
            select snippet;
        AssertAgree(pairs.Concat(withUnary).Select(snippet => (snippet, Encoding.UTF8.GetBytes(snippet))));
    }

    [OracleFact("elixir")]
    public void Scripts_of_this_repository_agree() => AssertAgree(FilesUnder(RepositoryRoot()));

    [ElixirSourcesFact]
    public void Elixir_s_own_sources_agree() =>
        AssertAgree(FilesUnder(Environment.GetEnvironmentVariable(ElixirSourcesFactAttribute.Variable) ?? ""));

    internal static IEnumerable<(string Name, byte[] Source)> FilesUnder(string directory) => Directory
        .EnumerateFiles(directory, "*.ex*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".ex" or ".exs")
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(file => (file, File.ReadAllBytes(file)));

    private static string RepositoryRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "ExsLint.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("ExsLint.sln is nowhere above the tests.");
        }

        return directory.FullName;
    }

    private void AssertAgree(IEnumerable<(string Name, byte[] Source)> sources)
    {
        var named = sources.ToList();
        Assert.True(named.Count > 0, "There is nothing to compare.");
        var answers = oracle.QuoteAll([.. named.Select(source => source.Source)]);
        var differences = new List<string>();
        for (var i = 0; i < named.Count; i++)
        {
            var (name, source) = named[i];
            var expected = answers[i].Quoted;
            var tree = ElixirParser.Parse(SourceFile.FromBytes(name, source), ElixirDialect.Elixir114);
            var error = tree.Diagnostics.FirstOrDefault(diagnostic => diagnostic.IsError);
            var actual = error is null ? QuotedForm.Write(tree, ElixirDialect.Elixir114) : null;
            if (actual != expected)
            {
                differences.Add($"{name}\n  Elixir:  {Excerpt(expected, actual) ?? answers[i].Message}\n  ExsLint: {Excerpt(actual, expected) ?? error?.Message}");
            }
        }

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    /// <summary>A long text from shortly before the place where it differs from another.</summary>
    private static string? Excerpt(string? text, string? other)
    {
        var start = text is null ? 0 : Math.Max(0, text.AsSpan().CommonPrefixLength(other) - 40);
        return text is null ? null : text[start..Math.Min(text.Length, start + 200)];
    }
}
