using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Grammar.Reading;
using ExsLint.Syntax.Elixir.Language;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar.Combinators;

/// <summary>Any number of items, with separators between, before and behind them, up to a token that ends them.</summary>
/// <param name="separator">Reads a separator, and says whether there was one.</param>
/// <param name="item">Each item.</param>
/// <param name="end">What ends the items; it is not read.</param>
internal sealed class LinesParser<T>(Parser<TokenData, bool> separator, Parser<TokenData, T> item, SyntaxKind end)
    : Parser<TokenData, ImmutableArray<T>>
{
    /// <inheritdoc/>
    public override bool TryParse(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        out ImmutableArray<T> result)
    {
        result = [];
        if (!separator.TryParse(ref state, ref expecteds, out _))
        {
            return false;
        }

        var items = ImmutableArray.CreateBuilder<T>();
        var isSeparated = true;
        while (state.Kind != end)
        {
            if (!isSeparated)
            {
                return state.FailUnexpected();
            }

            if (!item.TryParse(ref state, ref expecteds, out var next)
                || !separator.TryParse(ref state, ref expecteds, out isSeparated))
            {
                return false;
            }

            items.Add(next);
        }

        result = items.DrainToImmutable();
        return true;
    }
}
