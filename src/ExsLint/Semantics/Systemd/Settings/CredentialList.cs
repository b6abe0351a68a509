using System.Text;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary>
/// <c>LoadCredential=</c> and <c>LoadCredentialEncrypted=</c>, or <c>SetCredential=</c> and <c>SetCredentialEncrypted=</c>: two
/// keys that share one list.
/// </summary>
/// <remarks>
/// config_parse_load_credential(), config_parse_set_credential() in src/core/load-fragment.c; tried with 252 and 257.
/// </remarks>
internal static class CredentialList
{
    private const int MaxNameLength = 255;

    /// <summary>The first credential that is encrypted in the end, or null.</summary>
    /// <param name="specifiers">The specifiers of the unit.</param>
    /// <param name="assignments">The assignments of both keys in the order in which they apply.</param>
    public static UnitAssignment? FindEncrypted(Specifiers specifiers, IEnumerable<UnitAssignment> assignments)
    {
        var credentials = new Dictionary<string, UnitAssignment>(StringComparer.Ordinal);
        foreach (var assignment in assignments.OrderBy(assignment => assignment.Order))
        {
            if (assignment.Value.Length == 0)
            {
                credentials.Clear();
            }
            else if (ReadName(specifiers, assignment) is { } name)
            {
                credentials[name] = assignment;
            }
        }

        return credentials.Values.Where(assignment => IsEncrypted(assignment.Key)).MinBy(assignment => assignment.Order);
    }

    private static bool IsEncrypted(string key) => key.EndsWith("Encrypted", StringComparison.Ordinal);

    private static string? ReadName(Specifiers specifiers, UnitAssignment assignment)
    {
        var isSet = assignment.Key.StartsWith("Set", StringComparison.Ordinal);
        if (!TrySplitName(assignment.Value, out var word, out var rest)
            || specifiers.Expand(word) is not { } name
            || !IsName(name))
        {
            return null;
        }

        if (isSet)
        {
            return rest.Length > 0 && (IsEncrypted(assignment.Key) ? IsBase64(rest) : CStyleEscapes.AreValid(rest)) ? name : null;
        }

        return rest.Length == 0 || (specifiers.Expand(rest) is { } source && IsSource(source)) ? name : null;
    }

    private static bool IsSource(string source) =>
        source is ['/', ..] ? UnitPath.IsNormalized(source) && !source.Contains("//", StringComparison.Ordinal)
            && !source.Split('/').Contains(".") : IsName(source);

    // credential_name_valid()
    private static bool IsName(string name) =>
        name is not ("" or "." or "..")
        && name.Length <= MaxNameLength
        && name.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0
        && !name.AsSpan().ContainsAny('/', ':');

    private static bool TrySplitName(string value, out string name, out string rest)
    {
        var word = new StringBuilder();
        var offset = 0;
        while (offset < value.Length && value[offset] != ':')
        {
            if (value[offset] == '\\' && ++offset == value.Length)
            {
                (name, rest) = ("", "");
                return false;
            }

            word.Append(value[offset++]);
        }

        name = word.ToString();
        rest = offset < value.Length ? value[(offset + 1)..] : "";
        return true;
    }

    // unbase64mem() of systemd: white space anywhere, padding required, no stray bits.
    private static bool IsBase64(string text)
    {
        var digits = string.Concat(text.Where(c => c is not (' ' or '\t' or '\n' or '\r')));
        var bytes = new byte[digits.Length];
        return Convert.TryFromBase64String(digits, bytes, out var length)
            && Convert.ToBase64String(bytes.AsSpan(0, length)) == digits;
    }
}
