using System.Diagnostics.CodeAnalysis;
using ExsLint.Syntax.Elixir.Grammar.Reading;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar.Combinators;

/// <summary>Two alternatives: one where a keyword's key stands next, one elsewhere.</summary>
internal sealed class ByKeyParser<T>(Parser<TokenData, T> atKey, Parser<TokenData, T> elsewhere) : Parser<TokenData, T>
{
    /// <inheritdoc/>
    public override bool TryParse(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        [MaybeNullWhen(false)] out T result) =>
        (state.IsAtKey ? atKey : elsewhere).TryParse(ref state, ref expecteds, out result);
}
