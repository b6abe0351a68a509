using Microsoft.CodeAnalysis.Sarif;

namespace ExsLint.Reporting.Sarif;

/// <summary>Writes the tool and its rules.</summary>
internal sealed class SarifToolWriter(SarifJson json, SarifTextWriter texts)
{
    /// <summary>Writes the tool.</summary>
    public void Tool(Tool tool)
    {
        json.Start();
        json.Object("driver", tool.Driver, Component);
        json.End();
    }

    private void Component(ToolComponent component)
    {
        json.Start();
        json.Text("name", component.Name);
        json.Text("version", component.Version);
        json.Text("semanticVersion", component.SemanticVersion);
        json.Uri("informationUri", component.InformationUri);
        json.Array("rules", component.Rules, Rule);
        json.End();
    }

    private void Rule(ReportingDescriptor rule)
    {
        json.Start();
        json.Text("id", rule.Id);
        json.Text("name", rule.Name);
        json.Object("shortDescription", rule.ShortDescription, texts.Multiformat);
        json.Object("fullDescription", rule.FullDescription, texts.Multiformat);
        json.Map("messageStrings", rule.MessageStrings, texts.Multiformat);
        json.Object("defaultConfiguration", rule.DefaultConfiguration, configuration =>
        {
            json.Start();
            json.Level(configuration.Level);
            json.End();
        });
        json.Uri("helpUri", rule.HelpUri);
        json.Object("help", rule.Help, texts.Multiformat);
        Properties(rule);
        json.End();
    }

    private void Properties(PropertyBagHolder holder)
    {
        if (holder.PropertyNames.Count == 0)
        {
            return;
        }

        json.Writer.WritePropertyName("properties");
        json.Start();
        foreach (var name in holder.PropertyNames)
        {
            json.Writer.WritePropertyName(name);
            json.Writer.WriteRawValue(holder.GetSerializedPropertyValue(name), skipInputValidation: true);
        }

        json.End();
    }
}
