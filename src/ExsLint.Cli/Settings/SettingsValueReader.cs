using System.Collections.Immutable;
using System.Globalization;
using ExsLint.Rules.Catalog;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Variables;
using Tomlyn.Syntax;

namespace ExsLint.Cli.Settings;

/// <summary>Reads the value of a key.</summary>
/// <param name="key">The key.</param>
/// <param name="own">The ids of the file's own rules.</param>
/// <param name="complain">Takes what is wrong, and where.</param>
internal sealed class SettingsValueReader(SettingsKey key, ImmutableArray<string> own, Action<SourceSpan, string> complain)
{
    /// <summary>The entry with a value; null where the value cannot be one.</summary>
    /// <param name="entry">The entry so far.</param>
    /// <param name="value">What is written.</param>
    public SettingsEntry? Read(SettingsEntry entry, ValueSyntax value)
    {
        switch (key.Kind)
        {
            case SettingsKind.Number:
                return ReadNumber(value) is { } number ? entry with { Number = number } : null;
            case SettingsKind.Rules:
                return ReadTexts(value) is { } rules && AreRules(rules) ? entry with { Items = [.. rules.Select(Text)] } : null;
            case SettingsKind.Files:
                return ReadTexts(value) is { } files ? entry with { Items = [.. files.Select(Text)] } : null;
            case SettingsKind.RulesByFile or SettingsKind.Levels or SettingsKind.Variables:
                return ReadTable(entry, value);
            default:
                return ReadText(value) is { } text && IsAccepted(text) ? entry with { Text = Text(text) } : null;
        }
    }

    /// <summary>The entry with one more pair of a table.</summary>
    /// <param name="entry">The entry so far.</param>
    /// <param name="name">The pair's key.</param>
    /// <param name="value">Its value.</param>
    /// <param name="place">Where the key is written.</param>
    public SettingsEntry Add(SettingsEntry entry, string name, ValueSyntax value, SourceSpan place)
    {
        var items = key.Kind switch
        {
            SettingsKind.RulesByFile => ReadTexts(value) is { } rules && AreRules(rules) ? [.. rules.Select(Text)] : default,
            SettingsKind.Levels => IsRule(name, place) && ReadText(value) is { } level && IsLevel(level)
                ? [Text(level)]
                : default(ImmutableArray<string>),
            _ => IsVariable(name, place) && ReadText(value) is { } text ? [Text(text)] : default(ImmutableArray<string>),
        };
        return items.IsDefault ? entry : entry with { Pairs = entry.Pairs.Add(KeyValuePair.Create(name, items)) };
    }

    private static string Text(StringValueSyntax text) => text.Value ?? "";

    private SettingsEntry? ReadTable(SettingsEntry entry, ValueSyntax value)
    {
        if (value is not InlineTableSyntax table)
        {
            complain(value.Span, $"'{key.Name}' takes a table, such as {Example}");
            return null;
        }

        foreach (var pair in table.Items.Select(item => item.KeyValue!))
        {
            entry = Add(entry, SettingsReader.NameOf(pair.Key!.Key!), pair.Value!, pair.Key.Span);
        }

        return entry;
    }

    private string Example => key.Kind switch
    {
        SettingsKind.RulesByFile => "{ \"config/demo.exs\" = [\"akkoma-*\"] }",
        SettingsKind.Levels => "{ \"akkoma-sts\" = \"error\" }",
        _ => "{ PORT = \"4000\" }",
    };

    private int? ReadNumber(ValueSyntax value)
    {
        if (value is IntegerValueSyntax { Value: var number } && number >= key.Least && number <= key.Most)
        {
            return (int)number;
        }

        complain(
            value.Span,
            string.Create(CultureInfo.InvariantCulture, $"'{key.Name}' takes a number from {key.Least} to {key.Most}"));
        return null;
    }

    private StringValueSyntax? ReadText(ValueSyntax value)
    {
        if (value is StringValueSyntax text)
        {
            return text;
        }

        complain(value.Span, $"'{key.Name}' takes a text in quotes");
        return null;
    }

    private List<StringValueSyntax>? ReadTexts(ValueSyntax value)
    {
        if (value is ArraySyntax array && array.Items.All(item => item.Value is StringValueSyntax))
        {
            return [.. array.Items.Select(item => (StringValueSyntax)item.Value!)];
        }

        complain(value.Span, $"'{key.Name}' takes a list of texts: [\"...\"]");
        return null;
    }

    private bool IsAccepted(StringValueSyntax text)
    {
        var value = Text(text);
        var wanted = key.Kind switch
        {
            SettingsKind.Word when !key.Words.Contains(value) => $"takes {string.Join(" or ", key.Words)}",
            SettingsKind.Environment when !KnownEnvironments.IsName(value) => "takes a name like prod",
            SettingsKind.Path when value.Length == 0 || value.Contains('\0', StringComparison.Ordinal) =>
                "takes the path of a file",
            _ => null,
        };
        if (wanted is not null)
        {
            complain(text.Span, $"'{key.Name}' {wanted}");
        }

        return wanted is null;
    }

    private bool IsLevel(StringValueSyntax text)
    {
        var isLevel = SettingsKey.LevelNames.Contains(Text(text));
        if (!isLevel)
        {
            var levels = string.Join(", ", SettingsKey.LevelNames);
            complain(text.Span, $"a level is {levels}; 'ignore' takes rules that are not to run");
        }

        return isLevel;
    }

    private bool AreRules(List<StringValueSyntax> rules) => rules.TrueForAll(rule => IsRule(Text(rule), rule.Span));

    private bool IsRule(string rule, SourceSpan place)
    {
        var isRule = own.Any(id => RulePattern.Matches(rule, id)) || RulePattern.MatchesAny(rule);
        if (!isRule)
        {
            complain(place, RuleHint.Unknown(rule));
        }

        return isRule;
    }

    private bool IsVariable(string name, SourceSpan place)
    {
        var isName = EnvironmentFile.IsName(name);
        if (!isName)
        {
            complain(place, $"'{key.Name}' takes names of variables");
        }

        return isName;
    }
}
