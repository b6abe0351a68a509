using System.Collections.Immutable;
using ExsLint.Rules.Policy;
using ExsLint.Text;

namespace ExsLint.Cli.Settings;

/// <summary>A value of an <c>exslint.toml</c>.</summary>
/// <param name="Key">The key.</param>
/// <param name="Place">Where the key is written.</param>
internal sealed record SettingsEntry(SettingsKey Key, Location Place)
{
    /// <summary>A word, a name or a path.</summary>
    public string Text { get; init; } = "";

    /// <summary>A number.</summary>
    public int Number { get; init; }

    /// <summary>Rules, or patterns of files.</summary>
    public ImmutableArray<string> Items { get; init; } = [];

    /// <summary>Patterns of files with their rules, rules with their level, variables with their value.</summary>
    public ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> Pairs { get; init; } = [];
}

/// <summary>What an <c>exslint.toml</c> says, with what it extends.</summary>
/// <param name="Folder">The folder that its patterns and paths are relative to, from the tree's root.</param>
/// <param name="Entries">The values, by key.</param>
internal sealed record SettingsFile(string Folder, ImmutableDictionary<SettingsKey, SettingsEntry> Entries)
{
    /// <summary>The rules of the team's own.</summary>
    public ImmutableArray<PolicyDefinition> Rules { get; init; } = [];

    /// <summary>Settings that say nothing.</summary>
    public static SettingsFile None { get; } = new("", ImmutableDictionary<SettingsKey, SettingsEntry>.Empty);

    /// <summary>The value of a key; null where there is none.</summary>
    public SettingsEntry? this[SettingsKey key] => Entries.GetValueOrDefault(key);

    /// <summary>These settings, and those of another file where they have none; of rules with one id these hold.</summary>
    public SettingsFile Over(SettingsFile below) => this with
    {
        Entries = below.Entries.SetItems(Entries),
        Rules = [.. Rules, .. below.Rules.Where(rule => !Rules.Any(own => own.Id == rule.Id))],
    };

    /// <summary>The rules or patterns of a key.</summary>
    public ImmutableArray<string> Items(SettingsKey key) => this[key]?.Items ?? [];
}
