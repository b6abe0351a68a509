using System.Diagnostics.CodeAnalysis;
using ExsLint.Syntax.Elixir.Grammar.Reading;
using ExsLint.Syntax.Elixir.Language;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar.Combinators;

/// <summary>What brackets enclose; line ends may stand behind the first and before the last.</summary>
/// <param name="open">The opening bracket.</param>
/// <param name="content">What stands between the brackets.</param>
/// <param name="close">The closing bracket.</param>
/// <param name="make">Makes the node of both brackets and what stands between.</param>
internal sealed class BracketedParser<TContent, T>(
    SyntaxKind open,
    Parser<TokenData, TContent> content,
    SyntaxKind close,
    Func<SyntaxToken, TContent, SyntaxToken, T> make) : Parser<TokenData, T>
{
    /// <summary>Whether the brackets may enclose nothing; then that is <see cref="Empty"/>.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The content of brackets that enclose nothing.</summary>
    public required TContent Empty { get; init; }

    /// <inheritdoc/>
    public override bool TryParse(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        [MaybeNullWhen(false)] out T result)
    {
        result = default;
        var first = state.Token;
        if (!state.Accept(open))
        {
            return state.FailUnexpected();
        }

        state.Accept(SyntaxKind.EndOfLine);
        if (IsOptional && state.Accept(close))
        {
            result = make(first, Empty, state.PreviousToken);
            return true;
        }

        if (!content.TryParse(ref state, ref expecteds, out var enclosed) || !state.Close(close))
        {
            return false;
        }

        result = make(first, enclosed, state.PreviousToken);
        return true;
    }
}
