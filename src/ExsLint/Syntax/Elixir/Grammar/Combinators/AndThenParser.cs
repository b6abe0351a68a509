using System.Diagnostics.CodeAnalysis;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar.Combinators;

/// <summary>Goes on from what was read, with the reader at hand: it may refuse it, with a message.</summary>
internal delegate bool Continuation<in T, TResult>(ref TokenReader reader, T read, [MaybeNullWhen(false)] out TResult result);

/// <summary>A production, and what is made of what it has read.</summary>
internal sealed class AndThenParser<T, TResult>(Parser<TokenData, T> parser, Continuation<T, TResult> continuation)
    : Parser<TokenData, TResult>
{
    /// <inheritdoc/>
    public override bool TryParse(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        [MaybeNullWhen(false)] out TResult result)
    {
        result = default;
        return parser.TryParse(ref state, ref expecteds, out var read) && continuation(ref state, read, out result);
    }
}
