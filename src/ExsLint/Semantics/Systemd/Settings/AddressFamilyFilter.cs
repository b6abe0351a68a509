using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary><c>RestrictAddressFamilies=</c>: the families of sockets that may be opened, or those that may not.</summary>
/// <remarks>config_parse_address_families() in src/core/load-fragment.c; tried with 252, 257 and 262.</remarks>
public sealed class AddressFamilyFilter
{
    private const string None = "none";
    private const string Others = "OTHER";

    // The first systemd, as far as is known, that reads a value only up to the first word that it does not know.
    private const int StopsAtUnknownWord = 262;

    private readonly SystemdNames _names;
    private readonly int _systemdVersion;
    private HashSet<string>? _families;

    internal AddressFamilyFilter(int systemdVersion) =>
        (_names, _systemdVersion) = (SystemdNames.Of(systemdVersion), systemdVersion);

    /// <summary>Whether it lists what is allowed, rather than what is denied.</summary>
    public bool IsAllowList { get; private set; }

    /// <summary>
    /// Whether a row of systemd's table finds its families restricted: in an allow list none of them is named, in a deny list at
    /// least one.
    /// </summary>
    /// <param name="row">
    /// The row: <c>AF_UNIX</c>, <c>AF_NETLINK</c>, <c>AF_PACKET</c>, <c>AF_INET_INET6</c> or <c>OTHER</c>.
    /// </param>
    public bool Restricts(string row) => IsAllowList != (_families?.Any(family => RowOf(family) == row) ?? false);

    /// <summary>Applies one more assignment.</summary>
    internal static bool Apply(AddressFamilyFilter filter, string value)
    {
        if (value is "" or None)
        {
            filter._families = null;
            filter.IsAllowList = value == None;
            return true;
        }

        var isInverted = value[0] == '~';
        if (filter._families is null)
        {
            filter._families = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            filter.IsAllowList = !isInverted;
        }

        foreach (var word in UnitWords.Split(isInverted ? value[1..] : value))
        {
            if (filter._names.FindAddressFamily(word.Text) is { } row)
            {
                filter.ApplyWord(word.Text, row, isInverted);
            }
            else if (SkipsRest(filter._systemdVersion))
            {
                break;
            }
        }

        return true;
    }

    /// <summary>Whether systemd skips what follows a word that it does not know, too.</summary>
    internal static bool SkipsRest(int systemdVersion) => systemdVersion >= StopsAtUnknownWord;

    private void ApplyWord(string word, string row, bool isInverted)
    {

        // AF_LOCAL and AF_UNIX, AF_ROUTE and AF_NETLINK are the same family; those rows are about one family each.
        var family = row is "AF_UNIX" or "AF_NETLINK" or "AF_PACKET" ? row : word;
        if (isInverted != IsAllowList)
        {
            _families!.Add(family);
        }
        else
        {
            _families!.Remove(family);
        }
    }

    private string RowOf(string family) => _names.FindAddressFamily(family) ?? Others;
}
