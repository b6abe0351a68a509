using System.Reflection;
using System.Text.RegularExpressions;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Grammar;
using ExsLint.Tests.TestSupport.Ebnf;

namespace ExsLint.Tests.Syntax.Elixir;

/// <summary>The parser and the written grammar are the same grammar, part by part.</summary>
public sealed partial class ElixirGrammarTests
{
    /// <summary>Productions that have no parser of their own, with the one that reads them.</summary>
    private static readonly Dictionary<string, string> Refinements = new()
    {
        // The three classes of expressions are one parser's, which says what class it has read.
        ["unmatched_expr"] = "expr",
        ["no_parens_expr"] = "expr",
        ["block_call"] = "call",
        ["no_parens_call"] = "call",
        ["callee"] = "call",
        ["call_args_no_parens_one"] = "call_args_no_parens_all",
        ["call_args_no_parens_ambig"] = "call_args_no_parens_all",
        ["call_args_no_parens_many"] = "call_args_no_parens_all",
        ["operation"] = "operators",
        ["binary"] = "operators",

        // One look at the token is enough.
        ["primary"] = "operand",
        ["literal"] = "operand",
        ["prefix"] = "prefixes",
        ["postfix"] = "postfixes",
        ["nullary"] = "operand",
        ["clauses"] = "stab",
        ["clause"] = "stab_expr",
        ["clause_head"] = "stab_arguments",
        ["stab_parens_many"] = "parens_clause",
    };

    private static readonly EbnfGrammar Written = EbnfGrammar.Load("elixir.ebnf");

    [Fact]
    public void Every_parser_is_a_production_of_the_written_grammar()
    {
        Assert.Contains("container_expr", Parsers());
        Assert.All(Parsers(), parser => Assert.True(Written.Defines(parser), $"No production is named {parser}."));
    }

    [Fact]
    public void Every_production_has_a_parser_or_is_part_of_one_that_has()
    {
        var known = Parsers().Concat(Methods()).ToHashSet();
        Assert.All(
            Written.Productions.Select(production => production.Name).Where(name => !IsToken(name)),
            name => Assert.True(known.Contains(Refinements.GetValueOrDefault(name, name)), $"Nothing reads {name}."));
        Assert.All(
            Refinements.Keys, name => Assert.True(Written.Defines(name) && !known.Contains(name), $"{name} is no refinement."));
    }

    [Fact]
    public void Every_production_that_is_used_is_written_and_every_one_that_is_written_is_used()
    {
        var used = Written.Productions
            .SelectMany(production => production.Body.DescendantsAndSelf())
            .OfType<EbnfReference>()
            .Select(reference => reference.Name)
            .ToHashSet();
        Assert.All(used, name => Assert.True(Written.Defines(name), $"{name} is not written."));
        Assert.Equal(["grammar"], Written.Productions.Select(production => production.Name).Except(used));
    }

    [Fact]
    public void Every_kind_of_token_is_written()
    {
        string[] punctuation =
        [
            "EndOfFile", "BadToken", "EndOfLine", "Semicolon", "End", "Comma", "OpenParen", "CloseParen", "OpenBracket",
            "CloseBracket",
            "OpenBrace", "CloseBrace", "OpenBits", "CloseBits",
        ];
        var kinds = Enum.GetNames<SyntaxKind>()
            .Except(punctuation)
            .Select(name => QuotedEnds().Replace(name, ""))
            .Distinct()
            .Select(name => SnakeCase(name).ToUpperInvariant());
        Assert.All(kinds, kind => Assert.True(Written.Defines(kind), $"{kind} is not written."));
    }

    [Theory]
    [InlineData("elixir.ebnf")]
    [InlineData("systemd-unit.ebnf")]
    public void Written_grammars_keep_to_their_notation(string name) => Assert.NotEmpty(EbnfGrammar.Load(name).Productions);

    private static bool IsToken(string production) => char.IsUpper(production[0]);

    private static List<string> Parsers() =>
        [.. typeof(ElixirGrammar)
            .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(property => property.PropertyType.Name.StartsWith("Parser", StringComparison.Ordinal))
            .Select(property => SnakeCase(property.Name))];

    private static IEnumerable<string> Methods() =>
        typeof(ElixirGrammar)
            .GetMethods(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Select(method => MethodName().Match(method.Name))
            .Where(match => match.Success)
            .Select(match => SnakeCase(match.Groups[1].Value));

    private static string SnakeCase(string name) => Capital().Replace(name, "_$1").TrimStart('_').ToLowerInvariant();

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Capital();

    [GeneratedRegex("^(?:Parse|Accept)([A-Z][A-Za-z]*)$")]
    private static partial Regex MethodName();

    [GeneratedRegex("(Start|End)$")]
    private static partial Regex QuotedEnds();
}
