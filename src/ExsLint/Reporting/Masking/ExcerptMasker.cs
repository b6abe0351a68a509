using System.Text;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Reporting.Masking;

/// <summary>
/// Gives excerpts of a file without its secrets: whatever belongs to a secret's name or looks like a secret is <c>***</c>. Lines
/// stay lines. It would rather hide too much.
/// </summary>
internal sealed class ExcerptMasker
{
    private const string Mask = "***";

    private readonly string _content;

    /// <summary>In ascending order, none touching another, none holding a line end.</summary>
    private readonly List<TextSpan> _masks;

    /// <summary>Finds the secrets of a text.</summary>
    /// <param name="path">Its path: Elixir text is told from all other by its extension.</param>
    /// <param name="content">The text.</param>
    public ExcerptMasker(string path, string content)
    {
        _content = content;
        var masks = new List<TextSpan>();
        var whole = new TextSpan(0, content.Length);
        var isElixir = path.EndsWith(".exs", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".ex", StringComparison.OrdinalIgnoreCase);
        if (!isElixir || !new ElixirSecrets(content, masks).Find())
        {
            LineSecrets.Find(content, whole, masks);
        }

        RandomText.Find(content, masks);
        _masks = Normalize(masks);
    }

    /// <summary>Finds the secrets of a file.</summary>
    public ExcerptMasker(SourceFile file)
        : this(file.Path, file.Content)
    {
    }

    /// <summary>Whether a part of the span is secret.</summary>
    public bool Hides(TextSpan span)
    {
        var index = FirstAtOrAfter(span.Start);
        return index < _masks.Count && _masks[index].Start < span.End;
    }

    /// <summary>The text of a span with its secrets masked.</summary>
    public string Excerpt(TextSpan span)
    {
        var excerpt = new StringBuilder();
        var offset = span.Start;
        for (var i = FirstAtOrAfter(span.Start); i < _masks.Count && _masks[i].Start < span.End; i++)
        {
            excerpt.Append(_content, offset, Math.Max(0, _masks[i].Start - offset)).Append(Mask);
            offset = Math.Min(span.End, _masks[i].End);
        }

        return excerpt.Append(_content, offset, span.End - offset).ToString();
    }

    private int FirstAtOrAfter(int offset)
    {
        var low = 0;
        var high = _masks.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_masks[middle].End <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private List<TextSpan> Normalize(List<TextSpan> masks)
    {
        masks.Sort();
        var result = new List<TextSpan>();
        foreach (var mask in masks)
        {
            var start = result.Count == 0 ? mask.Start : Math.Max(mask.Start, result[^1].End);
            while (start < mask.End)
            {
                var length = _content.AsSpan(start, mask.End - start).IndexOfAny('\n', '\r');
                var end = length < 0 ? mask.End : start + length;
                AddLine(result, start, end);
                start = end + 1;
            }
        }

        return result;
    }

    private void AddLine(List<TextSpan> result, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_content[start]))
        {
            start++;
        }

        if (start >= end)
        {
            return;
        }

        if (result.Count > 0 && result[^1].End == start)
        {
            start = result[^1].Start;
            result.RemoveAt(result.Count - 1);
        }

        result.Add(TextSpan.FromBounds(start, end));
    }
}
