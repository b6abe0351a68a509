using System.Diagnostics.CodeAnalysis;
using ExsLint.Syntax.Elixir.Grammar.Reading;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar.Combinators;

/// <summary>A production that takes stack for each level of nesting: it fails where that would be too much.</summary>
internal sealed class NestedParser<T>(Parser<TokenData, T> parser) : Parser<TokenData, T>
{
    /// <inheritdoc/>
    public override bool TryParse(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        [MaybeNullWhen(false)] out T result)
    {
        result = default;
        if (!state.TryDescend() || !parser.TryParse(ref state, ref expecteds, out result))
        {
            return false;
        }

        state.Session.Depth--;
        return true;
    }
}
