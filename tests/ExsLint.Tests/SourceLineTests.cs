using ExsLint.Cli.Tests.TestSupport;

namespace ExsLint.Tests;

/// <summary>Lines of C# fit beside another file on a screen.</summary>
public sealed class SourceLineTests
{
    private const int MaxColumns = 130;

    // A text this long is often read as one, and cannot be broken at every place.
    private const int LongText = 90;

    private const string RawQuotes = "\"\"\"";

    /// <summary>
    /// Excused is what nobody can break without making it harder to read: what stands in a raw string, a line with a text of more
    /// than 90 columns, and the programs that generators put together. Tables that a program writes are not looked at.
    /// </summary>
    [Fact]
    public void No_line_is_longer_than_130_columns() => Assert.Empty(
        from folder in new[] { "src", "tests" }
        from path in Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
        where !IsExcused(path)
        from line in LongLines(path)
        select line);

    private static bool IsExcused(string path) =>
        path.EndsWith(".g.cs", StringComparison.Ordinal)
        || Path.GetFileName(path).Contains("Generator", StringComparison.Ordinal)
        || path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin");

    private static IEnumerable<string> LongLines(string path)
    {
        var isInRawString = false;
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var quotes = line.Split(RawQuotes).Length - 1;
            if (line.Length > MaxColumns && !isInRawString && quotes == 0 && LongestText(line) <= LongText)
            {
                yield return $"{Path.GetRelativePath(Repository.Root, path)}:{number}: {line.Length} columns";
            }

            isInRawString ^= quotes % 2 == 1;
        }
    }

    private static int LongestText(string line)
    {
        var (start, longest) = (-1, 0);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\')
            {
                i++;
            }
            else if (line[i] == '"')
            {
                longest = start < 0 ? longest : Math.Max(longest, i - start - 1);
                start = start < 0 ? i : -1;
            }
        }

        return longest;
    }
}
