using System.Reflection;
using System.Text.RegularExpressions;
using ExsLint.Syntax.Elixir.Grammar;
using ExsLint.Syntax.Elixir.Grammar.Combinators;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Tests.TestSupport.Ebnf;

namespace ExsLint.Tests.Syntax.Elixir;

/// <summary>The parser and the written grammar are the same grammar, part by part.</summary>
public sealed partial class ElixirGrammarTests
{
    /// <summary>Productions that have no parser of their own, and why.</summary>
    private static readonly Dictionary<string, string> Excused = new()
    {
        ["unmatched_expr"] = "expr says of what it has read which of the three classes it is: they start alike",
        ["no_parens_expr"] = "likewise",
        ["operation"] = "the loop of expr: a key behind the operator is its map's, or 'when' takes it",
        ["postfix"] = "operand reads it: what may follow depends on the value before it",
        ["block_call"] = "call reads it: the do-block shows only behind the arguments",
        ["no_parens_call"] = "call reads it: the second argument shows only behind the first",
        ["callee"] = "call reads it: the kind of the name and the token behind it tell",
        ["call_args_no_parens_one"] = "call_args_no_parens_all reads it: no comma shows only behind the first argument",
        ["call_args_no_parens_ambig"] = "likewise: the first argument swallows the commas",
        ["stab_parens_many"] = "the parser of parentheses reads it: it is one only if an arrow follows",
    };

    /// <summary>Productions whose parsers are written by hand, and why.</summary>
    private static readonly Dictionary<string, string> ByHand = new()
    {
        ["grammar"] = "skips statements that are broken",
        ["expr"] = "precedence: operators wait on a stack, so that a long chain does not recurse",
        ["matched_expr"] = "likewise",
        ["prefixed_operand"] = "speed: nearly everything passes through it, and few operands have a prefix",
        ["binary"] = "puts together what binds tighter before it",
        ["prefix"] = "what follows '...' and '&' tells whether they are operators",
        ["operand"] = "what may follow depends on the value that was read, and '@' binds tighter than a dot",
        ["call"] = "the name, the arguments and what stands around decide together what belongs to it",
        ["call_args_no_parens_all"] = "only what was read tells its cases apart",
        ["struct_expr"] = "an operand with prefixes, but without operators and arguments",
        ["assoc_expr"] = "what may stand without an arrow depends on what it is, and on the version of Elixir",
        ["do_block"] = "its parts must know where it ends, to skip up to there what is broken",
        ["stab"] = "skips statements that are broken, and reads bare arguments that only an arrow behind them allows",
        ["stab_expr"] = "only the arrow tells that what was read before it are patterns",
        ["clause_head"] = "one expression is a head or none",
    };

    private static readonly EbnfGrammar Written = EbnfGrammar.Load("elixir.ebnf");

    [Fact]
    public void The_productions_of_the_written_grammar_are_the_parsers_of_the_grammar_in_the_same_order()
    {
        var productions = Written.Productions.Select(production => production.Name).Where(name => !IsToken(name)).ToList();
        Assert.All(Excused.Keys, name => Assert.Contains(name, productions));
        Assert.Equal(productions.Except(Excused.Keys), Parsers().Select(parser => SnakeCase(parser.Name)));
    }

    [Fact]
    public void Parsers_are_put_together_from_combinators_unless_there_is_a_reason() =>
        Assert.Equal(
            ByHand.Keys,
            Parsers()
                .Where(parser => IsByHand(parser.GetValue(ElixirGrammar.Instance)!.GetType()))
                .Select(parser => SnakeCase(parser.Name)));

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

    private static IEnumerable<PropertyInfo> Parsers() => typeof(ElixirGrammar)
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .OrderBy(property => property.MetadataToken);

    private static bool IsByHand(Type parser) =>
        parser.BaseType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(HandWritten<>);

    private static string SnakeCase(string name) => Capital().Replace(name, "_$1").TrimStart('_').ToLowerInvariant();

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Capital();

    [GeneratedRegex("(Start|End)$")]
    private static partial Regex QuotedEnds();
}
