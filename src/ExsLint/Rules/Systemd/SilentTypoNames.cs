using System.Collections.Frozen;
using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Exposure;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Rules.Systemd;

/// <summary>The names that systemd knows in the settings that confine a service, and what a misspelt one may mean.</summary>
internal static class SilentTypoNames
{
    private const string AddressFamilies = "RestrictAddressFamilies";

    // Settings of systemd.exec(5) that no row of the table is about.
    private static readonly string[] OtherSettings =
    [
        "AmbientCapabilities", "BindPaths", "BindReadOnlyPaths", "DevicePolicy", "ExecPaths", "InaccessiblePaths", "NoExecPaths",
        "ReadOnlyPaths", "ReadWritePaths", "SystemCallErrorNumber", "TemporaryFileSystem",
    ];

    private static readonly Lazy<FrozenDictionary<string, string>> Settings = new(() => SecurityTable.Checks
        .SelectMany(check => check.Directives)
        .Concat(OtherSettings)
        .Distinct()
        .ToFrozenDictionary(key => key, StringComparer.OrdinalIgnoreCase));

    /// <summary>List settings in which systemd skips each word that it does not know.</summary>
    public static ImmutableArray<string> Lists { get; } =
        ["AmbientCapabilities", "CapabilityBoundingSet", AddressFamilies, "SystemCallArchitectures", "SystemCallFilter"];

    /// <summary>Settings with a single value that is one of several words, or a number.</summary>
    public static FrozenSet<string> Scalars { get; } = FrozenSet.Create(
        StringComparer.Ordinal, "KeyringMode", "NotifyAccess", "PrivateTmp", "ProcSubset", "ProtectHome", "ProtectProc",
        "ProtectSystem", "RemoveIPC", "UMask");

    /// <summary>A setting by its name in any case, or null.</summary>
    public static string? FindSetting(string key) => Settings.Value.GetValueOrDefault(key);

    /// <summary>The words of a list, a leading <c>~</c> taken away, with their places in the file.</summary>
    public static IEnumerable<UnitWord> Words(UnitAssignment assignment)
    {
        var isFirst = true;
        foreach (var token in assignment.Directive.ValueTokens)
        {
            foreach (var word in UnitWords.Split(token.Text))
            {
                var skipped = isFirst && word.Text is ['~', ..] ? 1 : 0;
                isFirst = false;
                if (word.Text.Length > skipped)
                {
                    yield return new UnitWord(
                        word.Text[skipped..],
                        TextSpan.FromBounds(token.Span.Start + word.Span.Start + skipped, token.Span.Start + word.Span.End));
                }
            }
        }
    }

    /// <summary>Whether a word is valid only as the whole value: <c>none</c> is no family, and means nothing in a list.</summary>
    public static bool IsWholeValue(string key, string value) => key == AddressFamilies && value == "none";

    /// <summary>Whether systemd also skips what follows a word that it does not know.</summary>
    public static bool SkipsRest(string key, int systemdVersion) =>
        key == AddressFamilies && AddressFamilyFilter.SkipsRest(systemdVersion);

    /// <summary>Whether systemd knows a word of a list.</summary>
    public static bool IsKnown(string key, string word, int systemdVersion)
    {
        var names = SystemdNames.Of(systemdVersion);
        return key switch
        {
            AddressFamilies => names.FindAddressFamily(word) is not null,
            "SystemCallArchitectures" => names.IsArchitecture(word),
            "SystemCallFilter" =>
                WithoutError(word) is var call && (names.FindSystemCall(call) is not null || names.FindGroup(call) is not null),
            _ => Capabilities.Find(word, systemdVersion) is not null,
        };
    }

    /// <summary>
    /// What an unknown word must mean: several names with commas between them, or a name without its prefix. Null if that is
    /// unclear.
    /// </summary>
    public static string? Correct(string key, string word, int systemdVersion)
    {
        var parts = word.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => IsKnown(key, part, systemdVersion) ? part : Complete(key, part, systemdVersion))
            .ToList();
        return parts.Count == 0 || parts.Contains(null) ? null : string.Join(' ', parts);
    }

    private static string? Complete(string key, string word, int systemdVersion)
    {
        var candidate = key switch
        {
            AddressFamilies => "AF_" + word.ToUpperInvariant(),
            "SystemCallArchitectures" => word.ToLowerInvariant(),
            "SystemCallFilter" => (word is ['@', ..] ? word : "@" + word).Replace('_', '-'),
            _ => "CAP_" + word.ToUpperInvariant(),
        };
        return IsKnown(key, candidate, systemdVersion) ? candidate : null;
    }

    private static string WithoutError(string word) =>
        word.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? word[..colon] : word;
}
