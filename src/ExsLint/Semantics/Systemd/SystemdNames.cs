using System.Collections.Frozen;
using System.Globalization;

namespace ExsLint.Semantics.Systemd;

/// <summary>
/// The names that a version of systemd knows, from <c>grammars/systemd-names-*.tsv</c>, which are read off the tool itself. System
/// calls are those of x86-64.
/// </summary>
internal sealed class SystemdNames
{
    // The versions that were run, newest last; a version in between is taken to know what the one before it does.
    private static readonly int[] Versions = [252, 257, 262];

    private static readonly Lazy<SystemdNames>[] Tables =
        [.. Versions.Select(version => new Lazy<SystemdNames>(() => new SystemdNames(version)))];

    private readonly Dictionary<string, string> _addressFamilies = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _architectures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _namespaces = new(StringComparer.Ordinal);
    private readonly HashSet<string> _errorNumbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string[]> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _systemCalls = new(StringComparer.Ordinal);

    private SystemdNames(int version)
    {
        foreach (var cells in TabSeparatedTable.Read(string.Create(CultureInfo.InvariantCulture, $"systemd/systemd-names-{version}.tsv")).Skip(1))
        {
            Add(cells[0], cells[1], cells[2]);
        }
    }

    /// <summary>The names of a version, 252 or newer.</summary>
    public static SystemdNames Of(int systemdVersion)
    {
        var index = Versions.Length - 1;
        while (index > 0 && Versions[index] > systemdVersion)
        {
            index--;
        }

        return Tables[index].Value;
    }

    /// <summary>The row that judges an address family (<c>AF_INET_INET6</c>, <c>OTHER</c>...), or null if the name is not known.</summary>
    public string? FindAddressFamily(string name) => _addressFamilies.GetValueOrDefault(name);

    /// <summary>Whether an architecture is known.</summary>
    public bool IsArchitecture(string name) => _architectures.Contains(name);

    /// <summary>The bit of a namespace, or null if it is not known.</summary>
    public int? FindNamespace(string name) => _namespaces.TryGetValue(name, out var bit) ? 1 << bit : null;

    /// <summary>Whether this is the name of an error number.</summary>
    public bool IsErrorNumber(string name) => _errorNumbers.Contains(name);

    /// <summary>The members of a group of system calls, other groups among them; null if it is not known.</summary>
    public string[]? FindGroup(string name) => _groups.GetValueOrDefault(name);

    /// <summary>Whether a system call is known on any architecture.</summary>
    public bool IsSystemCall(string name) => _systemCalls.ContainsKey(name);

    /// <summary>Whether a member of a group that has a row exists on x86-64.</summary>
    public bool IsNative(string systemCall) => _systemCalls.GetValueOrDefault(systemCall);

    private void Add(string kind, string name, string value)
    {
        switch (kind)
        {
            case "capability":
                // Capabilities keeps them; a test compares.
                break;
            case "address-family":
                _addressFamilies.Add(name, value);
                break;
            case "architecture":
                _architectures.Add(name);
                break;
            case "namespace":
                _namespaces.Add(name, _namespaces.Count);
                break;
            case "errno":
                _errorNumbers.Add(name);
                break;
            case "group":
                _groups.Add(name, value.Split(' '));
                break;
            case "system-call":
                _systemCalls.Add(name, value == "native");
                break;
            default:
                throw new InvalidOperationException($"A table of names holds the kind {kind}.");
        }
    }
}
