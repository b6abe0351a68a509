using System.Text;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary>
/// <c>MountImages=</c>, as far as it matters whether there is any image (config_parse_mount_images(); tried with 252 and 257).
/// </summary>
internal sealed class MountImageList(Specifiers specifiers)
{
    // The first systemd that refuses paths below /proc and /sys here, as far as is known.
    private const int RefusesApiFolders = 257;

    public bool HasAny { get; private set; }

    public static bool Apply(MountImageList list, string value)
    {
        if (value.Length == 0)
        {
            list.HasAny = false;
            return true;
        }

        var images = UnitWords.SplitKeepingEscapes(value).Count(list.IsImage);
        list.HasAny |= images > 0;
        return images > 0;
    }

    private bool IsImage(string word) =>
        TrySplit(word, out var parts) && parts.Count >= 2 && IsPath(parts[0].StartsWith('-') ? parts[0][1..] : parts[0])
            && IsPath(parts[1]);

    // Colons separate, several count as one, and a backslash makes one part of a path.
    private static bool TrySplit(string word, out List<string> parts)
    {
        parts = [];
        var part = new StringBuilder();
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == '\\' && i + 1 < word.Length && word[i + 1] == ':')
            {
                part.Append(word[++i]);
            }
            else if (word[i] != ':')
            {
                part.Append(word[i]);
            }
            else if (part.Length > 0)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
        }

        if (part.Length > 0)
        {
            parts.Add(part.ToString());
        }

        return parts.All(CStyleEscapes.AreValid);
    }

    private bool IsPath(string text) => specifiers.Expand(text) is { } expanded
        && UnitPath.TryAbsolute(expanded, specifiers.SystemdVersion) is { } path
        && (specifiers.SystemdVersion < RefusesApiFolders
            || !(UnitPath.IsAtOrBelow(path, "/proc") || UnitPath.IsAtOrBelow(path, "/sys")));
}
