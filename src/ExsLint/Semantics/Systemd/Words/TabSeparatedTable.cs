using System.Text;
using ExsLint.Text;

namespace ExsLint.Semantics.Systemd.Words;

/// <summary>
/// Reads the tables that are compiled in: lines of cells with tabs between them; <c>#</c> starts a comment line.
/// </summary>
internal static class TabSeparatedTable
{
    private const byte Tab = (byte)'\t';
    private const byte LineEnd = (byte)'\n';

    /// <summary>All lines, the one that names the columns among them.</summary>
    public static IEnumerable<string[]> Read(string resource)
    {
        var lines = Encoding.UTF8.GetString(new EmbeddedFile(resource).Bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Where(line => line[0] != '#').Select(line => line.Split('\t'));
    }

    /// <summary>The second and third cells of the lines whose first is a certain one; they stand together.</summary>
    /// <param name="resource">The table.</param>
    /// <param name="kind">The first cell.</param>
    public static List<(string Name, string Value)> Read(string resource, string kind)
    {
        var rows = new List<(string, string)>();
        var start = Encoding.UTF8.GetBytes($"\n{kind}\t");
        var table = new EmbeddedFile(resource).Bytes;
        var first = table.IndexOf(start);
        var rest = first < 0 ? [] : table[first..];
        while (rest.StartsWith(start))
        {
            rest = rest[start.Length..];
            var tab = rest.IndexOf(Tab);
            var end = rest.IndexOf(LineEnd);
            rows.Add((Encoding.UTF8.GetString(rest[..tab]), Encoding.UTF8.GetString(rest[(tab + 1)..end])));
            rest = rest[end..];
        }

        return rows;
    }
}
