namespace ExsLint.Semantics.Systemd;

/// <summary>The <c>%x</c> of unit files (table 'Specifiers available in unit files' of systemd.unit(5)).</summary>
public static class Specifiers
{
    // 'c', 'r' and 'R' have left the manual but are still read; 'D' came with 255.
    private const string Known = "aAbBcCdDEfgGhHiIjJlLmMnNopPqrRsStTuUvVwWyY%";

    /// <summary>The first specifier that systemd does not know and so refuses, or null. Before other characters a <c>%</c> is itself.</summary>
    public static string? FindUnknown(string text)
    {
        for (var i = text.IndexOf('%', StringComparison.Ordinal); i >= 0 && i + 1 < text.Length; i = text.IndexOf('%', i + 2))
        {
            if (char.IsAsciiLetterOrDigit(text[i + 1]) && !Known.Contains(text[i + 1], StringComparison.Ordinal))
            {
                return text[i..(i + 2)];
            }

            if (i + 2 >= text.Length)
            {
                break;
            }
        }

        return null;
    }
}
