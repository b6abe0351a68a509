namespace ExsLint.Reporting.Markdown;

/// <summary>Reads code, links and emphasis within a line of Markdown. A mark that marks nothing is text.</summary>
internal ref struct MarkdownPieces
{
    private const string Marks = "`[<*";

    private ReadOnlySpan<char> _rest;

    private MarkdownPieces(ReadOnlySpan<char> line) => _rest = line;

    /// <summary>What the piece is.</summary>
    public MarkdownPieceKind Kind { get; private set; }

    /// <summary>The piece, without its marks.</summary>
    public ReadOnlySpan<char> Text { get; private set; }

    /// <summary>The address of a link.</summary>
    public ReadOnlySpan<char> Target { get; private set; }

    /// <summary>The piece at which the reader stands.</summary>
    public readonly MarkdownPieces Current => this;

    /// <summary>Reads a line.</summary>
    public static MarkdownPieces Of(ReadOnlySpan<char> line) => new(line);

    /// <summary>For <c>foreach</c>.</summary>
    public readonly MarkdownPieces GetEnumerator() => this;

    /// <summary>Goes to the next piece; false behind the last.</summary>
    public bool MoveNext()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var next = _rest.IndexOfAny(Marks);
        if (next != 0)
        {
            Take(MarkdownPieceKind.Text, 0, next < 0 ? _rest.Length : next, 0);
        }
        else if (!TryTake(MarkdownPieceKind.Code, "`", "`")
            && !TryTake(MarkdownPieceKind.Strong, "**", "**")
            && !TryTake(MarkdownPieceKind.Address, "<", ">")
            && !TryTakeLink())
        {
            Take(MarkdownPieceKind.Text, 0, 1, 0);
        }

        return true;
    }

    private bool TryTake(MarkdownPieceKind kind, string open, string close)
    {
        if (!_rest.StartsWith(open) || _rest[open.Length..].IndexOf(close) is not (>= 0 and var length))
        {
            return false;
        }

        Take(kind, open.Length, length, close.Length);
        return true;
    }

    private bool TryTakeLink()
    {
        var rest = _rest;
        if (!TryTake(MarkdownPieceKind.Link, "[", "]("))
        {
            return false;
        }

        if (_rest.IndexOf(')') is not (>= 0 and var length))
        {
            _rest = rest;
            return false;
        }

        Target = _rest[..length];
        _rest = _rest[(length + 1)..];
        return true;
    }

    private void Take(MarkdownPieceKind kind, int before, int length, int after)
    {
        Kind = kind;
        Text = _rest.Slice(before, length);
        Target = default;
        _rest = _rest[(before + length + after)..];
    }
}
