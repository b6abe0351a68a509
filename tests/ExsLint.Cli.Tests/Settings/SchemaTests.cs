using System.Text.Json;
using System.Text.Json.Nodes;
using ExsLint.Cli.Settings;
using ExsLint.Cli.Tests.TestSupport;

namespace ExsLint.Cli.Tests.Settings;

/// <summary>
/// The schema of <c>exslint.toml</c> for editors says what the reader takes. <c>SNAPSHOT_ACCEPT=1</c> writes it.
/// </summary>
public sealed class SchemaTests
{
    private const string Path = "docs/schema/exslint.json";

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void It_has_every_key_with_what_that_takes()
    {
        var properties = new JsonObject();
        foreach (var key in SettingsKey.All)
        {
            var schema = SchemaOf(key);
            schema["description"] = key.Description;
            properties[key.Name] = schema;
        }

        properties[PolicyReader.Table] = RuleSchema();
        var whole = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["$id"] = "https://json.schemastore.org/exslint.json",
            ["title"] = "Settings of ExsLint",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = properties,
        };
        var text = whole.ToJsonString(Layout) + "\n";
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") != "true")
        {
            File.WriteAllText(Repository.PathOf(Path), text);
        }

        Assert.Equal(text, Repository.Read(Path));
    }

    [Fact]
    public void The_page_lists_every_key()
    {
        var page = Repository.Read("docs/settings.md");
        Assert.All(
            SettingsKey.All,
            key => Assert.Contains($"| `{key.Name}` | `{key.Example}` | {key.Description} |", page, StringComparison.Ordinal));
    }

    private static JsonObject SchemaOf(SettingsKey key) => key.Kind switch
    {
        SettingsKind.Word => new JsonObject { ["enum"] = new JsonArray([.. key.Words.Select(word => JsonValue.Create(word))]) },
        SettingsKind.Number => new JsonObject { ["type"] = "integer", ["minimum"] = key.Least, ["maximum"] = key.Most },
        SettingsKind.Rules or SettingsKind.Files => Texts(),
        SettingsKind.RulesByFile => Map(Texts()),
        SettingsKind.Levels => Map(new JsonObject
        {
            ["enum"] = new JsonArray([.. SettingsKey.LevelNames.Select(level => JsonValue.Create(level))]),
        }),
        SettingsKind.Variables => Map(new JsonObject { ["type"] = "string" }),
        SettingsKind.Environment => new JsonObject { ["type"] = "string", ["pattern"] = "^[A-Za-z0-9_]+$" },
        _ => new JsonObject { ["type"] = "string", ["minLength"] = 1 },
    };

    /// <summary>A rule of a team's own.</summary>
    private static JsonObject RuleSchema()
    {
        var properties = new JsonObject();
        foreach (var key in PolicyReader.Keys)
        {
            properties[key] = key switch
            {
                PolicyReader.When => Map(new JsonObject { ["type"] = "string" }),
                PolicyReader.Level => new JsonObject
                {
                    ["enum"] = new JsonArray([.. SettingsKey.LevelNames.Select(level => JsonValue.Create(level))]),
                },
                _ => new JsonObject { ["type"] = "string", ["minLength"] = 1 },
            };
        }

        return new JsonObject
        {
            ["type"] = "array",
            ["items"] = new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = false,
                ["required"] = new JsonArray([.. PolicyReader.Required.Select(key => JsonValue.Create(key))]),
                ["properties"] = properties,
            },
            ["description"] = "Rules of the team's own.",
        };
    }

    private static JsonObject Texts() => new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } };

    private static JsonObject Map(JsonObject values) => new() { ["type"] = "object", ["additionalProperties"] = values };
}
