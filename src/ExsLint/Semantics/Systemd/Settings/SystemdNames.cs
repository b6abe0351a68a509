using System.Globalization;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary>
/// The names that a version of systemd knows, from <c>grammars/systemd-names-*.tsv</c>, which are read off the tool itself.
/// System calls are those of x86-64. Each kind of name is read when it is first asked for: few units ask for more than one.
/// </summary>
internal sealed class SystemdNames
{
    // The versions that were run, newest last; a version in between is taken to know what the one before it does.
    private static readonly int[] Versions = [252, 257, 262];

    private static readonly SystemdNames[] Tables = [.. Versions.Select(version => new SystemdNames(version))];

    private readonly Lazy<Dictionary<string, string>> _addressFamilies;
    private readonly Lazy<HashSet<string>> _architectures;
    private readonly Lazy<Dictionary<string, int>> _namespaces;
    private readonly Lazy<HashSet<string>> _errorNumbers;
    private readonly Lazy<Dictionary<string, SystemCallGroup>> _groups;
    private readonly Lazy<List<(string Name, bool IsNative)>> _systemCallsByNumber;
    private readonly Lazy<Dictionary<string, int>> _systemCalls;

    private SystemdNames(int version)
    {
        IEnumerable<(string Name, string Value)> Read(string kind) => TabSeparatedTable.Read(
            string.Create(CultureInfo.InvariantCulture, $"systemd/systemd-names-{version}.tsv"), kind);

        // Capabilities keeps those that the tables name, too; a test compares.
        _addressFamilies = new(() =>
            Read("address-family").ToDictionary(row => row.Name, row => row.Value, StringComparer.OrdinalIgnoreCase));
        _architectures = new(() => Read("architecture").Select(row => row.Name).ToHashSet(StringComparer.Ordinal));
        _namespaces = new(() => Number(Read("namespace").Select(row => row.Name)));
        _errorNumbers = new(() => Read("errno").Select(row => row.Name).ToHashSet(StringComparer.OrdinalIgnoreCase));
        _groups = new(() => Read("group").ToDictionary(
            row => row.Name, row => new SystemCallGroup(this, row.Value.Split(' ')), StringComparer.Ordinal));
        _systemCallsByNumber = new(() => [.. Read("system-call").Select(row => (row.Name, row.Value == "native"))]);
        _systemCalls = new(() => Number(_systemCallsByNumber.Value.Select(call => call.Name)));
    }

    /// <summary>The names of a version, 252 or newer.</summary>
    public static SystemdNames Of(int systemdVersion)
    {
        var index = Versions.Length - 1;
        while (index > 0 && Versions[index] > systemdVersion)
        {
            index--;
        }

        return Tables[index];
    }

    /// <summary>
    /// The row that judges an address family (<c>AF_INET_INET6</c>, <c>OTHER</c>...), or null if the name is not known.
    /// </summary>
    public string? FindAddressFamily(string name) => _addressFamilies.Value.GetValueOrDefault(name);

    /// <summary>Whether an architecture is known.</summary>
    public bool IsArchitecture(string name) => _architectures.Value.Contains(name);

    /// <summary>The bit of a namespace, or null if it is not known.</summary>
    public int? FindNamespace(string name) => _namespaces.Value.TryGetValue(name, out var bit) ? 1 << bit : null;

    /// <summary>Whether this is the name of an error number.</summary>
    public bool IsErrorNumber(string name) => _errorNumbers.Value.Contains(name);

    /// <summary>A group of system calls; null if it is not known.</summary>
    public SystemCallGroup? FindGroup(string name) => _groups.Value.GetValueOrDefault(name);

    /// <summary>How many system calls are known; their numbers, which are not the kernel's, are smaller.</summary>
    public int SystemCallCount => _systemCallsByNumber.Value.Count;

    /// <summary>The number of a system call; null if it is not known on any architecture.</summary>
    public int? FindSystemCall(string name) => _systemCalls.Value.TryGetValue(name, out var number) ? number : null;

    /// <summary>The name of the system call with this number.</summary>
    public string NameOfSystemCall(int number) => _systemCallsByNumber.Value[number].Name;

    /// <summary>Whether the system call with this number, a member of a group that has a row, exists on x86-64.</summary>
    public bool IsNative(int number) => _systemCallsByNumber.Value[number].IsNative;

    private static Dictionary<string, int> Number(IEnumerable<string> names)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            numbers.Add(name, numbers.Count);
        }

        return numbers;
    }
}
