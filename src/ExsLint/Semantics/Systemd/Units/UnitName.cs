using System.Collections.Immutable;

namespace ExsLint.Semantics.Systemd.Units;

/// <summary>A unit's name, taken apart: <c>prefix.type</c>, <c>prefix@.type</c> or <c>prefix@instance.type</c>.</summary>
/// <param name="Text">The whole name: <c>akkoma.service</c>.</param>
/// <param name="Prefix">What stands before the <c>@</c> or the type.</param>
/// <param name="Instance">What stands between <c>@</c> and the type; empty for a template, null without an <c>@</c>.</param>
/// <param name="Type">What stands behind the last dot: <c>service</c>; empty if there is none.</param>
public sealed record UnitName(string Text, string Prefix, string? Instance, string Type)
{
    // UNIT_NAME_MAX: 255 bytes with the final zero.
    private const int MaxLength = 255;

    // The first systemd, as far as is known, whose systemd-analyze names instances so.
    private const int LongInstanceName = 257;

    /// <summary>Takes a file's name apart.</summary>
    public static UnitName Parse(string text)
    {
        var dot = text.LastIndexOf('.');
        var stem = dot < 0 ? text : text[..dot];
        var at = stem.IndexOf('@', StringComparison.Ordinal);
        return new UnitName(
            text,
            at < 0 ? stem : stem[..at],
            at < 0 ? null : stem[(at + 1)..],
            dot < 0 ? "" : text[(dot + 1)..]);
    }

    /// <summary>
    /// The name of the template that an instance is made of, <c>foo@.service</c> for <c>foo@x.service</c>; null for what is no
    /// instance.
    /// </summary>
    public string? Template => Instance is { Length: > 0 } ? $"{Prefix}@.{Type}" : null;

    /// <summary>The name under which systemd-analyze looks at the unit: a template becomes an instance.</summary>
    /// <param name="systemdVersion">The version of systemd.</param>
    public UnitName ForAnalysis(int systemdVersion) => Instance is ""
        ? this with { Instance = systemdVersion >= LongInstanceName ? "test_instance" : "i" }
        : this;

    /// <summary>
    /// The folders, within a folder of units, whose <c>*.conf</c> files add to this unit; where two hold the same file name, the
    /// one in the earlier folder counts (systemd.unit(5); the order was tried with 252). Those of single instances of a template
    /// are left out. Empty for a name that is too long for a unit.
    /// </summary>
    /// <param name="isOfType">
    /// Whether to name the folder of all units of the type, which comes after all others; else the others.
    /// </param>
    public ImmutableArray<string> DropInFolders(bool isOfType)
    {
        if (Text.Length > MaxLength)
        {
            return [];
        }

        var folders = new List<string>();
        if (isOfType)
        {
            folders.Add($"{Type}.d");
        }
        else
        {
            AddFolders(Prefix, Instance, folders);
        }

        return [.. folders.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The prefix, then the shorter ones whose folders of drop-ins count as well: <c>foo-bar</c>, <c>foo-</c>. So
    /// <c>foo-bar@x.service</c> has the drop-ins of <c>foo-bar@x.service.d</c> and of <c>foo-@x.service.d</c>.
    /// </summary>
    internal IEnumerable<string> Prefixes()
    {
        for (var prefix = Prefix; prefix is not null; prefix = ShorterPrefix(prefix))
        {
            yield return prefix;
        }
    }

    // An instance of foo-bar@.service: foo-bar@x, foo-bar@, then as a template's shorter prefix foo-, then foo-@x, foo-@.
    private void AddFolders(string prefix, string? instance, List<string> folders)
    {
        if (instance is { Length: > 0 })
        {
            folders.Add($"{prefix}@{instance}.{Type}.d");
        }

        folders.Add(instance is null ? $"{prefix}.{Type}.d" : $"{prefix}@.{Type}.d");
        if (ShorterPrefix(prefix) is { } shorter)
        {
            AddFolders(shorter, null, folders);
            if (instance is not null)
            {
                AddFolders(shorter, instance, folders);
            }
        }
    }

    // foo-bar-baz -> foo-bar- -> foo-
    private static string? ShorterPrefix(string prefix)
    {
        var dash = prefix.LastIndexOf('-', Math.Max(0, prefix.Length - 2));
        return dash <= 0 ? null : prefix[..(dash + 1)];
    }
}
