using System.Text;
using ExsLint.Text;

namespace ExsLint.Rules;

/// <summary>
/// The page of a rule, <c>docs/rules/&lt;id&gt;.md</c>. All pages are embedded in the library as one file, since finding one file
/// of many takes long: a form feed and the rule's id on a line start each.
/// </summary>
public static class RulePage
{
    private const string Resource = "rules.md";
    private const byte Start = (byte)'\f';

    // The first section of a page, and the first of those that a summary leaves out.
    private static ReadOnlySpan<byte> FirstSection => "\n## What it does\n"u8;

    private static ReadOnlySpan<byte> FirstDetail => "\n## Example\n"u8;

    private static readonly Lazy<Dictionary<string, Range>> Places = new(FindAll);

    /// <summary>The rules that have a page.</summary>
    public static IEnumerable<string> Ids => Places.Value.Keys;

    /// <summary>The page's Markdown, or null if the rule has none.</summary>
    /// <param name="id">The rule's id.</param>
    public static string? Read(string id) =>
        Places.Value.TryGetValue(id, out var place) ? Encoding.UTF8.GetString(EmbeddedFile.Read(Resource)[place]) : null;

    /// <summary>The Markdown of the sections that say what the rule looks for and why; null if the rule has no page.</summary>
    /// <param name="id">The rule's id.</param>
    public static string? ReadSummary(string id)
    {
        if (!Places.Value.TryGetValue(id, out var place))
        {
            return null;
        }

        var page = EmbeddedFile.Read(Resource)[place];
        var end = page.IndexOf(FirstDetail);
        return Encoding.UTF8.GetString(page[(page.IndexOf(FirstSection) + 1)..(end < 0 ? page.Length : end)]);
    }

    private static Dictionary<string, Range> FindAll()
    {
        var places = new Dictionary<string, Range>(StringComparer.Ordinal);
        var all = EmbeddedFile.Read(Resource);
        var start = all.IndexOf(Start);
        while (start >= 0)
        {
            var length = all[(start + 1)..].IndexOf(Start);
            var end = length < 0 ? all.Length : start + 1 + length;
            var first = start + 1 + all[start..].IndexOf((byte)'\n');
            places.Add(Encoding.UTF8.GetString(all[(start + 1)..(first - 1)]), first..end);
            start = length < 0 ? -1 : end;
        }

        return places;
    }
}
