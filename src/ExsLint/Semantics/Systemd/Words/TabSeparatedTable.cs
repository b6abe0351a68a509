using System.Text;
using ExsLint.Text;

namespace ExsLint.Semantics.Systemd.Words;

/// <summary>
/// Reads the tables that are compiled in: lines of cells with tabs between them; <c>#</c> starts a comment line.
/// </summary>
internal static class TabSeparatedTable
{
    public static IEnumerable<string[]> Read(string resource)
    {
        var lines = Encoding.UTF8.GetString(EmbeddedFile.Read(resource)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Where(line => line[0] != '#').Select(line => line.Split('\t'));
    }
}
