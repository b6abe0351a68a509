using System.Text.Json;
using ExsLint.Reporting.Json;
using ExsLint.Rules.Config;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Text;

namespace ExsLint.Reporting.Config;

/// <summary>The effective configuration of a project as one line of JSON.</summary>
internal static class ConfigJson
{
    /// <summary>Writes a configuration, or the error for which Elixir refuses it, as one line.</summary>
    /// <param name="model">The configuration.</param>
    /// <param name="mask">What hides its secrets.</param>
    /// <param name="withRoot">Whether the project has to be told from others.</param>
    /// <param name="output">Where to write.</param>
    public static void WriteLine(ConfigModel model, ConfigMask mask, bool withRoot, TextWriter output) =>
        JsonLine.Write(output, json =>
    {
        json.WriteStartObject();
        if (withRoot)
        {
            json.WriteString("root", model.Project.RootFolder);
        }

        json.WriteString("env", model.Environment);
        if (ConfigRefusal.Of(model) is { } refusal)
        {
            WriteError(json, mask.Apply(refusal));
        }
        else
        {
            WriteConfig(json, model, mask);
        }

        json.WriteEndObject();
    });

    private static void WriteError(Utf8JsonWriter json, ConfigError refusal)
    {
        var start = refusal.Location.Start;
        json.WriteStartObject("error");
        json.WriteString("file", refusal.Location.File.Path);
        json.WriteNumber("line", start.Line + 1);
        json.WriteNumber("column", start.Character + 1);
        json.WriteString("message", ConfigErrorRule.Describe(refusal));
        json.WriteEndObject();
    }

    private static void WriteConfig(Utf8JsonWriter json, ConfigModel model, ConfigMask mask)
    {
        WriteTexts(json, "files", model.Files.Where(file => file.Role != ConfigFileRole.Defaults).Select(file => file.Path));
        json.WriteStartObject("apps");
        var terms = new CanonicalTerm(json, new Provenance(model, mask).ConditionOf);
        foreach (var app in model.State.AppNames)
        {
            json.WriteStartArray(app);
            foreach (var setting in model.State.GetSettings(app))
            {
                json.WriteStartObject();
                json.WriteStartArray("t");
                CanonicalTerm.WriteAtom(json, setting.Key);
                terms.Write(mask.Apply([setting.Key], setting.Value));
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        WriteUnordered(json, model);
        WriteLayers(json, model, mask);
        WriteDatabase(json, DatabaseOverride.Of(model));
    }

    /// <summary>Where the database is allowed to override settings; left out where it is not.</summary>
    public static void WriteDatabase(Utf8JsonWriter json, DatabaseOverride? database)
    {
        if (database is not null)
        {
            json.WriteStartObject("database");
            json.WriteString("depends_on", database.Doubt);
            json.WriteString("file", database.Place?.File.Path);
            WriteLineOf(json, database.Place);
            json.WriteEndObject();
        }
    }

    /// <summary>Writes the line of a place; <c>null</c> if there is none.</summary>
    public static void WriteLineOf(Utf8JsonWriter json, Location? place)
    {
        if (place is null)
        {
            json.WriteNull("line");
        }
        else
        {
            json.WriteNumber("line", place.Start.Line + 1);
        }
    }

    /// <summary>Applications the order of whose keys depends on something unknown; left out where there are none.</summary>
    private static void WriteUnordered(Utf8JsonWriter json, ConfigModel model)
    {
        var unordered = model.State.AppNames.Where(app => !model.State.IsOrderKnown(app)).ToList();
        if (unordered.Count > 0)
        {
            WriteTexts(json, "unordered", unordered);
        }
    }

    /// <summary>What may have changed or added settings unseen; left out where nothing has.</summary>
    private static void WriteLayers(Utf8JsonWriter json, ConfigModel model, ConfigMask mask)
    {
        var layers = model.State.Layers.ToList();
        if (layers.Count == 0)
        {
            return;
        }

        json.WriteStartArray("layers");
        foreach (var layer in layers)
        {
            json.WriteStartObject();
            json.WriteString("reason", mask.Sentence(layer.Reason));
            json.WriteString("app", layer.App);
            json.WriteString("file", layer.Location.File.Path);
            WriteLineOf(json, layer.Location);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
