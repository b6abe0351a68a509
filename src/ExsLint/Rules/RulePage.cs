using System.Text;

namespace ExsLint.Rules;

/// <summary>The page of a rule, <c>docs/rules/&lt;id&gt;.md</c>, as it is embedded in the library.</summary>
public static class RulePage
{
    /// <summary>The page's Markdown, or null if the rule has none.</summary>
    /// <param name="id">The rule's id.</param>
    public static string? Read(string id)
    {
        using var stream = typeof(RulePage).Assembly.GetManifestResourceStream($"rules/{id}.md");
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }
}
