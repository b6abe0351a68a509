using System.Diagnostics.CodeAnalysis;
using ExsLint.Syntax.Elixir.Grammar.Reading;
using ExsLint.Syntax.Elixir.Language;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar.Combinators;

/// <summary>Alternatives of which the kind of the next token chooses one: none is tried in vain.</summary>
internal sealed class ByKindParser<T> : Parser<TokenData, T>
{
    private readonly Parser<TokenData, T>?[] _alternatives = new Parser<TokenData, T>?[(int)SyntaxKind.AtOperator + 1];

    /// <summary>Makes a choice of alternatives, each with the kinds of token that it starts with.</summary>
    public ByKindParser(ReadOnlySpan<(Parser<TokenData, T> Parser, SyntaxKind[] Kinds)> alternatives)
    {
        foreach (var (parser, kinds) in alternatives)
        {
            foreach (var kind in kinds)
            {
                _alternatives[(int)kind] = parser;
            }
        }
    }

    /// <summary>Whether an alternative starts with this kind of token.</summary>
    public bool StartsWith(SyntaxKind kind) => _alternatives[(int)kind] is not null;

    /// <inheritdoc/>
    public override bool TryParse(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        [MaybeNullWhen(false)] out T result)
    {
        if (_alternatives[(int)state.Kind] is { } parser)
        {
            return parser.TryParse(ref state, ref expecteds, out result);
        }

        result = default;
        return state.FailUnexpected();
    }
}
