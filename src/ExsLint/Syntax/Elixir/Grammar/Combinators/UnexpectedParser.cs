using System.Diagnostics.CodeAnalysis;
using ExsLint.Syntax.Elixir.Grammar.Reading;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar.Combinators;

/// <summary>Nothing: the next token cannot stand here.</summary>
internal sealed class UnexpectedParser<T> : Parser<TokenData, T>
{
    /// <inheritdoc/>
    public override bool TryParse(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        [MaybeNullWhen(false)] out T result)
    {
        result = default;
        return state.FailUnexpected();
    }
}
