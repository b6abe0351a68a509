using ExsLint.Syntax.Elixir.Grammar.Reading;
using ExsLint.Syntax.Elixir.Language;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar.Combinators;

/// <summary>A token of a certain kind.</summary>
internal sealed class TokenParser(SyntaxKind kind) : Parser<TokenData, SyntaxToken>
{
    /// <inheritdoc/>
    public override bool TryParse(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        out SyntaxToken result)
    {
        result = state.Token;
        return state.Accept(kind) || state.FailUnexpected();
    }
}

/// <summary>Any token: whoever chose this parser has looked at its kind.</summary>
internal sealed class AnyTokenParser : Parser<TokenData, SyntaxToken>
{
    /// <inheritdoc/>
    public override bool TryParse(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        out SyntaxToken result)
    {
        result = state.Token;
        state.Advance();
        return true;
    }
}

/// <summary>The next token, which is not passed over.</summary>
internal sealed class NextTokenParser : Parser<TokenData, SyntaxToken>
{
    /// <inheritdoc/>
    public override bool TryParse(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        out SyntaxToken result)
    {
        result = state.Token;
        return true;
    }
}

/// <summary>A token that may be missing: whether it was there.</summary>
internal sealed class OptionalTokenParser(SyntaxKind kind) : Parser<TokenData, bool>
{
    /// <inheritdoc/>
    public override bool TryParse(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        out bool result)
    {
        result = state.Accept(kind);
        return true;
    }
}
