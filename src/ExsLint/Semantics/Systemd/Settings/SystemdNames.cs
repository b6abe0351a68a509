using System.Globalization;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary>
/// The names that a version of systemd knows, from <c>grammars/systemd-names-*.tsv</c>, which are read off the tool itself.
/// System calls are those of x86-64.
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
    private readonly Dictionary<string, SystemCallGroup> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _systemCalls = new(StringComparer.Ordinal);
    private readonly List<(string Name, bool IsNative)> _systemCallsByNumber = [];

    private SystemdNames(int version)
    {
        foreach (var cells in TabSeparatedTable.Read(
            string.Create(CultureInfo.InvariantCulture, $"systemd/systemd-names-{version}.tsv")).Skip(1))
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

    /// <summary>
    /// The row that judges an address family (<c>AF_INET_INET6</c>, <c>OTHER</c>...), or null if the name is not known.
    /// </summary>
    public string? FindAddressFamily(string name) => _addressFamilies.GetValueOrDefault(name);

    /// <summary>Whether an architecture is known.</summary>
    public bool IsArchitecture(string name) => _architectures.Contains(name);

    /// <summary>The bit of a namespace, or null if it is not known.</summary>
    public int? FindNamespace(string name) => _namespaces.TryGetValue(name, out var bit) ? 1 << bit : null;

    /// <summary>Whether this is the name of an error number.</summary>
    public bool IsErrorNumber(string name) => _errorNumbers.Contains(name);

    /// <summary>A group of system calls; null if it is not known.</summary>
    public SystemCallGroup? FindGroup(string name) => _groups.GetValueOrDefault(name);

    /// <summary>How many system calls are known; their numbers, which are not the kernel's, are smaller.</summary>
    public int SystemCallCount => _systemCallsByNumber.Count;

    /// <summary>The number of a system call; null if it is not known on any architecture.</summary>
    public int? FindSystemCall(string name) => _systemCalls.TryGetValue(name, out var number) ? number : null;

    /// <summary>The name of the system call with this number.</summary>
    public string NameOfSystemCall(int number) => _systemCallsByNumber[number].Name;

    /// <summary>Whether the system call with this number, a member of a group that has a row, exists on x86-64.</summary>
    public bool IsNative(int number) => _systemCallsByNumber[number].IsNative;

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
                _groups.Add(name, new SystemCallGroup(this, value.Split(' ')));
                break;
            case "system-call":
                _systemCalls.Add(name, _systemCallsByNumber.Count);
                _systemCallsByNumber.Add((name, value == "native"));
                break;
            default:
                throw new InvalidOperationException($"A table of names holds the kind {kind}.");
        }
    }
}
