using System.Buffers;
using ExsLint.Semantics.Systemd.Commands;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd;

/// <summary>
/// Finds assignments that make systemd stop reading the file (those of src/core/load-fragment.c that return ENOEXEC), where most
/// bad values are only logged and ignored. Each key of <c>systemd --dump-configuration-items</c> was tried with 252, 257 and 262.
/// </summary>
internal static class FatalAssignment
{
    // User and group numbers that are never anyone's (systemd.exec(5), uid_is_valid()).
    private const uint NoUser = uint.MaxValue;
    private const uint NoUser16 = ushort.MaxValue;

    // The first systemd, as far as is known, with RootMStack= and ExecReloadPost=.
    private const int KnowsLayers = 262;

    private static readonly SearchValues<char> NotInUserNames = SearchValues.Create(":/\x7f\t");

    /// <summary>The reason as a sentence, or null if systemd reads on.</summary>
    public static string? Explain(Specifiers specifiers, string key, string value) => key switch
    {
        "DynamicUser" when !SettingValues.TryParseBoolean(value, out _) =>
            Sentence(key, value, "it takes a boolean, and for this key a bad one is fatal"),
        "User" or "Group" when value.Length > 0 => ExplainUser(specifiers, key, value),
        "SocketUser" or "SocketGroup" when value.Length > 0 && specifiers.Unit.Type == "socket" =>
            ExplainUser(specifiers, key, value),
        "SupplementaryGroups" =>
            UnitWords.SplitPlain(value).Select(word => ExplainUser(specifiers, key, word))
                .FirstOrDefault(text => text is not null),
        "WorkingDirectory" when value is not ("" or "~" or ['-', ..]) => ExplainPath(specifiers, key, value),
        "RootDirectory" or "RootImage" or "RootVerity" when value.Length > 0 => ExplainPath(specifiers, key, value),
        "RootMStack" when value.Length > 0 && specifiers.SystemdVersion >= KnowsLayers => ExplainPath(specifiers, key, value),
        "SELinuxContext" or "AppArmorProfile" or "SmackProcessLabel" when value is not ['-', ..] =>
            specifiers.Explain(value) is { } reason ? Sentence(key, value, reason) : null,
        _ when TakesCommands(specifiers, key) =>
            ExecCommand.Parse(value, specifiers, out var error) is var _ && error is not null ? Sentence(key, value, error)
                : null,
        _ => null,
    };

    private static bool TakesCommands(Specifiers specifiers, string key) => key switch
    {
        "ExecStartPre" or "ExecStartPost" or "ExecStopPost" => specifiers.Unit.Type is "service" or "socket",
        "ExecCondition" or "ExecStart" or "ExecReload" or "ExecStop" => specifiers.Unit.Type == "service",
        "ExecStopPre" => specifiers.Unit.Type == "socket",
        "ExecReloadPost" => specifiers.Unit.Type == "service" && specifiers.SystemdVersion >= KnowsLayers,
        _ => false,
    };

    private static string? ExplainUser(Specifiers specifiers, string key, string name) =>
        specifiers.Explain(name) is { } reason ? Sentence(key, name, reason)
        : IsUser(specifiers.Expand(name) ?? name) ? null
        : Sentence(key, name, "this is no name or number of a user or a group");

    // valid_user_group_name() with VALID_USER_ALLOW_NUMERIC and VALID_USER_RELAX.
    private static bool IsUser(string name)
    {
        if (name.Length > 0 && name.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return (name == "0" || name[0] != '0') && uint.TryParse(name, out var number) && number is not (NoUser or NoUser16);
        }

        return name is not ("" or "." or "..")
            && !(name[0] == '-' && name.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0)
            && !name.AsSpan().ContainsAny(NotInUserNames)
            && !name.AsSpan().ContainsAnyInRange('\0', '\x1f')
            && name[0] != ' ' && name[^1] != ' ';
    }

    private static string? ExplainPath(Specifiers specifiers, string key, string path)
    {
        if (specifiers.Expand(path) is not { } expanded)
        {
            return Sentence(key, path, specifiers.Explain(path) ?? "");
        }

        // What becomes an empty text is a reset, but not for a working directory.
        if (expanded.Length == 0 && key != "WorkingDirectory")
        {
            return null;
        }

        // An installer's placeholder in front may well stand for an absolute path.
        var absolute = TemplatePlaceholder.Starts(path) ? "/" + expanded : expanded;
        return absolute is not ['/', ..] ? Sentence(key, path, NotAbsolute(path))
            : UnitPath.TryAbsolute(absolute, specifiers.SystemdVersion) is not null ? null
            : Sentence(key, path, absolute.Split('/').Contains("..") ? "the path goes upwards" : "the path is too long");
    }

    private static string NotAbsolute(string path) =>
        path[0] == '%' ? "with its specifiers replaced, the path is not absolute" : "the path is not absolute";

    private static string Sentence(string key, string value, string reason) =>
        $"systemd stops at {key}={value}: {reason}.";
}
