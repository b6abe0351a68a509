namespace ExsLint.Semantics.Systemd;

/// <summary><c>MountImages=</c>, as far as it matters whether there is any image (config_parse_mount_images(); tried with 252 and 257).</summary>
internal sealed class MountImageList(UnitName unit, int systemdVersion)
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

    private bool IsImage(string word)
    {
        var parts = word.Split(':', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 2 && CStyleEscapes.AreValid(word) && IsPath(parts[0].StartsWith('-') ? parts[0][1..] : parts[0]) && IsPath(parts[1]);
    }

    private bool IsPath(string text) => Specifiers.Expand(text, unit) is { } expanded
        && UnitPath.TryAbsolute(expanded) is { } path
        && (systemdVersion < RefusesApiFolders || !(UnitPaths.IsAtOrBelow(path, "/proc") || UnitPaths.IsAtOrBelow(path, "/sys")));
}
