using System.Collections.Immutable;
using System.Text;
using ExsLint.Edits;
using ExsLint.Reporting.Layout;
using ExsLint.Reporting.Masking;
using ExsLint.Semantics.Secrets;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Reporting.Full;

/// <summary>A line that a fix writes.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Text">Its text, with secrets masked.</param>
internal readonly record struct WrittenLine(int Number, string Text);

/// <summary>What a fix does to the lines of its files: those it takes away, and those it writes. Secrets are masked.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="secrets">What is secret in the files.</param>
internal sealed class FixPreview(StyledOutput output, SecretMap secrets)
{
    /// <summary>Of a change with more lines the others are counted only.</summary>
    private const int MaximumLines = 8;

    /// <summary>A longer change, in UTF-16 units, is not shown: nobody reads it.</summary>
    private const int MaximumLength = 4_000;

    /// <summary>Writes the changed lines; nothing where the fix is too long or would write something secret.</summary>
    /// <param name="fix">The fix.</param>
    /// <param name="finding">The file of the finding: only other files are named.</param>
    /// <param name="shown">
    /// The lines of that file which are shown already: what is taken away of them needs no second look.
    /// </param>
    public void Write(CodeFix fix, SourceFile finding, LineRange shown)
    {
        if (!ShownFix.IsShowable(fix, secrets))
        {
            return;
        }

        foreach (var edit in fix.Edits)
        {
            if (edit.File != finding)
            {
                new WrappedText(output).Add("In").Add(" " + Printable.Escape(edit.File.ShownPath), TextRole.Place)
                    .Write(indent: 2);
            }

            var added = 0;
            foreach (var group in ByLines(edit))
            {
                added += Write(edit.File, group, added, edit.File == finding ? shown : new LineRange(0, -1));
            }
        }
    }

    /// <summary>
    /// The line that a fix writes to the file of its finding, where that takes the place of no line, or of one that is shown
    /// already.
    /// </summary>
    public WrittenLine? FindOnlyLine(CodeFix fix, SourceFile finding, LineRange shown)
    {
        if (!ShownFix.IsShowable(fix, secrets) || fix.Edits is not [var edit] || edit.File != finding
            || ByLines(edit).ToList() is not [var group])
        {
            return null;
        }

        var (removed, written, start) = Compare(finding, group);
        return written is [var line] && (removed.Length == 0 || (removed.Length == 1 && shown.Contains(start)))
            ? new WrittenLine(start, line) : null;
    }

    /// <summary>Changes that touch the same lines belong together.</summary>
    private static IEnumerable<ImmutableArray<TextChange>> ByLines(FileEdit edit)
    {
        var group = ImmutableArray.CreateBuilder<TextChange>();
        var last = -1;
        foreach (var change in edit.Changes)
        {
            if (group.Count > 0 && edit.File.Lines.GetPosition(change.Span.Start).Line > last)
            {
                yield return group.DrainToImmutable();
            }

            group.Add(change);
            last = edit.File.Lines.GetPosition(change.Span.End).Line;
        }

        yield return group.DrainToImmutable();
    }

    /// <summary>Writes the lines of a group of changes.</summary>
    /// <param name="file">The file.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="shift">How many lines the changes before them add.</param>
    /// <param name="shown">The lines that are shown already.</param>
    /// <returns>How many lines these add.</returns>
    private int Write(SourceFile file, ImmutableArray<TextChange> changes, int shift, LineRange shown)
    {
        var (removed, written, start) = Compare(file, changes);
        if (written.Length == 0 || !shown.Contains(start) || !shown.Contains(start + removed.Length - 1))
        {
            Write(file, removed, written, start, '-', TextRole.Removed);
        }

        Write(file, written, removed, start + shift, '+', TextRole.Added);
        return written.Length - removed.Length;
    }

    /// <summary>
    /// The lines that changes take away and write, and the number of the first one, from 0; no lines where they are too long.
    /// </summary>
    private (string[] Removed, string[] Written, int Start) Compare(SourceFile file, ImmutableArray<TextChange> changes)
    {
        var first = file.Lines.GetPosition(changes[0].Span.Start).Line;
        var last = file.Lines.GetPosition(changes[^1].Span.End).Line;
        var span = TextSpan.FromBounds(file.Lines.GetStart(first), file.Lines.GetLine(last).End);
        if (span.Length + changes.Sum(change => change.NewText?.Length ?? 0) > MaximumLength)
        {
            return ([], [], first);
        }

        var before = Lines(secrets.Of(file).Excerpt(span));
        var after = Lines(Apply(file, span, changes));
        var common = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var commonEnd = before.Skip(common).Reverse().Zip(after.Skip(common).Reverse())
            .TakeWhile(pair => pair.First == pair.Second).Count();
        return (before[common..^commonEnd], after[common..^commonEnd], first + common);
    }

    private string Apply(SourceFile file, TextSpan span, ImmutableArray<TextChange> changes)
    {
        var text = new StringBuilder();
        var offset = span.Start;
        foreach (var change in changes)
        {
            text.Append(secrets.Of(file).Excerpt(TextSpan.FromBounds(offset, change.Span.Start))).Append(change.NewText);
            offset = change.Span.End;
        }

        return text.Append(secrets.Of(file).Excerpt(TextSpan.FromBounds(offset, span.End))).ToString();
    }

    private static string[] Lines(string text)
    {
        var table = new LineTable(text);
        return [.. Enumerable.Range(0, table.Count).Select(table.GetLine)
            .Select(line => text.Substring(line.Start, line.Length))];
    }

    private void Write(SourceFile file, string[] lines, string[] others, int number, char sign, TextRole role)
    {
        var width = SourceExcerpt.NumberWidth(file);
        for (var i = 0; i < Math.Min(lines.Length, MaximumLines); i++)
        {
            SourceExcerpt.WriteGutter(output, width, number + i, "");
            var shown = Show(lines[i], i < others.Length ? others[i] : "", output.Width - width - "   - ".Length);
            output.Write($" {sign} {shown}".TrimEnd(), role);
            output.EndLine();
        }

        if (lines.Length > MaximumLines)
        {
            SourceExcerpt.WriteGutter(output, width, null, "");
            output.Write($" {sign} {lines.Length - MaximumLines} more", role);
            output.EndLine();
        }
    }

    /// <summary>A line as wide as fits, around the part in which it differs from another.</summary>
    private static string Show(string line, string other, int width)
    {
        var start = line.AsSpan().CommonPrefixLength(other);
        start -= start > 0 && char.IsHighSurrogate(line[start - 1]) ? 1 : 0;
        var end = line.Length;
        var longest = Math.Min(line.Length, other.Length) - start;
        while (line.Length - end < longest && line[end - 1] == other[other.Length - (line.Length - end) - 1])
        {
            end--;
        }

        end += end < line.Length && char.IsLowSurrogate(line[end]) ? 1 : 0;
        return DisplayLine.Marked(line[..start], line[start..end], line[end..], width).Text;
    }
}
