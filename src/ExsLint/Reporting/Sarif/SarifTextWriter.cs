using Microsoft.CodeAnalysis.Sarif;

namespace ExsLint.Reporting.Sarif;

/// <summary>Writes messages, and contents of files.</summary>
internal sealed class SarifTextWriter(SarifJson json)
{
    /// <summary>Writes a message.</summary>
    public void Message(Message message)
    {
        json.Start();
        json.Text("text", message.Text);
        json.Text("id", message.Id);
        json.Array("arguments", message.Arguments, json.Writer.WriteStringValue);
        json.End();
    }

    /// <summary>Writes a message that may have Markdown too.</summary>
    public void Multiformat(MultiformatMessageString message)
    {
        json.Start();
        json.Text("text", message.Text);
        json.Text("markdown", message.Markdown);
        json.End();
    }

    /// <summary>Writes text of a file.</summary>
    public void Content(ArtifactContent content)
    {
        json.Start();
        json.Text("text", content.Text);
        json.End();
    }
}
