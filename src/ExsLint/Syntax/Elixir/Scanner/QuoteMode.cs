using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>A quoted literal that is open: what ends it, and what to go back to if nothing does.</summary>
internal struct QuoteMode
{
    /// <summary>The kind of the token that ends it.</summary>
    public SyntaxKind EndKind;

    /// <summary>The closing character; a heredoc has three of them.</summary>
    public char Close;

    /// <summary>Whether it is a heredoc.</summary>
    public bool IsHeredoc;

    /// <summary>Whether <c>#{</c> starts an interpolation.</summary>
    public bool Interpolates;

    /// <summary>Whether letters and digits behind the end belong to it.</summary>
    public bool HasModifiers;

    /// <summary>Whether it is a keyword key if a colon follows.</summary>
    public bool MayBeKey;

    /// <summary>Whether the scanner stands in its text, not within an interpolation.</summary>
    public bool InText;

    /// <summary>Braces that are open within the interpolation.</summary>
    public int BraceDepth;

    /// <summary>The number of its opening token.</summary>
    public int StartToken;
}
