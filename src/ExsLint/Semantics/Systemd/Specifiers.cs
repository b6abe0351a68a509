using System.Globalization;
using System.Text;

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

    /// <summary>
    /// A text with its specifiers replaced, for a system manager; null if it holds one that systemd does not know. What depends on the
    /// machine (its name, its kernel) becomes a word that is nothing else's name.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="unit">The unit's name.</param>
    public static string? Expand(string text, UnitName unit)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        if (FindUnknown(text) is not null)
        {
            return null;
        }

        var expanded = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%' || i + 1 == text.Length)
            {
                expanded.Append(text[i]);
            }
            else
            {
                i++;
                expanded.Append(char.IsAsciiLetterOrDigit(text[i]) ? ValueOf(text[i], unit) : text[i] == '%' ? "%" : $"%{text[i]}");
            }
        }

        return expanded.ToString();
    }

    private static string ValueOf(char specifier, UnitName unit)
    {
        var instance = unit.Instance ?? "";
        var stem = unit.Instance is null ? unit.Prefix : $"{unit.Prefix}@{instance}";
        return specifier switch
        {
            'i' => instance,
            'I' => Unescape(instance),
            'j' => LastPart(unit.Prefix),
            'J' => Unescape(LastPart(unit.Prefix)),
            'n' => $"{stem}.{unit.Type}",
            'N' => stem,
            'p' => unit.Prefix,
            'P' => Unescape(unit.Prefix),
            'f' => "/" + Unescape(instance.Length > 0 ? instance : unit.Prefix),
            'u' or 'g' => "root",
            'U' or 'G' => "0",
            'h' => "/root",
            's' => "/bin/sh",
            't' => "/run",
            'S' => "/var/lib",
            'C' => "/var/cache",
            'L' => "/var/log",
            'E' => "/etc",
            'd' => $"/run/credentials/{stem}.{unit.Type}",
            'T' => "/tmp",
            'V' => "/var/tmp",
            'a' => "x86-64",
            _ => "machine-dependent",
        };
    }

    private static string LastPart(string prefix) => prefix[(prefix.LastIndexOf('-') + 1)..];

    // unit_name_unescape(): a dash is a slash, \xNN a byte.
    private static string Unescape(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 3 < text.Length && text[i + 1] == 'x'
                && byte.TryParse(text.AsSpan(i + 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 3;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes([text[i] == '-' ? '/' : text[i]]));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
