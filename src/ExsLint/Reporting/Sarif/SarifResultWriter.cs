using Microsoft.CodeAnalysis.Sarif;

namespace ExsLint.Reporting.Sarif;

/// <summary>Writes results and their fixes.</summary>
internal sealed class SarifResultWriter(SarifJson json, SarifTextWriter texts, SarifPlaceWriter places)
{
    /// <summary>Writes a result.</summary>
    public void Result(Result result)
    {
        json.Start();
        json.Text("ruleId", result.RuleId);
        json.Number("ruleIndex", result.RuleIndex, absent: -1);
        json.Level(result.Level);
        json.Object("message", result.Message, texts.Message);
        json.Array("locations", result.Locations, places.Location);
        json.Map("partialFingerprints", result.PartialFingerprints, json.Writer.WriteStringValue);
        json.Array("relatedLocations", result.RelatedLocations, places.Location);
        json.Array("suppressions", result.Suppressions, Suppression);
        if (result.BaselineState != BaselineState.None)
        {
            json.Text("baselineState", result.BaselineState == BaselineState.New ? "new" : "unchanged");
        }

        json.Array("fixes", result.Fixes, Fix);
        json.End();
    }

    private void Suppression(Suppression suppression)
    {
        json.Start();
        if (suppression.Kind == SuppressionKind.InSource)
        {
            json.Text("kind", "inSource");
        }

        json.Text("justification", suppression.Justification);
        json.End();
    }

    private void Fix(Fix fix)
    {
        json.Start();
        json.Object("description", fix.Description, texts.Message);
        json.Array("artifactChanges", fix.ArtifactChanges, Change);
        json.End();
    }

    private void Change(ArtifactChange change)
    {
        json.Start();
        json.Object("artifactLocation", change.ArtifactLocation, places.ArtifactLocation);
        json.Array("replacements", change.Replacements, Replacement);
        json.End();
    }

    private void Replacement(Replacement replacement)
    {
        json.Start();
        json.Object("deletedRegion", replacement.DeletedRegion, places.Region);
        json.Object("insertedContent", replacement.InsertedContent, texts.Content);
        json.End();
    }
}
