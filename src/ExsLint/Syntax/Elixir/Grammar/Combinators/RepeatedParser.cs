using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Grammar.Reading;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar.Combinators;

/// <summary>Any number of items; they end before a token that none starts with.</summary>
internal sealed class RepeatedParser<T>(ByKindParser<T> item) : Parser<TokenData, ImmutableArray<T>>
{
    /// <inheritdoc/>
    public override bool TryParse(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        out ImmutableArray<T> result)
    {
        result = [];
        if (!item.StartsWith(state.Kind))
        {
            return true;
        }

        if (!item.TryParse(ref state, ref expecteds, out var first))
        {
            return false;
        }

        if (!item.StartsWith(state.Kind))
        {
            result = [first];
            return true;
        }

        var items = ImmutableArray.CreateBuilder<T>();
        items.Add(first);
        while (item.StartsWith(state.Kind))
        {
            if (!item.TryParse(ref state, ref expecteds, out var next))
            {
                return false;
            }

            items.Add(next);
        }

        result = items.DrainToImmutable();
        return true;
    }
}
