using System.Diagnostics.CodeAnalysis;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar.Combinators;

/// <summary>A production, and what is made of it.</summary>
internal sealed class IntoParser<T, TResult>(Parser<TokenData, T> parser, Func<T, TResult> make) : Parser<TokenData, TResult>
{
    /// <inheritdoc/>
    public override bool TryParse(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        [MaybeNullWhen(false)] out TResult result)
    {
        if (!parser.TryParse(ref state, ref expecteds, out var read))
        {
            result = default;
            return false;
        }

        result = make(read);
        return true;
    }
}
