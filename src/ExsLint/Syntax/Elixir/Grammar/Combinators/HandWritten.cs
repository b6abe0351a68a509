using System.Diagnostics.CodeAnalysis;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar.Combinators;

/// <summary>A production that no combinator describes: it reads tokens itself. Its summary says why.</summary>
internal abstract class HandWritten<T> : Parser<TokenData, T>
{
    /// <inheritdoc/>
    public sealed override bool TryParse(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        [MaybeNullWhen(false)] out T result) => TryRead(ref state, out result);

    /// <summary>Reads the production. If it fails, it has told the reader why.</summary>
    public abstract bool TryRead(ref TokenReader reader, [MaybeNullWhen(false)] out T result);
}
