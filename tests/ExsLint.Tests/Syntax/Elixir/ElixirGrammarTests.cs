using System.Reflection;
using System.Text.RegularExpressions;
using ExsLint.Syntax.Elixir;

namespace ExsLint.Tests.Syntax.Elixir;

public sealed partial class ElixirGrammarTests
{
    [Fact]
    public void Every_parser_is_a_production_of_the_written_grammar()
    {
        var written = Production().Matches(File.ReadAllText(Path.Combine(RepositoryRoot(), "grammars", "elixir.ebnf")))
            .Select(match => match.Groups[1].Value)
            .ToHashSet();
        var parsers = typeof(ElixirGrammar)
            .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(property => property.PropertyType.Name.StartsWith("Parser", StringComparison.Ordinal))
            .Select(property => Capital().Replace(property.Name, "_$1").TrimStart('_').ToLowerInvariant())
            .ToList();

        Assert.Contains("container_expr", parsers);
        Assert.All(parsers, parser => Assert.Contains(parser, written));
    }

    [Fact]
    public void Every_production_that_is_used_is_written()
    {
        var text = Comment().Replace(File.ReadAllText(Path.Combine(RepositoryRoot(), "grammars", "elixir.ebnf")), "");
        var written = Production().Matches(text).Select(match => match.Groups[1].Value).ToHashSet();
        var used = Name().Matches(Terminal().Replace(text, "")).Select(match => match.Value);
        Assert.All(used, name => Assert.Contains(name, written));
    }

    private static string RepositoryRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "ExsLint.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("ExsLint.sln is nowhere above the tests.");
        }

        return directory.FullName;
    }

    [GeneratedRegex(@"^([a-z_]+)\s+=", RegexOptions.Multiline)]
    private static partial Regex Production();

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Capital();

    [GeneratedRegex(@"\(\*.*?\*\)", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("\"[^\" ]*( in)?\"")]
    private static partial Regex Terminal();

    [GeneratedRegex(@"\b[a-z][a-z_]+\b")]
    private static partial Regex Name();
}
