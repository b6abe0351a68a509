using System.Runtime.InteropServices;
using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>The quotes that are open, each around the next.</summary>
internal sealed class QuoteModes(TokenCursor cursor)
{
    private readonly List<QuoteMode> _modes = [];

    /// <summary>Whether any quotes are open.</summary>
    public bool Any => _modes.Count > 0;

    /// <summary>How many quotes are open.</summary>
    public int Depth => _modes.Count;

    /// <summary>The outermost quotes that are open.</summary>
    public QuoteMode Outermost => _modes[0];

    /// <summary>Whether the next character is text, neither code nor in an interpolation.</summary>
    public bool IsInText => _modes.Count > 0 && _modes[^1].InText;

    /// <summary>Forgets the innermost quotes.</summary>
    public void Close() => _modes.RemoveAt(_modes.Count - 1);

    /// <summary>Forgets all quotes.</summary>
    public void Clear() => _modes.Clear();

    /// <summary>The innermost quotes that are open.</summary>
    public ref QuoteMode Current => ref CollectionsMarshal.AsSpan(_modes)[^1];

    /// <summary>Opens quotes.</summary>
    public void Open(SyntaxKind kind, int length, char close)
    {
        _modes.Add(new QuoteMode
        {
            EndKind = kind + 1,
            Close = close,
            Interpolates = true,
            InText = true,
            StartToken = cursor.Count,
        });
        cursor.Add(kind, length);
    }
}
