using Microsoft.CodeAnalysis.Sarif;

namespace ExsLint.Reporting.Sarif;

/// <content>Results and their fixes.</content>
internal sealed partial class SarifLogWriter
{
    private void Result(Result result)
    {
        _json.WriteStartObject();
        Text("ruleId", result.RuleId);
        Number("ruleIndex", result.RuleIndex, absent: -1);
        Level(result.Level);
        Object("message", result.Message, Message);
        Array("locations", result.Locations, Location);
        Map("partialFingerprints", result.PartialFingerprints, _json.WriteStringValue);
        Array("relatedLocations", result.RelatedLocations, Location);
        Array("suppressions", result.Suppressions, Suppression);
        if (result.BaselineState != BaselineState.None)
        {
            Text("baselineState", result.BaselineState == BaselineState.New ? "new" : "unchanged");
        }

        Array("fixes", result.Fixes, Fix);
        _json.WriteEndObject();
    }

    private void Suppression(Suppression suppression)
    {
        _json.WriteStartObject();
        if (suppression.Kind == SuppressionKind.InSource)
        {
            Text("kind", "inSource");
        }

        Text("justification", suppression.Justification);
        _json.WriteEndObject();
    }

    private void Message(Message message)
    {
        _json.WriteStartObject();
        Text("text", message.Text);
        Text("id", message.Id);
        Array("arguments", message.Arguments, _json.WriteStringValue);
        _json.WriteEndObject();
    }

    private void Fix(Fix fix)
    {
        _json.WriteStartObject();
        Object("description", fix.Description, Message);
        Array("artifactChanges", fix.ArtifactChanges, Change);
        _json.WriteEndObject();
    }

    private void Change(ArtifactChange change)
    {
        _json.WriteStartObject();
        Object("artifactLocation", change.ArtifactLocation, ArtifactLocation);
        Array("replacements", change.Replacements, Replacement);
        _json.WriteEndObject();
    }

    private void Replacement(Replacement replacement)
    {
        _json.WriteStartObject();
        Object("deletedRegion", replacement.DeletedRegion, Region);
        Object("insertedContent", replacement.InsertedContent, Content);
        _json.WriteEndObject();
    }
}
