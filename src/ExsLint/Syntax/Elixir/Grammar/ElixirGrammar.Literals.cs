using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ExsLint.Syntax.Elixir.Nodes;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <content>Quoted literals: strings, charlists, heredocs, sigils, quoted atoms and keys.</content>
internal sealed partial class ElixirGrammar
{
    /// <summary>bin_string, list_string, bin_heredoc, list_heredoc, sigil, atom_quoted, kw_identifier_unsafe: anything between quotes.</summary>
    private Parser<TokenData, StringLiteralSyntax> String => field ??= Define<StringLiteralSyntax>(ParseString);

    private bool ParseString(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        [MaybeNullWhen(false)] out StringLiteralSyntax result)
    {
        result = null;
        var first = Index(ref state);
        var parts = ImmutableArray.CreateBuilder<StringPartSyntax>();
        state.Advance();
        while (true)
        {
            var index = Index(ref state);
            switch (KindAt(index))
            {
                case SyntaxKind.StringText:
                    parts.Add(new StringTextSyntax(_tree, index));
                    state.Advance();
                    break;
                case SyntaxKind.InterpolationStart:
                    if (!ParseInterpolation(ref state, ref expecteds, out var interpolation))
                    {
                        return false;
                    }

                    parts.Add(interpolation);
                    break;
                default:
                    // The scanner closes every quote, so this is its end.
                    state.Advance();
                    result = new StringLiteralSyntax(_tree, first, index, parts.DrainToImmutable());
                    return CheckString(ref state, result);
            }
        }
    }

    private bool ParseInterpolation(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        [MaybeNullWhen(false)] out InterpolationSyntax result)
    {
        result = null;
        var first = Index(ref state);
        state.Advance();
        if (!InterpolationBody.TryParse(ref state, ref expecteds, out var body))
        {
            return false;
        }

        state.Advance();
        result = new InterpolationSyntax(_tree, first, Index(ref state) - 1, body);
        return true;
    }

    private bool CheckString(ref ParseState<TokenData> state, StringLiteralSyntax literal) =>
        StringChecker.FindError(literal, _dialect) is not { } error
        || Fail<Operand>(ref state, literal.FirstTokenIndex, error.Span, error.Message, out _);
}
