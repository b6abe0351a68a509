using System.Collections.Immutable;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Analysis.Suppressions;

/// <summary>A comment for ExsLint: <c># exslint:ignore akkoma-sts, akkoma-http-ip -- the proxy does it</c>.</summary>
/// <param name="Location">The comment, its mark included.</param>
/// <param name="Word">What stands behind the colon: <see cref="Line"/>, <see cref="WholeFile"/>, or anything else.</param>
/// <param name="Rules">The rules it names.</param>
/// <param name="Reason">The reason; empty if there is none, or nothing in it that could be one.</param>
internal sealed record SuppressionComment(Location Location, string Word, ImmutableArray<NamedRule> Rules, TextSpan Reason)
{
    /// <summary>The text that a suppression comment starts with, behind the comment's mark.</summary>
    public const string Prefix = "exslint:";

    /// <summary>The word of a comment for a line.</summary>
    public const string Line = "ignore";

    /// <summary>The word of a comment for the file.</summary>
    public const string WholeFile = "ignore-file";

    private const string ReasonMark = "--";

    /// <summary>Whether it is for all of its file.</summary>
    public bool IsForFile => Word == WholeFile;

    /// <summary>Whether there is such a kind of comment.</summary>
    public bool IsKnown => Word is Line or WholeFile;

    /// <summary>Whether it gives a reason.</summary>
    public bool HasReason => !Reason.IsEmpty;

    /// <summary>Reads a comment; null if it is not for ExsLint.</summary>
    /// <param name="file">The file.</param>
    /// <param name="comment">The comment's span, from its mark to the end of the line.</param>
    public static SuppressionComment? Parse(SourceFile file, TextSpan comment)
    {
        var text = file.Content.AsSpan(0, comment.End);
        var offset = SkipSpace(text, comment.Start + CountMarks(text[comment.Start..]));
        if (!text[offset..].StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        offset += Prefix.Length;
        var word = ReadName(text, offset);
        if (word.IsEmpty)
        {
            return null;
        }

        var rules = ReadRules(file.Content, text, word.End, out offset);
        return new SuppressionComment(
            new Location(file, TextSpan.FromBounds(comment.Start, text.TrimEnd().Length)),
            file.Content[word.Start..word.End],
            rules,
            ReadReason(text, offset));
    }

    private static int CountMarks(ReadOnlySpan<char> text) => text.Length - text.TrimStart("#;").Length;

    private static ImmutableArray<NamedRule> ReadRules(string content, ReadOnlySpan<char> text, int offset, out int end)
    {
        var rules = ImmutableArray.CreateBuilder<NamedRule>();
        end = SkipSpace(text, offset);
        while (!text[end..].StartsWith(ReasonMark, StringComparison.Ordinal) && ReadName(text, end) is { IsEmpty: false } name)
        {
            rules.Add(new NamedRule(content[name.Start..name.End], name));
            end = SkipSpace(text, name.End);
            if (end == text.Length || text[end] != ',')
            {
                break;
            }

            end = SkipSpace(text, end + 1);
        }

        return rules.ToImmutable();
    }

    /// <summary>The reason's span; dashes and dots alone are none.</summary>
    private static TextSpan ReadReason(ReadOnlySpan<char> text, int offset)
    {
        if (!text[offset..].StartsWith(ReasonMark, StringComparison.Ordinal))
        {
            return default;
        }

        var start = SkipSpace(text, offset + ReasonMark.Length);
        foreach (var character in text[start..])
        {
            if (char.IsLetterOrDigit(character))
            {
                return TextSpan.FromBounds(start, start + text[start..].TrimEnd().Length);
            }
        }

        return default;
    }

    /// <summary>The span of a rule's name, or of a pattern, from an offset on; empty if none starts there.</summary>
    private static TextSpan ReadName(ReadOnlySpan<char> text, int offset)
    {
        var end = offset;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_' or '*'))
        {
            end++;
        }

        return TextSpan.FromBounds(offset, end);
    }

    private static int SkipSpace(ReadOnlySpan<char> text, int offset)
    {
        while (offset < text.Length && text[offset] is ' ' or '\t')
        {
            offset++;
        }

        return offset;
    }
}

/// <summary>A rule that a comment names.</summary>
/// <param name="Name">The name as it is written; there need be no such rule.</param>
/// <param name="Span">Where it is written.</param>
internal readonly record struct NamedRule(string Name, TextSpan Span);
