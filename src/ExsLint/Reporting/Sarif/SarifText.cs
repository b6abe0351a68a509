using ExsLint.Reporting.Layout;

namespace ExsLint.Reporting.Sarif;

/// <summary>
/// Plain text of SARIF messages. In it <c>[text](address)</c> is a link (SARIF 2.1.0, 3.11.6, 'Messages with embedded links'), so
/// that text out of an analysed file could lead a reader somewhere else.
/// </summary>
internal static class SarifText
{
    /// <summary>
    /// Text of one line in which nothing is a link or a control. Brackets that could not be taken for a link are left as they
    /// are, since not every viewer takes the backslashes away.
    /// </summary>
    public static string Plain(string text) => CouldBeLink(text) ? Label(text) : Printable.Escape(text);

    /// <summary>Text that stands between the brackets of a link of ours.</summary>
    public static string Label(string text) => Printable.Escape(text)
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal)
        .Replace("]", "\\]", StringComparison.Ordinal);

    /// <summary>Whether brackets stand as in a link, or one is open that a link behind the text would close.</summary>
    private static bool CouldBeLink(string text) =>
        text.Contains("](", StringComparison.Ordinal) || text.LastIndexOf('[') > text.LastIndexOf(']');
}
