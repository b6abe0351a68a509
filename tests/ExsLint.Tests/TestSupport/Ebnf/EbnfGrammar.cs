using System.Collections.Immutable;
using Pidgin;
using static Pidgin.Parser;

namespace ExsLint.Tests.TestSupport.Ebnf;

/// <summary>One rule of a written grammar.</summary>
internal sealed record EbnfProduction(string Name, EbnfExpression Body);

/// <summary>A written grammar in the notation of ISO 14977, of which it reads all but exceptions and repetition counts.</summary>
internal sealed class EbnfGrammar
{
    private static readonly Parser<char, Unit> Skip =
        Try(String("(*")).Then(Parser<char>.Any.SkipUntil(Try(String("*)")))).Or(Whitespace.IgnoreResult()).SkipMany();

    private static readonly Parser<char, string> Name = Token(
        Map((first, rest) => first + rest, Letter, LetterOrDigit.Or(OneOf("_-")).ManyString()));

    private static readonly Parser<char, EbnfExpression> Reference = Name.Select<EbnfExpression>(name => new EbnfReference(name));

    private static readonly Parser<char, EbnfExpression> Primary = OneOf(
        Quoted('"').Or(Quoted('\'')).Select<EbnfExpression>(text => new EbnfTerminal(text)),
        Quoted('?').Select<EbnfExpression>(words => new EbnfSpecial(words.Trim())),
        Rec(() => Choice!).Between(Symbol('('), Symbol(')')),
        Rec(() => Choice!).Between(Symbol('['), Symbol(']')).Select<EbnfExpression>(body => new EbnfOption(body)),
        Rec(() => Choice!).Between(Symbol('{'), Symbol('}')).Select<EbnfExpression>(body => new EbnfRepetition(body)),
        Reference);

    private static readonly Parser<char, EbnfExpression> Sequence = Primary.SeparatedAtLeastOnce(Symbol(','))
        .Select(parts => parts.ToImmutableArray())
        .Select(parts => parts is [var only] ? only : new EbnfSequence(parts));

    private static readonly Parser<char, EbnfExpression> Choice = Sequence.SeparatedAtLeastOnce(Symbol('|'))
        .Select(alternatives => alternatives.ToImmutableArray())
        .Select(alternatives => alternatives is [var only] ? only : new EbnfChoice(alternatives));

    private static readonly Parser<char, EbnfProduction> Production =
        Map((name, body) => new EbnfProduction(name, body), Name.Before(Symbol('=')), Choice.Before(Symbol(';')));

    private static readonly Parser<char, ImmutableArray<EbnfProduction>> File =
        Skip.Then(Production.Many()).Before(Parser<char>.End).Select(productions => productions.ToImmutableArray());

    private readonly Dictionary<string, EbnfProduction> _byName;

    private EbnfGrammar(ImmutableArray<EbnfProduction> productions)
    {
        Productions = productions;
        _byName = productions.ToDictionary(production => production.Name);
    }

    /// <summary>The productions as they are written.</summary>
    public ImmutableArray<EbnfProduction> Productions { get; }

    /// <summary>The production of this name.</summary>
    public EbnfProduction this[string name] => _byName[name];

    /// <summary>Reads a grammar; throws with the place if it is none.</summary>
    public static EbnfGrammar Parse(string text) => new(File.ParseOrThrow(text));

    /// <summary>Reads a grammar of this repository.</summary>
    /// <param name="name">The file's name in <c>grammars</c>.</param>
    public static EbnfGrammar Load(string name)
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(directory.FullName, "ExsLint.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("ExsLint.sln is nowhere above the tests.");
        }

        return Parse(System.IO.File.ReadAllText(Path.Combine(directory.FullName, "grammars", name)));
    }

    /// <summary>Whether there is a production of this name.</summary>
    public bool Defines(string name) => _byName.ContainsKey(name);

    private static Parser<char, T> Token<T>(Parser<char, T> parser) => parser.Before(Skip);

    private static Parser<char, char> Symbol(char symbol) => Token(Char(symbol));

    private static Parser<char, string> Quoted(char quote) => Token(AnyCharExcept(quote).ManyString().Between(Char(quote)));
}
