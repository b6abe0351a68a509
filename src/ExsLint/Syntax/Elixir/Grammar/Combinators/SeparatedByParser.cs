using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Grammar.Reading;
using ExsLint.Syntax.Elixir.Language;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar.Combinators;

/// <summary>One or more items with separators between them.</summary>
/// <param name="first">The first item.</param>
/// <param name="item">Each item behind it.</param>
internal sealed class SeparatedByParser<T>(Parser<TokenData, T> first, Parser<TokenData, T> item)
    : Parser<TokenData, ImmutableArray<T>>
{
    /// <summary>Whether a separator may stand behind the last item, before what closes the list.</summary>
    public bool AllowsTrailing { get; init; }

    /// <summary>Whether nothing may follow this item.</summary>
    public Func<T, bool>? IsLast { get; init; }

    /// <inheritdoc/>
    public override bool TryParse(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        out ImmutableArray<T> result)
    {
        result = [];
        return first.TryParse(ref state, ref expecteds, out var read) && TryReadBehind(ref state, read, out result);
    }

    /// <summary>Reads the items behind the first, which was read already.</summary>
    public bool TryReadBehind(ref TokenReader reader, T read, out ImmutableArray<T> result)
    {
        if (reader.Kind != SyntaxKind.Comma || IsLast?.Invoke(read) == true)
        {
            result = [read];
            return true;
        }

        result = [];
        var items = ImmutableArray.CreateBuilder<T>();
        items.Add(read);
        while (reader.Accept(SyntaxKind.Comma))
        {
            if (AllowsTrailing && TokenKinds.IsClosing(reader.Kind))
            {
                break;
            }

            if (!reader.TryRead(item, out var next))
            {
                return false;
            }

            items.Add(next);
            if (IsLast?.Invoke(next) == true)
            {
                break;
            }
        }

        result = items.DrainToImmutable();
        return true;
    }
}
