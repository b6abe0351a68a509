using System.Buffers;

namespace ExsLint.Semantics.Systemd;

/// <summary>
/// Finds assignments that make systemd stop reading the file (those of src/core/load-fragment.c that return ENOEXEC), where most
/// bad values are only logged and ignored.
/// </summary>
internal static class FatalAssignment
{
    // User and group numbers that are never anyone's (systemd.exec(5), uid_is_valid()).
    private const uint NoUser = uint.MaxValue;
    private const uint NoUser16 = ushort.MaxValue;

    private static readonly SearchValues<char> NotInUserNames = SearchValues.Create(":/\x7f\t");

    /// <summary>The reason as a sentence, or null if systemd reads on.</summary>
    public static string? Explain(UnitName unit, string key, string value) => key switch
    {
        "DynamicUser" when !SettingValues.TryParseBoolean(value, out _) =>
            Sentence(key, value, "it takes a boolean, and for this key a bad one is fatal"),
        "User" or "Group" when value.Length > 0 => ExplainUser(unit, key, value),
        "SupplementaryGroups" =>
            UnitWords.SplitPlain(value).Select(word => ExplainUser(unit, key, word)).FirstOrDefault(text => text is not null),
        "WorkingDirectory" when value is not ("" or "~" or ['-', ..]) => ExplainPath(key, value),
        "RootDirectory" or "RootImage" when value.Length > 0 => ExplainPath(key, value),
        "ExecCondition" or "ExecStartPre" or "ExecStart" or "ExecStartPost" or "ExecReload" or "ExecStop" or "ExecStopPost" =>
            ExecCommand.Parse(value, out var error) is var _ && error is not null ? Sentence(key, value, error) : null,
        _ => null,
    };

    private static string? ExplainUser(UnitName unit, string key, string name)
    {
        if (Specifiers.FindUnknown(name) is { } specifier)
        {
            return Sentence(key, name, $"it does not know the specifier {specifier}");
        }

        return IsUser(Specifiers.Expand(name, unit) ?? name) ? null : Sentence(key, name, "this is no name or number of a user or a group");
    }

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

    private static string? ExplainPath(string key, string path)
    {
        if (Specifiers.FindUnknown(path) is { } specifier)
        {
            return Sentence(key, path, $"it does not know the specifier {specifier}");
        }

        // A specifier or an installer's placeholder in front may well stand for an absolute path.
        if (path[0] is not ('/' or '%') && !TemplatePlaceholder.Starts(path))
        {
            return Sentence(key, path, "the path is not absolute");
        }

        return path.Split('/').Contains("..") ? Sentence(key, path, "the path goes upwards") : null;
    }

    private static string Sentence(string key, string value, string reason) =>
        $"systemd stops at {key}={value}: {reason}.";
}
