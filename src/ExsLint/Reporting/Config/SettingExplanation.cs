using System.Text.Json;
using ExsLint.Reporting.Json;
using ExsLint.Reporting.Layout;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.Values;

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
        foreach (var alternative in ChoiceValue.FlattenGuarded(written.Value))
        {
            if (isChoice)
            {
                output.EndLine();
                output.Write("  ");
                WriteValue(alternative.Value, output);
                output.EndLine();
            }

            WriteOrigin(alternative.Value, ConditionOf(written.Value, alternative), output);
        }

        WriteDoubt(written.Value, output);
    }

    /// <summary>Writes it as one line of JSON.</summary>
    public void WriteJson(bool withRoot, TextWriter output) => JsonLine.Write(output, json =>
    {
        json.WriteStartObject();
        if (withRoot)
        {
            json.WriteString("root", _model.Project.RootFolder);
        }

        json.WriteString("env", _model.Environment);
        json.WriteString("setting", _setting.Path);
        json.WritePropertyName("value");
        Terms(json).Write(_setting.Value);
        json.WriteString("depends_on", _setting.Doubt);
        WriteDefault(json);
        json.WriteStartArray("alternatives");
        foreach (var alternative in ChoiceValue.FlattenGuarded(_setting.Value))
        {
            WriteAlternative(json, alternative);
        }

        json.WriteEndArray();
        ConfigJson.WriteDatabase(json, Database);
        json.WriteEndObject();
    });

    private CanonicalTerm Terms(Utf8JsonWriter json) => new(json, _provenance.ConditionOf);

    /// <summary>The condition under which an alternative of a value holds; for a single value, that around it.</summary>
    private string? ConditionOf(AbstractValue whole, Alternative alternative) =>
        whole is ChoiceValue ? _provenance.ConditionOf(alternative.Condition) : _provenance.ConditionOf(alternative.Value);

    /// <summary>Why the database may override the setting; null if it does not.</summary>
    private DatabaseOverride? Database => DatabaseOverride.Reaches(_setting) ? DatabaseOverride.Of(_model) : null;

    private static void WriteValue(AbstractValue value, StyledOutput output)
    {
        if (value is UnknownValue unknown and not ConditionalListValue)
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

    private void WriteOrigin(AbstractValue value, string? condition, StyledOutput output)
    {
        WritePlace("set at", value, output);
        if (condition is not null)
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
            WriteFact(
                "unless", $"{Printable.Escape(_mask.Sentence(layer.Reason))}, changes it at {Provenance.PlaceOf(layer)}", output);
        }
    }

    private static void WriteFact(string label, string text, StyledOutput output, TextRole role = TextRole.Plain)
    {
        output.Write("    " + label.PadRight("depends on".Length) + "  ", TextRole.Heading);
        output.Write(text, role);
        output.EndLine();
    }

    private void WriteDefault(Utf8JsonWriter json)
    {
        if (_model.DefaultOf(_setting) is not { } unset)
        {
            json.WriteNull("default");
            return;
        }

        json.WriteStartObject("default");
        json.WriteString("variable", unset.Variable);
        json.WritePropertyName("value");
        Terms(json).Write(_mask.Apply(_setting.Keys, unset.Value));
        json.WriteEndObject();
    }

    private void WriteAlternative(Utf8JsonWriter json, Alternative alternative)
    {
        var value = alternative.Value;
        json.WriteStartObject();
        WritePlaced(json, value, _setting.Doubt ?? "");
        json.WriteString("condition", ConditionOf(_setting.Value, alternative));
        json.WriteStartArray("pinned");
        foreach (var pinned in _provenance.PinsOf(value))
        {
            json.WriteStartObject();
            json.WriteString("variable", pinned.Name);
            json.WriteString("value", pinned.Value is null ? null : _mask.Shown(pinned));
            json.WriteString("source", pinned.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("overrides");
        foreach (var older in Provenance.OverriddenBy(value))
        {
            json.WriteStartObject();
            WritePlaced(json, older, "");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WritePlaced(Utf8JsonWriter json, AbstractValue value, string doubt)
    {
        json.WritePropertyName("value");
        if (value is AbsentValue)
        {
            CanonicalTerm.WriteTagged(json, "absent", doubt);
        }
        else
        {
            Terms(json).Write(value);
        }

        var location = value.Origin?.Location;
        json.WriteString("file", location?.File.Path);
        ConfigJson.WriteLineOf(json, location);
        if (location is null)
        {
            json.WriteNull("column");
        }
        else
        {
            json.WriteNumber("column", location.Start.Character + 1);
        }
    }
}
