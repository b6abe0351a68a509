using ExsLint.Reporting.Json;
using Microsoft.CodeAnalysis.Sarif;

namespace ExsLint.Reporting.Sarif;

/// <summary>
/// Writes a SARIF object model as <c>SarifLog.Save</c> does, for the part of the model that <see cref="SarifReport"/> fills in.
/// Save itself inspects every type by reflection: that takes ten times longer than all the rest, and does not survive trimming.
/// </summary>
internal sealed class SarifLogWriter
{
    private readonly SarifJson _json;
    private readonly SarifTextWriter _texts;
    private readonly SarifPlaceWriter _places;
    private readonly SarifResultWriter _results;
    private readonly SarifToolWriter _tools;

    private SarifLogWriter(IndentedJson output)
    {
        _json = new SarifJson(output);
        _texts = new SarifTextWriter(_json);
        _places = new SarifPlaceWriter(_json, _texts);
        _results = new SarifResultWriter(_json, _texts, _places);
        _tools = new SarifToolWriter(_json, _texts);
    }

    /// <summary>Writes a log, indented, with LF at each line's end and at the end of the text.</summary>
    public static void Write(SarifLog log, TextWriter output) =>
        IndentedJson.Write(output, ListedEscapes.Sarif, json => new SarifLogWriter(json).Log(log));

    private void Log(SarifLog log)
    {
        _json.Start();
        _json.Uri("$schema", log.SchemaUri);
        _json.Text("version", "2.1.0");
        _json.Array("runs", log.Runs, Run);
        _json.End();
    }

    private void Run(Run run)
    {
        _json.Start();
        _json.Object("tool", run.Tool, _tools.Tool);
        _json.Array("invocations", run.Invocations, Invocation);
        _json.Array("versionControlProvenance", run.VersionControlProvenance, VersionControl);
        _json.Map("originalUriBaseIds", run.OriginalUriBaseIds, _places.ArtifactLocation);
        _json.Array("results", run.Results, _results.Result);
        _json.Object("automationDetails", run.AutomationDetails, details =>
        {
            _json.Start();
            _json.Text("id", details.Id);
            _json.End();
        });
        if (run.ColumnKind == ColumnKind.Utf16CodeUnits)
        {
            _json.Text("columnKind", "utf16CodeUnits");
        }

        _json.End();
    }

    private void Invocation(Invocation invocation)
    {
        _json.Start();
        _json.Array("toolExecutionNotifications", invocation.ToolExecutionNotifications, Notification);
        _json.Writer.WriteBoolean("executionSuccessful", invocation.ExecutionSuccessful);
        _json.End();
    }

    private void Notification(Notification notification)
    {
        _json.Start();
        _json.Array("locations", notification.Locations, _places.Location);
        _json.Object("message", notification.Message, _texts.Message);
        _json.Level(notification.Level);
        _json.End();
    }

    private void VersionControl(VersionControlDetails details)
    {
        _json.Start();
        _json.Uri("repositoryUri", details.RepositoryUri);
        _json.Text("revisionId", details.RevisionId);
        _json.Text("branch", details.Branch);
        _json.Object("mappedTo", details.MappedTo, _places.ArtifactLocation);
        _json.End();
    }
}
