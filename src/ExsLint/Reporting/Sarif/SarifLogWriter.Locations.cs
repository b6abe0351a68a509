using Microsoft.CodeAnalysis.Sarif;

namespace ExsLint.Reporting.Sarif;

/// <content>Places.</content>
internal sealed partial class SarifLogWriter
{
    private void Location(Location location)
    {
        _json.WriteStartObject();
        Number("id", (int)location.Id, absent: -1);
        Object("physicalLocation", location.PhysicalLocation, Physical);
        Object("message", location.Message, Message);
        _json.WriteEndObject();
    }

    private void Physical(PhysicalLocation location)
    {
        _json.WriteStartObject();
        Object("artifactLocation", location.ArtifactLocation, ArtifactLocation);
        Object("region", location.Region, Region);
        Object("contextRegion", location.ContextRegion, Region);
        _json.WriteEndObject();
    }

    private void ArtifactLocation(ArtifactLocation location)
    {
        _json.WriteStartObject();
        Uri("uri", location.Uri);
        Text("uriBaseId", location.UriBaseId);
        Object("description", location.Description, Message);
        _json.WriteEndObject();
    }

    private void Region(Region region)
    {
        _json.WriteStartObject();
        Number("startLine", region.StartLine, absent: 0);
        Number("startColumn", region.StartColumn, absent: 0);
        Number("endLine", region.EndLine, absent: 0);
        Number("endColumn", region.EndColumn, absent: 0);
        Object("snippet", region.Snippet, Content);
        _json.WriteEndObject();
    }

    private void Content(ArtifactContent content)
    {
        _json.WriteStartObject();
        Text("text", content.Text);
        _json.WriteEndObject();
    }
}
