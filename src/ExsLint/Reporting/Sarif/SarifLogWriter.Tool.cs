using Microsoft.CodeAnalysis.Sarif;

namespace ExsLint.Reporting.Sarif;

/// <content>The tool and its rules.</content>
internal sealed partial class SarifLogWriter
{
    private void Tool(Tool tool)
    {
        _json.WriteStartObject();
        Object("driver", tool.Driver, Component);
        _json.WriteEndObject();
    }

    private void Component(ToolComponent component)
    {
        _json.WriteStartObject();
        Text("name", component.Name);
        Text("version", component.Version);
        Text("semanticVersion", component.SemanticVersion);
        Uri("informationUri", component.InformationUri);
        Array("rules", component.Rules, Rule);
        _json.WriteEndObject();
    }

    private void Rule(ReportingDescriptor rule)
    {
        _json.WriteStartObject();
        Text("id", rule.Id);
        Text("name", rule.Name);
        Object("shortDescription", rule.ShortDescription, Multiformat);
        Object("fullDescription", rule.FullDescription, Multiformat);
        Map("messageStrings", rule.MessageStrings, Multiformat);
        Object("defaultConfiguration", rule.DefaultConfiguration, configuration =>
        {
            _json.WriteStartObject();
            Level(configuration.Level);
            _json.WriteEndObject();
        });
        Uri("helpUri", rule.HelpUri);
        Object("help", rule.Help, Multiformat);
        Properties(rule);
        _json.WriteEndObject();
    }

    private void Properties(PropertyBagHolder holder)
    {
        if (holder.PropertyNames.Count == 0)
        {
            return;
        }

        _json.WritePropertyName("properties");
        _json.WriteStartObject();
        foreach (var name in holder.PropertyNames)
        {
            _json.WritePropertyName(name);
            _json.WriteRawValue(holder.GetSerializedPropertyValue(name), skipInputValidation: true);
        }

        _json.WriteEndObject();
    }

    private void Multiformat(MultiformatMessageString message)
    {
        _json.WriteStartObject();
        Text("text", message.Text);
        Text("markdown", message.Markdown);
        _json.WriteEndObject();
    }
}
