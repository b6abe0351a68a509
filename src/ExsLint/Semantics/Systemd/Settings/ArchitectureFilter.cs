using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary>
/// <c>SystemCallArchitectures=</c>: the architectures whose system calls may be made; all of them while the list is empty.
/// </summary>
/// <remarks>config_parse_syscall_archs() in src/core/load-fragment.c; tried with 252, 257 and 262.</remarks>
public sealed class ArchitectureFilter
{
    private const string Native = "native";

    private readonly SystemdNames _names;
    private readonly HashSet<string> _architectures = new(StringComparer.Ordinal);

    internal ArchitectureFilter(int systemdVersion) => _names = SystemdNames.Of(systemdVersion);

    /// <summary>Whether every architecture is allowed.</summary>
    public bool AllowsAll => _architectures.Count == 0;

    /// <summary>Whether only <c>native</c> is.</summary>
    public bool AllowsOnlyNative => _architectures.Count == 1 && _architectures.Contains(Native);

    /// <summary>Applies one more assignment.</summary>
    internal static bool Apply(ArchitectureFilter filter, string value)
    {
        if (value.Length == 0)
        {
            filter._architectures.Clear();
        }

        filter._architectures.UnionWith(UnitWords.Split(value).Select(word => word.Text).Where(filter._names.IsArchitecture));
        return true;
    }
}
