using System.Diagnostics.CodeAnalysis;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <summary>How one production of the grammar reads tokens. A production that fails has said why.</summary>
internal delegate bool Production<T>(
    ref ParseState<TokenData> state,
    ref PooledList<Expected<TokenData>> expecteds,
    [MaybeNullWhen(false)] out T result);

/// <summary>A production as a Pidgin parser: it looks at the next token's kind instead of trying alternatives.</summary>
internal sealed class ProductionParser<T>(Production<T> production) : Parser<TokenData, T>
{
    public override bool TryParse(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        [MaybeNullWhen(false)] out T result) => production(ref state, ref expecteds, out result);
}
