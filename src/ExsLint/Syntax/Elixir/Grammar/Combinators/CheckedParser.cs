using System.Diagnostics.CodeAnalysis;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar.Combinators;

/// <summary>Says whether what was read may stand there; if not, it tells the reader why.</summary>
internal delegate bool Check<in T>(ref TokenReader reader, T read);

/// <summary>A production that is looked at once it was read.</summary>
internal sealed class CheckedParser<T>(Parser<TokenData, T> parser, Check<T> check) : Parser<TokenData, T>
{
    /// <inheritdoc/>
    public override bool TryParse(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        [MaybeNullWhen(false)] out T result) =>
        parser.TryParse(ref state, ref expecteds, out result) && check(ref state, result);
}
