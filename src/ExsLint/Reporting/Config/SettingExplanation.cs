using System.Globalization;
using System.Text;
using ExsLint.Reporting.Layout;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Quoted;

namespace ExsLint.Reporting.Config;

/// <summary>What one setting is, who set it, what that overrode, and what it depends on.</summary>
public sealed class SettingExplanation
{
    private readonly ConfigModel _model;
    private readonly ConfigMask _mask;
    private readonly Provenance _provenance;
    private readonly Setting _setting;

    /// <summary>Explains a setting that may be something.</summary>
    internal SettingExplanation(ConfigModel model, ConfigMask mask, Setting setting)
    {
        _model = model;
        _mask = mask;
        _provenance = new Provenance(model, mask);
        _setting = setting with { Value = mask.Apply(setting.Keys, setting.Value) };
    }

    /// <summary>Writes it for people.</summary>
    public void WriteText(StyledOutput output)
    {
        var written = _setting with { Value = _model.WithoutLayers(_setting.Value) };
        output.Write(Printable.Escape(_setting.Path), TextRole.Strong);
        var isChoice = written.Value is ChoiceValue;
        output.Write(isChoice ? " is one of" : " is ");
        if (!isChoice)
        {
            WriteValue(written.Value, output);
        }

        output.EndLine();
        foreach (var alternative in written.Alternatives)
        {
            if (isChoice)
            {
                output.EndLine();
                output.Write("  ");
                WriteValue(alternative, output);
                output.EndLine();
            }

            WriteOrigin(alternative, output);
        }

        WriteDoubt(written.Value, output);
    }

    /// <summary>Writes it as one line of JSON.</summary>
    public void WriteJson(bool withRoot, TextWriter output)
    {
        var json = new StringBuilder("{");
        if (withRoot)
        {
            AppendString(json, "root", _model.Project.RootFolder).Append(',');
        }

        AppendString(json, "env", _model.Environment).Append(',');
        AppendString(json, "setting", _setting.Path).Append(",\"value\":");
        CanonicalTerm.Append(json, _setting.Value);
        AppendString(json.Append(','), "depends_on", _setting.Doubt).Append(",\"default\":");
        AppendDefault(json);
        json.Append(",\"alternatives\":[");
        var separator = "";
        foreach (var alternative in _setting.Alternatives)
        {
            AppendAlternative(json.Append(separator), alternative);
            separator = ",";
        }

        json.Append(']');
        ConfigJson.AppendDatabase(json, Database);
        output.Write(json.Append("}\n"));
    }

    /// <summary>Why the database may override the setting; null if it does not.</summary>
    private DatabaseOverride? Database => DatabaseOverride.Reaches(_setting) ? DatabaseOverride.Of(_model) : null;

    private static void WriteValue(AbstractValue value, StyledOutput output)
    {
        if (value is UnknownValue unknown)
        {
            output.Write("unknown: it depends on " + Printable.Escape(unknown.Reason));
        }
        else if (value is AbsentValue)
        {
            output.Write("not set");
        }
        else
        {
            output.Write(ElixirTerm.Of(value), TextRole.Code);
        }
    }

    private void WriteOrigin(AbstractValue value, StyledOutput output)
    {
        WritePlace("set at", value, output);
        if (_provenance.ConditionOf(value) is { } condition)
        {
            WriteFact("if", condition, output);
        }

        foreach (var pinned in _provenance.PinsOf(value))
        {
            WriteFact("with", _provenance.Describe(pinned), output);
        }

        foreach (var older in Provenance.OverriddenBy(value))
        {
            WriteFact("overrides", ElixirTerm.Of(older), output, TextRole.Code);
            WritePlace("set at", older, output);
        }
    }

    private void WritePlace(string label, AbstractValue value, StyledOutput output)
    {
        if (value.Origin is not { } origin)
        {
            return;
        }

        var location = origin.Location;
        WriteFact(label, Printable.Escape(location.ToString()), output, TextRole.Place);
        if (_model.FileOf(value)?.Role != ConfigFileRole.Defaults)
        {
            WriteFact("", Printable.Escape(_mask.Line(location.File, location.Start.Line).Trim()), output, TextRole.Gutter);
        }
    }

    private void WriteDoubt(AbstractValue written, StyledOutput output)
    {
        if (written is ChoiceValue choice)
        {
            output.EndLine();
            WriteFact("depends on", Printable.Escape(choice.Reason), output);
        }

        if (_model.DefaultOf(_setting) is { } unset)
        {
            WriteFact(
                "default",
                $"{ElixirTerm.Of(_mask.Apply(_setting.Keys, unset.Value))} while {Printable.Escape(unset.Variable)} is not set",
                output);
        }

        if (Database is { } database)
        {
            WriteFact("database", $"may override it: {Provenance.Describe(database)}", output);
        }

        if (_model.LayerOver(_setting.Value) is { } layer)
        {
            WriteFact("unless", $"{Printable.Escape(_mask.Sentence(layer.Reason))}, changes it at {Provenance.PlaceOf(layer)}", output);
        }
    }

    private static void WriteFact(string label, string text, StyledOutput output, TextRole role = TextRole.Plain)
    {
        output.Write("    " + label.PadRight("depends on".Length) + "  ", TextRole.Heading);
        output.Write(text, role);
        output.EndLine();
    }

    private void AppendDefault(StringBuilder json)
    {
        if (_model.DefaultOf(_setting) is not { } unset)
        {
            json.Append("null");
            return;
        }

        AppendString(json.Append('{'), "variable", unset.Variable).Append(",\"value\":");
        CanonicalTerm.Append(json, _mask.Apply(_setting.Keys, unset.Value));
        json.Append('}');
    }

    private void AppendAlternative(StringBuilder json, AbstractValue value)
    {
        AppendPlaced(json.Append('{'), value, _setting.Doubt ?? "");
        AppendString(json.Append(','), "condition", _provenance.ConditionOf(value)).Append(",\"pinned\":[");
        var separator = "";
        foreach (var pinned in _provenance.PinsOf(value))
        {
            AppendString(json.Append(separator).Append('{'), "variable", pinned.Name).Append(',');
            AppendString(json, "value", pinned.Value is null ? null : _mask.Shown(pinned)).Append(',');
            AppendString(json, "source", pinned.Source).Append('}');
            separator = ",";
        }

        json.Append("],\"overrides\":[");
        separator = "";
        foreach (var older in Provenance.OverriddenBy(value))
        {
            AppendPlaced(json.Append(separator).Append('{'), older, "");
            json.Append('}');
            separator = ",";
        }

        json.Append("]}");
    }

    private static void AppendPlaced(StringBuilder json, AbstractValue value, string doubt)
    {
        json.Append("\"value\":");
        if (value is AbsentValue)
        {
            CanonicalTerm.AppendTagged(json, "absent", doubt);
        }
        else
        {
            CanonicalTerm.Append(json, value);
        }

        var location = value.Origin?.Location;
        AppendString(json.Append(','), "file", location?.File.Path);
        json.Append(location is null
            ? ",\"line\":null,\"column\":null"
            : string.Create(CultureInfo.InvariantCulture, $",\"line\":{location.Start.Line + 1},\"column\":{location.Start.Character + 1}"));
    }

    private static StringBuilder AppendString(StringBuilder json, string name, string? value)
    {
        json.Append('"').Append(name).Append("\":");
        if (value is null)
        {
            return json.Append("null");
        }

        JsonText.AppendString(json, value);
        return json;
    }
}
