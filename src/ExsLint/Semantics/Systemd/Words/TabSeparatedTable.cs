using System.Text;

namespace ExsLint.Semantics.Systemd.Words;

/// <summary>
/// Reads the tables that are compiled in: lines of cells with tabs between them; <c>#</c> starts a comment line.
/// </summary>
internal static class TabSeparatedTable
{
    public static IEnumerable<string[]> Read(string resource)
    {
        using var stream = typeof(TabSeparatedTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The table {resource} is missing.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Where(line => line[0] != '#').Select(line => line.Split('\t'));
    }
}
