using System.Globalization;
using System.Text.Json;
using ExsLint.Reporting.Json;
using Microsoft.CodeAnalysis.Sarif;

namespace ExsLint.Reporting.Sarif;

/// <summary>
/// Writes a SARIF object model as <c>SarifLog.Save</c> does, for the part of the model that <see cref="SarifReport"/> fills in.
/// Save itself inspects every type by reflection: that takes ten times longer than all the rest, and does not survive trimming.
/// </summary>
internal sealed partial class SarifLogWriter
{
    private readonly IndentedJson _output;
    private readonly Utf8JsonWriter _json;

    private SarifLogWriter(IndentedJson output)
    {
        _output = output;
        _json = output.Writer;
    }

    /// <summary>Writes a log, indented, with LF at each line's end and at the end of the text.</summary>
    public static void Write(SarifLog log, TextWriter output) =>
        IndentedJson.Write(output, ListedEscapes.Sarif, json => new SarifLogWriter(json).Log(log));

    private void Log(SarifLog log)
    {
        _json.WriteStartObject();
        Uri("$schema", log.SchemaUri);
        Text("version", "2.1.0");
        Array("runs", log.Runs, Run);
        _json.WriteEndObject();
    }

    private void Run(Run run)
    {
        _json.WriteStartObject();
        Object("tool", run.Tool, Tool);
        Array("invocations", run.Invocations, Invocation);
        Array("versionControlProvenance", run.VersionControlProvenance, VersionControl);
        Map("originalUriBaseIds", run.OriginalUriBaseIds, ArtifactLocation);
        Array("results", run.Results, Result);
        Object("automationDetails", run.AutomationDetails, details =>
        {
            _json.WriteStartObject();
            Text("id", details.Id);
            _json.WriteEndObject();
        });
        if (run.ColumnKind == ColumnKind.Utf16CodeUnits)
        {
            Text("columnKind", "utf16CodeUnits");
        }

        _json.WriteEndObject();
    }

    private void Invocation(Invocation invocation)
    {
        _json.WriteStartObject();
        Array("toolExecutionNotifications", invocation.ToolExecutionNotifications, Notification);
        _json.WriteBoolean("executionSuccessful", invocation.ExecutionSuccessful);
        _json.WriteEndObject();
    }

    private void Notification(Notification notification)
    {
        _json.WriteStartObject();
        Array("locations", notification.Locations, Location);
        Object("message", notification.Message, Message);
        Level(notification.Level);
        _json.WriteEndObject();
    }

    private void VersionControl(VersionControlDetails details)
    {
        _json.WriteStartObject();
        Uri("repositoryUri", details.RepositoryUri);
        Text("revisionId", details.RevisionId);
        Text("branch", details.Branch);
        Object("mappedTo", details.MappedTo, ArtifactLocation);
        _json.WriteEndObject();
    }

    private void Text(string name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }

    private void Uri(string name, Uri? value) => Text(name, value?.OriginalString);

    /// <summary>Writes a number unless it is the one that stands for absence.</summary>
    private void Number(string name, int value, int absent)
    {
        if (value != absent)
        {
            _json.WriteNumber(name, value);
        }
    }

    private void Object<T>(string name, T? value, Action<T> write)
        where T : class
    {
        if (value is not null)
        {
            _json.WritePropertyName(name);
            write(value);
        }
    }

    private void Array<T>(string name, IList<T>? values, Action<T> write)
    {
        if (values is null)
        {
            return;
        }

        _json.WritePropertyName(name);
        _json.WriteStartArray();
        foreach (var value in values)
        {
            write(value);
            _output.FlushIfLarge();
        }

        _json.WriteEndArray();
    }

    private void Map<T>(string name, IDictionary<string, T>? values, Action<T> write)
    {
        if (values is null)
        {
            return;
        }

        _json.WritePropertyName(name);
        _json.WriteStartObject();
        foreach (var (key, value) in values)
        {
            _json.WritePropertyName(key);
            write(value);
        }

        _json.WriteEndObject();
    }

    private void Level(FailureLevel level) => Text("level", level.ToString().ToLower(CultureInfo.InvariantCulture));
}
