using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ExsLint.Cli.Settings;

/// <summary>Writes settings as TOML.</summary>
internal static class SettingsText
{
    private const string Hidden = "***";

    /// <summary>A value. What a variable is set to may be secret, and is not shown.</summary>
    public static string Of(SettingsEntry entry) => entry.Key.Kind switch
    {
        SettingsKind.Number => entry.Number.ToString(CultureInfo.InvariantCulture),
        SettingsKind.Rules or SettingsKind.Files => List(entry.Items),
        SettingsKind.RulesByFile => Table(entry, List),
        SettingsKind.Levels => Table(entry, level => Quote(level[0])),
        SettingsKind.Variables => Table(entry, _ => Quote(Hidden)),
        _ => Quote(entry.Text),
    };

    /// <summary>A text in quotes.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                < ' ' or '\u007f' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static string List(ImmutableArray<string> items) => $"[{string.Join(", ", items.Select(Quote))}]";

    private static string Table(SettingsEntry entry, Func<ImmutableArray<string>, string> value) =>
        $"{{ {string.Join(", ", entry.Pairs.Select(pair => $"{Quote(pair.Key)} = {value(pair.Value)}"))} }}";
}
