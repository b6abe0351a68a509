using System.Globalization;
using System.Text;

namespace ExsLint.Semantics.Systemd.Units;

/// <summary>
/// The <c>%x</c> of unit files (table 'Specifiers available in unit files' of systemd.unit(5)), for a system manager.
/// </summary>
/// <param name="Unit">The name of the unit that they stand in.</param>
/// <param name="SystemdVersion">The version of systemd that replaces them.</param>
public sealed record Specifiers(UnitName Unit, int SystemdVersion)
{
    // 'c', 'r' and 'R' have left the manual but are still read.
    private const string Known = "aAbBcCdDEfgGhHiIjJlLmMnNopPqrRsStTuUvVwWyY%";

    // NEWS of 255.
    private const int KnowsSharedData = 255;

    private string Stem => Unit.Instance is null ? Unit.Prefix : $"{Unit.Prefix}@{Unit.Instance}";

    /// <summary>Why systemd refuses a text, as words that follow a colon; null if it can replace all specifiers in it.</summary>
    public string? Explain(string text)
    {
        for (var i = text.IndexOf('%', StringComparison.Ordinal); i >= 0 && i + 1 < text.Length;
            i = i + 2 < text.Length ? text.IndexOf('%', i + 2) : -1)
        {
            if (Replace(text[i + 1]) is null)
            {
                return IsKnown(text[i + 1])
                    ? $"the unit's name gives no value for the specifier {text[i..(i + 2)]}"
                    : $"it does not know the specifier {text[i..(i + 2)]}";
            }
        }

        return null;
    }

    /// <summary>
    /// A text with its specifiers replaced; null if it holds one that systemd does not know or cannot replace. What depends on
    /// the machine (its name, its kernel) becomes a word that is nothing else's name.
    /// </summary>
    /// <param name="text">The text.</param>
    public string? Expand(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var expanded = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%' || i + 1 == text.Length)
            {
                expanded.Append(text[i]);
            }
            else if (Replace(text[++i]) is { } value)
            {
                expanded.Append(value);
            }
            else
            {
                return null;
            }
        }

        return expanded.ToString();
    }

    private bool IsKnown(char letter) =>
        Known.Contains(letter, StringComparison.Ordinal) && (letter != 'D' || SystemdVersion >= KnowsSharedData);

    // Before other characters a percent sign is itself.
    private string? Replace(char letter) => letter == '%' ? "%"
        : !char.IsAsciiLetterOrDigit(letter) ? $"%{letter}"
        : IsKnown(letter) ? ValueOf(letter)
        : null;

    private string? ValueOf(char specifier) => specifier switch
    {
        'i' => Unit.Instance ?? "",
        'I' => Unescape(Unit.Instance ?? ""),
        'j' => LastPart(Unit.Prefix),
        'J' => Unescape(LastPart(Unit.Prefix)),
        'n' => $"{Stem}.{Unit.Type}",
        'N' => Stem,
        'p' => Unit.Prefix,
        'P' => Unescape(Unit.Prefix),
        'f' => UnescapePath(Unit.Instance is { Length: > 0 } instance ? instance : Unit.Prefix),
        'u' or 'g' => "root",
        'U' or 'G' => "0",
        'a' => "x86-64",

        // Empty where os-release does not say it, as Debian's does not.
        'A' or 'B' or 'M' or 'W' => "",
        _ => FolderOf(specifier) ?? "machine-dependent",
    };

    private string? FolderOf(char specifier) => specifier switch
    {
        'h' => "/root",
        's' => "/bin/sh",
        't' => "/run",
        'S' => "/var/lib",
        'C' => "/var/cache",
        'L' => "/var/log",
        'E' => "/etc",
        'd' => $"/run/credentials/{Stem}.{Unit.Type}",
        'D' => "/usr/share",
        'T' => "/tmp",
        'V' => "/var/tmp",
        'y' => $"/etc/systemd/system/{Stem}.{Unit.Type}",
        'Y' => "/etc/systemd/system",

        // Control groups: that of the unit, that of its slice and the root of all. Without a slice the latter are empty.
        'c' => $"/{Stem}.{Unit.Type}",
        'r' or 'R' => "",
        _ => null,
    };

    private static string LastPart(string prefix) => prefix[(prefix.LastIndexOf('-') + 1)..];

    // unit_name_path_unescape(): a lone dash is the root; else no slash at an end, and no empty part, dot or dots.
    private static string? UnescapePath(string text) => text == "-" ? "/"
        : Unescape(text) is { } path && path.Split('/').All(part => part is not ("" or "." or "..")) ? "/" + path
        : null;

    // unit_name_unescape(): a dash is a slash, \xNN a byte, and a backslash before anything else is an error.
    private static string? Unescape(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes([text[i] == '-' ? '/' : text[i]]));
            }
            else if (i + 3 < text.Length && text[i + 1] == 'x'
                && byte.TryParse(
                    text.AsSpan(i + 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 3;
            }
            else
            {
                return null;
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
