using System.Globalization;
using DiffPlex;
using DiffPlex.Model;
using ExsLint.Analysis.Fixing;

namespace ExsLint.Reporting;

/// <summary>
/// Changes as a unified diff that <c>git apply</c> takes. Lines end at LF, as git counts them: a CR is part of its line, and so
/// kept.
/// </summary>
public static class UnifiedDiff
{
    /// <summary>How many unchanged lines are shown around a change.</summary>
    private const int Context = 3;

    /// <summary>Writes the change of a file.</summary>
    public static void Write(FileChange change, TextWriter output)
    {
        var diff = Differ.Instance.CreateDiffs(
            change.Before?.Content ?? "", change.After.Content, ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance);
        if (diff.DiffBlocks.Count == 0)
        {
            return;
        }

        var (old, now) = (Quote("a/" + change.Path), Quote("b/" + change.Path));
        output.Write($"diff --git {old} {now}\n");
        output.Write(change.Before is null ? "new file mode 100644\n--- /dev/null\n" : $"--- {old}{EndOfName(change.Path)}\n");
        output.Write($"+++ {now}{EndOfName(change.Path)}\n");
        for (var first = 0; first < diff.DiffBlocks.Count;)
        {
            var last = first;
            while (last + 1 < diff.DiffBlocks.Count && GapBefore(diff, last + 1) <= 2 * Context)
            {
                last++;
            }

            WriteHunk(diff, first, last, output);
            first = last + 1;
        }
    }

    /// <summary>How many unchanged lines there are between a block and the one before it.</summary>
    private static int GapBefore(DiffResult diff, int block) =>
        diff.DiffBlocks[block].DeleteStartA - diff.DiffBlocks[block - 1].DeleteStartA - diff.DiffBlocks[block - 1].DeleteCountA;

    private static void WriteHunk(DiffResult diff, int first, int last, TextWriter output)
    {
        var (opening, closing) = (diff.DiffBlocks[first], diff.DiffBlocks[last]);
        var before = Math.Min(Context, opening.DeleteStartA);
        var closingEnd = closing.DeleteStartA + closing.DeleteCountA;
        var after = Math.Min(Context, diff.PiecesOld.Count - closingEnd);
        var (oldStart, newStart) = (opening.DeleteStartA - before, opening.InsertStartB - before);
        var oldCount = closingEnd + after - oldStart;
        var newCount = closing.InsertStartB + closing.InsertCountB + after - newStart;
        output.Write($"@@ -{Range(oldStart, oldCount)} +{Range(newStart, newCount)} @@\n");
        var line = oldStart;
        for (var i = first; i <= last; i++)
        {
            var block = diff.DiffBlocks[i];
            WriteLines(' ', diff.PiecesOld, line, block.DeleteStartA - line, output);
            WriteLines('-', diff.PiecesOld, block.DeleteStartA, block.DeleteCountA, output);
            WriteLines('+', diff.PiecesNew, block.InsertStartB, block.InsertCountB, output);
            line = block.DeleteStartA + block.DeleteCountA;
        }

        WriteLines(' ', diff.PiecesOld, line, after, output);
    }

    private static void WriteLines(char mark, IReadOnlyList<string> lines, int start, int count, TextWriter output)
    {
        for (var i = start; i < start + count; i++)
        {
            output.Write(mark);
            output.Write(lines[i]);
            output.Write(lines[i].EndsWith('\n') ? "" : "\n\\ No newline at end of file\n");
        }
    }

    /// <summary>A range of 0-based lines; an empty one is named after the line before it.</summary>
    private static string Range(int start, int count)
    {
        var first = count == 0 ? start : start + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{first}")
            + (count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $",{count}"));
    }

    /// <summary>A path as git writes it: in C's quotes where it holds what would break the line.</summary>
    private static string Quote(string path) => path.Any(character => character is '"' or '\\' || char.IsControl(character))
        ? $"\"{string.Concat(path.Select(Escape))}\""
        : path;

    private static string Escape(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        < ' ' or '\x7f' => $"\\{Convert.ToString(character, toBase: 8).PadLeft(3, '0')}",
        _ => character.ToString(),
    };

    /// <summary>A name with a space in it ends at a tab.</summary>
    private static string EndOfName(string path) => path.Contains(' ', StringComparison.Ordinal) ? "\t" : "";

    private sealed class LineChunker : IChunker
    {
        public static LineChunker Instance { get; } = new();

        public IReadOnlyList<string> Chunk(string text)
        {
            var lines = new List<string>();
            for (var start = 0; start < text.Length; start += lines[^1].Length)
            {
                var end = text.IndexOf('\n', start);
                lines.Add(text[start..(end < 0 ? text.Length : end + 1)]);
            }

            return lines;
        }
    }
}
