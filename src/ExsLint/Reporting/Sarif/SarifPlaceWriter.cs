using Microsoft.CodeAnalysis.Sarif;

namespace ExsLint.Reporting.Sarif;

/// <summary>Writes places.</summary>
internal sealed class SarifPlaceWriter(SarifJson json, SarifTextWriter texts)
{
    /// <summary>Writes a location.</summary>
    public void Location(Location location)
    {
        json.Start();
        json.Number("id", (int)location.Id, absent: -1);
        json.Object("physicalLocation", location.PhysicalLocation, Physical);
        json.Object("message", location.Message, texts.Message);
        json.End();
    }

    private void Physical(PhysicalLocation location)
    {
        json.Start();
        json.Object("artifactLocation", location.ArtifactLocation, ArtifactLocation);
        json.Object("region", location.Region, Region);
        json.Object("contextRegion", location.ContextRegion, Region);
        json.End();
    }

    /// <summary>Writes which file is meant.</summary>
    public void ArtifactLocation(ArtifactLocation location)
    {
        json.Start();
        json.Uri("uri", location.Uri);
        json.Text("uriBaseId", location.UriBaseId);
        json.Object("description", location.Description, texts.Message);
        json.End();
    }

    /// <summary>Writes a part of a file.</summary>
    public void Region(Region region)
    {
        json.Start();
        json.Number("startLine", region.StartLine, absent: 0);
        json.Number("startColumn", region.StartColumn, absent: 0);
        json.Number("endLine", region.EndLine, absent: 0);
        json.Number("endColumn", region.EndColumn, absent: 0);
        json.Object("snippet", region.Snippet, texts.Content);
        json.End();
    }
}
