namespace ExsLint.Tests.Syntax.Elixir;

/// <summary>A broken snippet of <c>broken.txt</c> and what is to be said about it.</summary>
/// <param name="Source">The snippet.</param>
/// <param name="Header">Its first two lines in the file: the snippet and the lines of the mistake.</param>
/// <param name="CauseLine">The 1-based line of the first mistake.</param>
/// <param name="ElixirLine">The 1-based line that Elixir 1.14 reports.</param>
/// <param name="ReportedLine">The 1-based line that ExsLint reports first.</param>
/// <param name="Expected">All of its lines in the file.</param>
internal sealed record BrokenText(
    string Source, string Header, int CauseLine, int ElixirLine, int ReportedLine, string Expected)
{
    /// <summary>The snippets of the file.</summary>
    public static IReadOnlyList<BrokenText> Read()
    {
        var found = new List<BrokenText>();
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Syntax", "Elixir", "broken.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith("## ", StringComparison.Ordinal))
            .ToList();
        for (var start = 0; start < lines.Count;)
        {
            var end = start + 1;
            while (end < lines.Count && lines[end].StartsWith("  ", StringComparison.Ordinal))
            {
                end++;
            }

            found.Add(Of(lines[start..end]));
            start = end;
        }

        return found;
    }

    private static BrokenText Of(List<string> lines)
    {
        var numbers = lines[1].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return new BrokenText(
            lines[0].Replace('⏎', '\n').Replace('␍', '\r'),
            lines[0] + "\n" + lines[1] + "\n",
            int.Parse(numbers[1], System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(numbers[^1], System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(lines[2].Trim().Split(':')[0], System.Globalization.CultureInfo.InvariantCulture),
            string.Concat(lines.Select(line => line + "\n")));
    }
}
