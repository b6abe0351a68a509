using System.Runtime.CompilerServices;

namespace ExsLint.Syntax;

/// <summary>
/// Tokens in the making. What is given at the end are the same tokens, not a copy of them, where there are many: a copy would
/// take as much memory once more.
/// </summary>
/// <param name="capacity">So many tokens are likely. Memory that stays unused is never touched.</param>
internal sealed class TokenBuffer(int capacity)
{
    /// <summary>An array that is larger is never moved, and takes no memory where nothing was written.</summary>
    private const int LargestMoved = 80_000;

    private TokenData[] _tokens = new TokenData[capacity];

    /// <summary>How many tokens there are.</summary>
    public int Count { get; private set; }

    /// <summary>A token by its number.</summary>
    public ref TokenData this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _tokens.AsSpan(0, Count)[index];
    }

    /// <summary>Adds a token.</summary>
    public void Add(TokenData token)
    {
        if (Count == _tokens.Length)
        {
            Array.Resize(ref _tokens, (_tokens.Length * 2) + 4);
        }

        _tokens[Count++] = token;
    }

    /// <summary>Takes tokens at the end away.</summary>
    /// <param name="count">How many are left.</param>
    public void Cut(int count) => Count = count;

    /// <summary>All tokens; the array may go on behind them.</summary>
    public TokenData[] Finish() => _tokens.Length * Unsafe.SizeOf<TokenData>() > LargestMoved ? _tokens : _tokens[..Count];
}
