using System.Globalization;
using System.Text;
using ExsLint.Rules.Config;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Quoted;

namespace ExsLint.Reporting.Config;

/// <summary>The effective configuration of a project as one line of JSON.</summary>
internal static class ConfigJson
{
    /// <summary>Writes a configuration, or the error for which Elixir refuses it, as one line.</summary>
    /// <param name="model">The configuration.</param>
    /// <param name="mask">What hides its secrets.</param>
    /// <param name="withRoot">Whether the project has to be told from others.</param>
    /// <param name="output">Where to write.</param>
    public static void WriteLine(ConfigModel model, ConfigMask mask, bool withRoot, TextWriter output)
    {
        var json = new StringBuilder("{");
        if (withRoot)
        {
            AppendField(json, "root", model.Project.RootFolder).Append(',');
        }

        AppendField(json, "env", model.Environment).Append(',');
        if (ConfigRefusal.Of(model) is { } refusal)
        {
            AppendError(json, mask.Apply(refusal));
        }
        else
        {
            AppendConfig(json, model, mask);
        }

        output.Write(json.Append("}\n"));
    }

    private static void AppendError(StringBuilder json, ConfigError refusal)
    {
        var start = refusal.Location.Start;
        json.Append("\"error\":{");
        AppendField(json, "file", refusal.Location.File.Path);
        json.Append(CultureInfo.InvariantCulture, $",\"line\":{start.Line + 1},\"column\":{start.Character + 1},");
        AppendField(json, "message", ConfigErrorRule.Describe(refusal));
        json.Append('}');
    }

    private static void AppendConfig(StringBuilder json, ConfigModel model, ConfigMask mask)
    {
        json.Append("\"files\":[");
        AppendSeparated(json, model.Files.Where(file => file.Role != ConfigFileRole.Defaults), file => JsonText.AppendString(json, file.Path));
        json.Append("],\"apps\":{");
        AppendSeparated(json, model.State.AppNames, app =>
        {
            JsonText.AppendString(json, app);
            json.Append(":[");
            AppendSeparated(json, model.State.GetSettings(app), setting =>
            {
                json.Append("{\"t\":[");
                JsonText.AppendAtom(json, setting.Key);
                json.Append(',');
                CanonicalTerm.Append(json, ChoiceFactoring.Apply(mask.Apply([setting.Key], setting.Value)));
                json.Append("]}");
            });
            json.Append(']');
        });
        json.Append('}');
        AppendUnordered(json, model);
        AppendLayers(json, model, mask);
        AppendDatabase(json, DatabaseOverride.Of(model));
    }

    /// <summary>Where the database is allowed to override settings; left out where it is not.</summary>
    public static void AppendDatabase(StringBuilder json, DatabaseOverride? database)
    {
        if (database is not null)
        {
            AppendField(json.Append(",\"database\":{"), "depends_on", database.Doubt).Append(',');
            AppendField(json, "file", database.Place?.File.Path).Append(",\"line\":");
            json.Append(database.Place is { } place ? (place.Start.Line + 1).ToString(CultureInfo.InvariantCulture) : "null").Append('}');
        }
    }

    /// <summary>Applications the order of whose keys depends on something unknown; left out where there are none.</summary>
    private static void AppendUnordered(StringBuilder json, ConfigModel model)
    {
        var unordered = model.State.AppNames.Where(app => !model.State.IsOrderKnown(app)).ToList();
        if (unordered.Count > 0)
        {
            json.Append(",\"unordered\":[");
            AppendSeparated(json, unordered, app => JsonText.AppendString(json, app));
            json.Append(']');
        }
    }

    /// <summary>What may have changed or added settings unseen; left out where nothing has.</summary>
    private static void AppendLayers(StringBuilder json, ConfigModel model, ConfigMask mask)
    {
        var layers = model.State.Layers.ToList();
        if (layers.Count == 0)
        {
            return;
        }

        json.Append(",\"layers\":[");
        AppendSeparated(json, layers, layer =>
        {
            json.Append('{');
            AppendField(json, "reason", mask.Sentence(layer.Reason)).Append(',');
            AppendField(json, "app", layer.App).Append(',');
            AppendField(json, "file", layer.Location.File.Path);
            json.Append(CultureInfo.InvariantCulture, $",\"line\":{layer.Location.Start.Line + 1}}}");
        });
        json.Append(']');
    }

    private static StringBuilder AppendField(StringBuilder json, string name, string? value)
    {
        json.Append('"').Append(name).Append("\":");
        if (value is null)
        {
            return json.Append("null");
        }

        JsonText.AppendString(json, value);
        return json;
    }

    private static void AppendSeparated<T>(StringBuilder json, IEnumerable<T> items, Action<T> append)
    {
        var isFirst = true;
        foreach (var item in items)
        {
            json.Append(isFirst ? "" : ",");
            isFirst = false;
            append(item);
        }
    }
}
