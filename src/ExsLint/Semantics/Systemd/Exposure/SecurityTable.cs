using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Exposure;

/// <summary>
/// The rows of <c>systemd-analyze security</c>, from <c>grammars/systemd-security.tsv</c>, which is read off the tool itself.
/// They are the same in 252, 257 and 262.
/// </summary>
public static class SecurityTable
{
    private const string Resource = "systemd/systemd-security.tsv";

    // The columns of the table.
    private const int JsonField = 0, Name = 1, Weight = 2, Range = 3, Directives = 4, NotApplicable = 5, Sentences = 6;

    private static readonly FrozenSet<string> Switches = FrozenSet.Create(
        StringComparer.Ordinal,
        "PrivateDevices", "PrivateMounts", "PrivateNetwork", "PrivateUsers", "ProtectControlGroups", "ProtectKernelModules",
        "ProtectKernelTunables", "ProtectKernelLogs", "ProtectClock", "ProtectHostname", "LockPersonality",
        "MemoryDenyWriteExecute",
        "NoNewPrivileges", "RestrictRealtime", "RestrictSUIDSGID");

    /// <summary>The case of the user's row of a unit that a user's manager runs.</summary>
    internal const string CallingUser = "0 user";

    /// <summary>The case of a row that does not apply to units of a user's manager.</summary>
    internal const string NotForUsers = "- user";

    // What systemd-analyze security --user of 262 says; older versions, and so the table that is read off all of them, lack it.
    private static readonly ImmutableArray<(string Field, SecurityCase Case)> UserManagerCases =
    [
        ("UserOrDynamicUser", new(CallingUser, "Service runs under the calling user's identity")),
        ("RemoveIPC", new(NotForUsers, "RemoveIPC= has no effect on per-user services")),
    ];

    private static readonly Lazy<ImmutableArray<SecurityCheck>> LazyChecks = new(Load);

    private static readonly Lazy<Dictionary<string, SecurityCheck>> ByField =
        new(() => Checks.ToDictionary(check => check.JsonField, StringComparer.Ordinal));

    private static readonly Lazy<int> Ranked = new(() => SecurityCase.RankAll(Checks));

    /// <summary>All rows, by <see cref="SecurityCheck.JsonField"/> in ordinal order.</summary>
    public static ImmutableArray<SecurityCheck> Checks => LazyChecks.Value;

    /// <summary>The row of this <see cref="SecurityCheck.JsonField"/>, or null.</summary>
    public static SecurityCheck? Find(string jsonField) => ByField.Value.GetValueOrDefault(jsonField);

    /// <summary>How many cases all rows have together. From then on each has its <see cref="SecurityCase.Rank"/>.</summary>
    internal static int CaseCount => Ranked.Value;

    /// <summary>What a row can say.</summary>
    internal static ImmutableArray<SecurityCase> ParseCases(SecurityCheck check) =>
    [
        .. check.Sentences.Split('|').Select(ParseCase),
        .. UserManagerCases.Where(entry => entry.Field == check.JsonField).Select(entry => entry.Case),
    ];

    /// <summary>
    /// The capabilities in a row's name, a bit each: <c>CapabilityBoundingSet=~CAP_(DAC_*|FOWNER)</c> is CAP_FOWNER and all whose
    /// name starts with CAP_DAC_.
    /// </summary>
    internal static ulong MaskOf(string name)
    {
        var pattern = name[(name.IndexOf('~', StringComparison.Ordinal) + 1)..].TrimEnd(')');
        var open = pattern.IndexOf('(', StringComparison.Ordinal);
        var prefix = open < 0 ? "" : pattern[..open];
        var mask = 0UL;
        foreach (var choice in pattern[(open + 1)..].Split('|'))
        {
            var wanted = prefix + choice.TrimEnd('*');
            for (var number = 0; number < Settings.Capabilities.Names.Length; number++)
            {
                var capability = Settings.Capabilities.Names[number];
                var isNamed = choice.EndsWith('*') ? capability.StartsWith(wanted, StringComparison.Ordinal)
                    : capability == wanted;
                mask |= isNamed ? 1UL << number : 0;
            }
        }

        return mask;
    }

    private static ImmutableArray<SecurityCheck> Load() => [.. TabSeparatedTable.Read(Resource).Skip(1).Select(Parse)];

    private static SecurityCheck Parse(string[] cells)
    {
        var field = cells[JsonField];
        var topic = TopicOf(field);
        return new SecurityCheck(
            field,
            cells[Name],
            int.Parse(cells[Weight], CultureInfo.InvariantCulture),
            int.Parse(cells[Range], CultureInfo.InvariantCulture),
            [.. cells[Directives].Split(' ')],
            cells[NotApplicable].Contains("boot", StringComparison.Ordinal))
        {
            Sentences = cells[Sentences],
            Topic = topic,
            Item = topic switch
            {
                SecurityTopic.AddressFamily => field[(field.IndexOf('_', StringComparison.Ordinal) + 1)..],
                SecurityTopic.Namespace or SecurityTopic.SystemCall =>
                    cells[Name][(cells[Name].IndexOf('~', StringComparison.Ordinal) + 1)..],
                _ => "",
            },
        };
    }

    private static SecurityCase ParseCase(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return new SecurityCase(text[..equals], equals + 1 == text.Length ? null : text[(equals + 1)..]);
    }

    private static SecurityTopic TopicOf(string field) => field switch
    {
        _ when Switches.Contains(field) => SecurityTopic.Switch,
        _ when field.StartsWith("CapabilityBoundingSet_", StringComparison.Ordinal) => SecurityTopic.Capability,
        _ when field.StartsWith("RestrictNamespaces_", StringComparison.Ordinal) => SecurityTopic.Namespace,
        _ when field.StartsWith("RestrictAddressFamilies_", StringComparison.Ordinal) => SecurityTopic.AddressFamily,
        _ when field.StartsWith("SystemCallFilter_", StringComparison.Ordinal) => SecurityTopic.SystemCall,
        _ => SecurityTopic.Other,
    };
}
