using ExsLint.Syntax.Elixir.Grammar.Reading;
using ExsLint.Syntax.Elixir.Language;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar.Combinators;

/// <summary>A production that is missing before certain kinds of token; then it is null.</summary>
internal sealed class OptionalParser<T>(Parser<TokenData, T> parser, Func<SyntaxKind, bool> isMissingBefore)
    : Parser<TokenData, T?>
    where T : class
{
    /// <inheritdoc/>
    public override bool TryParse(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        out T? result)
    {
        result = null;
        return isMissingBefore(state.Kind) || parser.TryParse(ref state, ref expecteds, out result);
    }
}
