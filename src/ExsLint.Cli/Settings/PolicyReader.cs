using System.Collections.Immutable;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Rules.Policy;
using ExsLint.Text;
using Tomlyn.Syntax;

namespace ExsLint.Cli.Settings;

/// <summary>Reads a <c>[[rule]]</c> of an <c>exslint.toml</c>.</summary>
/// <param name="complain">Takes what is wrong, and where.</param>
internal sealed class PolicyReader(Action<SourceSpan, string> complain)
{
    /// <summary>The name of the table.</summary>
    public const string Table = "rule";

    private const string Id = "id";
    private const string Setting = "setting";
    private const string Unit = "unit";
    private const string Must = "must";

    /// <summary>The key of conditions.</summary>
    public const string When = "when";
    private const string Message = "message";

    /// <summary>The key of the level.</summary>
    public const string Level = "level";
    private const int FarthestSuggestion = 2;

    /// <summary>The keys of a rule.</summary>
    public static readonly ImmutableArray<string> Keys = [Id, Setting, Unit, Must, When, Message, Level];

    /// <summary>The keys that each rule has.</summary>
    public static readonly ImmutableArray<string> Required = [Id, Must, Message];

    private readonly Dictionary<string, ValueSyntax> _values = new(StringComparer.Ordinal);
    private bool _failed;

    /// <summary>Reads a rule; null if something is wrong with it.</summary>
    /// <param name="table">The table.</param>
    public PolicyDefinition? Read(TableArraySyntax table)
    {
        foreach (var pair in table.Items)
        {
            ReadPair(pair);
        }

        foreach (var key in Required.Where(key => !_values.ContainsKey(key)))
        {
            Complain(table.Name!.Span, $"a rule has '{key}'");
        }

        var isOfUnits = _values.ContainsKey(Unit);
        if (isOfUnits == _values.ContainsKey(Setting))
        {
            Complain(table.Name!.Span, $"a rule has either '{Setting}' or '{Unit}'");
        }
        else if (isOfUnits && _values.TryGetValue(When, out var when))
        {
            Complain(when.Span, "'when' is about settings, and a rule with 'unit' has none");
        }

        if (_failed)
        {
            return null;
        }

        var about = isOfUnits ? Unit : Setting;
        var (id, setting) = (ReadId(), ReadSetting(TextOf(about), _values[about].Span, isOfUnits));
        var must = ReadMust(TextOf(Must), _values[Must].Span, isOfUnits);
        var conditions = ReadWhen();
        var message = TextOf(Message);
        if (message is not null && string.IsNullOrWhiteSpace(message))
        {
            Complain(_values[Message].Span, "'message' is a sentence");
        }

        var level = ReadLevel();
        return _failed ? null : new PolicyDefinition(id!, isOfUnits, setting!, must!, conditions, message!, level);
    }

    private void ReadPair(KeyValueSyntax pair)
    {
        var name = SettingsReader.NameOf(pair.Key!.Key!);
        if (!Keys.Contains(name) || pair.Key.DotKeys.Any())
        {
            var nearest = Spelling.FindNearest(name, Keys, FarthestSuggestion);
            Complain(pair.Key.Span, $"a rule has no '{name}'{(nearest is null ? "" : $"; '{nearest}' may be meant")}");
        }
        else
        {
            _values[name] = pair.Value!;
        }
    }

    private string? TextOf(string key) => _values[key] is StringValueSyntax text
        ? text.Value
        : Fail(_values[key].Span, $"'{key}' takes a text in quotes");

    private string? ReadId()
    {
        if (TextOf(Id) is not { } id)
        {
            return null;
        }

        var parts = id.Split('-');
        return parts.Length < 2 || !parts.All(part => part.Length > 0 && part.All(char.IsAsciiLetterOrDigit) && part.All(IsLow))
            ? Fail(_values[Id].Span, "an id is words with hyphens between them, such as acme-pool-size")
            : RuleCatalog.Find(id) is not null ? Fail(_values[Id].Span, $"'{id}' is a rule of ExsLint")
            : id;
    }

    private SettingPattern? ReadSetting(string? text, SourceSpan place, bool isOfUnits = false)
    {
        if (text is not null
            && SettingPattern.IsPattern(text)
            && (!isOfUnits || (text.Split('.').Length == 2 && !text.Contains('*', StringComparison.Ordinal))))
        {
            return new SettingPattern(text);
        }

        Complain(
            place,
            isOfUnits
                ? "a directive of a unit is its section and its name with a dot between them: Service.MemoryMax"
                : "a setting is an application and keys with dots between them, the last one without '*'");
        return null;
    }

    private Requirement? ReadMust(string? text, SourceSpan place, bool isOfUnits = false)
    {
        if (text is null)
        {
            return null;
        }

        var must = RequirementParser.Parse(text, out var problem, isOfUnits);
        if (must is null)
        {
            Complain(place, $"what is required {problem}");
        }

        return must;
    }

    private ImmutableArray<(SettingPattern Setting, Requirement Must)> ReadWhen()
    {
        if (!_values.TryGetValue(When, out var value))
        {
            return [];
        }

        if (value is not InlineTableSyntax table)
        {
            Complain(value.Span, "'when' takes a table, such as { \"logger.level\" = \"== :debug\" }");
            return [];
        }

        var conditions = ImmutableArray.CreateBuilder<(SettingPattern, Requirement)>();
        foreach (var pair in table.Items.Select(item => item.KeyValue!))
        {
            var setting = ReadSetting(SettingsReader.NameOf(pair.Key!.Key!), pair.Key.Span);
            var must = pair.Value is StringValueSyntax text
                ? ReadMust(text.Value, text.Span)
                : Fail<Requirement>(pair.Value!.Span, "'when' takes texts in quotes");
            if (setting is not null && must is not null)
            {
                conditions.Add((setting, must));
            }
        }

        return conditions.ToImmutable();
    }

    private DiagnosticLevel ReadLevel()
    {
        if (!_values.TryGetValue(Level, out var value))
        {
            return DiagnosticLevel.Warning;
        }

        var level = TextOf(Level) is { } name ? SettingsKey.LevelOf(name) : null;
        if (level is null)
        {
            Complain(value.Span, $"a level is {string.Join(", ", SettingsKey.LevelNames)}");
        }

        return level ?? DiagnosticLevel.Warning;
    }

    private static bool IsLow(char character) => !char.IsAsciiLetterUpper(character);

    private string? Fail(SourceSpan place, string message) => Fail<string>(place, message);

    private T? Fail<T>(SourceSpan place, string message)
        where T : class
    {
        Complain(place, message);
        return null;
    }

    private void Complain(SourceSpan place, string message)
    {
        _failed = true;
        complain(place, message);
    }
}
