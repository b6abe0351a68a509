using System.Text;
using ExsLint.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Semantics.Secrets;

/// <summary>A text put together of pieces of a file, which knows where each of them stands there.</summary>
/// <param name="content">The file's text.</param>
internal sealed class JoinedText(string content)
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, TextSpan Span)> _pieces = [];
    private readonly List<(int Start, SyntaxNode Node)> _holes = [];

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>Adds a piece of the file.</summary>
    public void Add(int start, int end)
    {
        _pieces.Add((_text.Length, TextSpan.FromBounds(start, end)));
        _text.Append(content, start, end - start);
    }

    /// <summary>Adds what does not stand in the file.</summary>
    public void AddText(string text) => _text.Append(text);

    /// <summary>Adds what is put in at run time.</summary>
    public void AddHole(SyntaxNode node)
    {
        _holes.Add((_text.Length, node));
        _text.Append(SecretText.Hole);
    }

    /// <summary>
    /// What is put in at run time within some spans: behind the first colon of each, where it has one, since a user's name stands
    /// before it.
    /// </summary>
    public IEnumerable<SyntaxNode> HolesIn(IEnumerable<TextSpan> spans)
    {
        foreach (var span in _holes.Count == 0 ? [] : spans)
        {
            var text = _text.ToString(span.Start, span.Length);
            var start = span.Start + text.IndexOf(':', StringComparison.Ordinal) + 1;
            foreach (var (_, node) in _holes.Where(hole => start <= hole.Start && hole.Start < span.End))
            {
                yield return node;
            }
        }
    }

    /// <summary>Starts anew.</summary>
    public void Clear()
    {
        _text.Clear();
        _pieces.Clear();
        _holes.Clear();
    }

    /// <summary>Adds spans of this text as spans of the file. What holds no letter and no digit is no secret.</summary>
    public void AddTo(List<TextSpan> found, List<TextSpan> masks)
    {
        foreach (var span in found)
        {
            for (var i = FirstPiece(span.Start); i < _pieces.Count && _pieces[i].Start < span.End; i++)
            {
                var (start, piece) = _pieces[i];
                var from = Math.Max(0, span.Start - start);
                var to = Math.Min(piece.Length, span.End - start);
                if (from < to && HoldsWord(content.AsSpan(piece.Start + from, to - from)))
                {
                    masks.Add(TextSpan.FromBounds(piece.Start + from, piece.Start + to));
                }
            }
        }
    }

    /// <summary>The number of the last piece that starts no later than an offset.</summary>
    private int FirstPiece(int offset)
    {
        var (low, high) = (0, _pieces.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _pieces[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private static bool HoldsWord(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
