using System.Collections.Immutable;

namespace ExsLint.Semantics.Systemd;

/// <summary>A unit's name, taken apart: <c>prefix.type</c>, <c>prefix@.type</c> or <c>prefix@instance.type</c>.</summary>
/// <param name="Text">The whole name: <c>akkoma.service</c>.</param>
/// <param name="Prefix">What stands before the <c>@</c> or the type.</param>
/// <param name="Instance">What stands between <c>@</c> and the type; empty for a template, null without an <c>@</c>.</param>
/// <param name="Type">What stands behind the last dot: <c>service</c>; empty if there is none.</param>
public sealed record UnitName(string Text, string Prefix, string? Instance, string Type)
{
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
    /// The folders, within a folder of units, whose <c>*.conf</c> files add to this unit; where two hold the same file name, the one
    /// in the earlier folder counts (systemd.unit(5)).
    /// </summary>
    public ImmutableArray<string> DropInFolders()
    {
        var folders = ImmutableArray.CreateBuilder<string>();
        AddFolders(Prefix, Instance, folders);
        folders.Add($"{Type}.d");
        return folders.ToImmutable();
    }

    private void AddFolders(string prefix, string? instance, ImmutableArray<string>.Builder folders)
    {
        for (string? current = prefix; current is not null; current = ShorterPrefix(current))
        {
            folders.Add(instance is null ? $"{current}.{Type}.d" : $"{current}@{instance}.{Type}.d");
            if (current == prefix && instance is { Length: > 0 })
            {
                AddFolders(prefix, "", folders);
            }
        }
    }

    // foo-bar-baz -> foo-bar- -> foo-
    private static string? ShorterPrefix(string prefix)
    {
        var dash = prefix.TrimEnd('-').LastIndexOf('-');
        return dash <= 0 ? null : prefix[..(dash + 1)];
    }
}
