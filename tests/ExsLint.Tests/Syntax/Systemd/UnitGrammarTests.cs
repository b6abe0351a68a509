using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ExsLint.Syntax.Systemd;

namespace ExsLint.Tests.Syntax.Systemd;

public sealed partial class UnitGrammarTests
{
    [Fact]
    public void The_productions_of_the_grammar_file_are_the_fields_of_the_grammar_in_the_same_order()
    {
        var grammar = File.ReadAllText(Path.Combine(RepositoryRoot(), "grammars", "systemd-unit.ebnf"));
        var productions = Production().Matches(grammar).Select(match => ToPascalCase(match.Groups[1].Value));
        var fields = typeof(UnitGrammar).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .OrderBy(property => property.MetadataToken)
            .Select(property => property.Name);

        Assert.Equal(productions, fields);
    }

    private static string ToPascalCase(string name) =>
        string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string RepositoryRoot([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", ".."));

    [GeneratedRegex("^([a-z-]+)\\s+=", RegexOptions.Multiline)]
    private static partial Regex Production();
}
