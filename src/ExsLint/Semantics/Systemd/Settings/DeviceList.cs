using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary>
/// <c>DeviceAllow=</c>: the devices that may be used, as systemd lists them: <c>/dev/null:rw</c>, the last one first.
/// </summary>
/// <remarks>config_parse_device_allow() in src/core/load-fragment.c; tried with 252, 257 and 262.</remarks>
public sealed class DeviceList
{
    private const string AllRights = "rwm";

    private readonly Specifiers _specifiers;
    private readonly List<string> _entries = [];

    internal DeviceList(Specifiers specifiers)
    {
        _specifiers = specifiers;
    }

    /// <summary>The entries.</summary>
    public IReadOnlyList<string> Entries => _entries;

    /// <summary>Applies one more assignment.</summary>
    internal static bool Apply(DeviceList list, string value)
    {
        if (value.Length == 0)
        {
            list._entries.Clear();
            return true;
        }

        if (!UnitWords.TrySplitFirst(value, out var word, out var rights)
            || list._specifiers.Expand(word) is not { } expanded
            || list.Resolve(expanded) is not { } device
            || rights.AsSpan().IndexOfAnyExcept(AllRights) >= 0)
        {
            return false;
        }

        list.Add(device, rights);
        return true;
    }

    /// <summary>Adds what another setting needs.</summary>
    internal void Add(string device, string rights)
    {
        var kept = AllRights.Where(right => rights.Length == 0 || rights.Contains(right, StringComparison.Ordinal));
        _entries.Insert(0, $"{device}:{string.Concat(kept)}");
    }

    private string? Resolve(string device)
    {
        if (device.StartsWith("block-", StringComparison.Ordinal) || device.StartsWith("char-", StringComparison.Ordinal))
        {
            return device;
        }

        var path = UnitPath.Simplify(device, _specifiers.SystemdVersion);
        return UnitPath.IsNormalized(path)
            && (UnitPath.IsAtOrBelow(path, "/dev") || UnitPath.IsAtOrBelow(path, "/run/systemd/inaccessible"))
            ? path
            : null;
    }
}
