using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary><c>RestrictNamespaces=</c>: the kinds of namespaces that may be created.</summary>
/// <remarks>config_parse_restrict_namespaces() in src/core/load-fragment.c; tried with 252, 257 and 262.</remarks>
public sealed class NamespaceFilter
{
    private const int All = -1;

    private readonly SystemdNames _names;
    private int? _allowed;

    internal NamespaceFilter(int systemdVersion) => _names = SystemdNames.Of(systemdVersion);

    /// <summary>Whether namespaces of this kind (<c>user</c>, <c>mnt</c>...) may be created.</summary>
    public bool Allows(string kind) => ((_allowed ?? All) & _names.FindNamespace(kind)) != 0;

    /// <summary>Applies one more assignment; a word that is not known makes systemd ignore all of it.</summary>
    internal static bool Apply(NamespaceFilter filter, string value)
    {
        if (value.Length == 0)
        {
            filter._allowed = null;
            return true;
        }

        if (SettingValues.TryParseBoolean(value, out var isOn))
        {
            filter._allowed = isOn ? 0 : All;
            return true;
        }

        var isInverted = value[0] == '~';
        var text = isInverted ? value[1..] : value;
        var named = 0;
        foreach (var word in UnitWords.SplitPlain(text))
        {
            if (filter._names.FindNamespace(word) is not { } bit)
            {
                return false;
            }

            named |= bit;
        }

        filter._allowed = filter._allowed is { } allowed
            ? isInverted ? allowed & ~named : allowed | named
            : isInverted ? All & ~named : named;
        return true;
    }
}
