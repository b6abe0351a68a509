using ExsLint.Semantics.Secrets;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Sarif;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Reporting.Sarif;

/// <summary>Places of one file, with masked excerpts.</summary>
internal sealed class SarifLocations(SourceFile file, FileSecrets secrets)
{
    /// <summary>How many lines before and behind a finding are quoted.</summary>
    private const int ContextLines = 2;

    /// <summary>Longer excerpts are left out: nobody reads them, and GitHub limits the file's size.</summary>
    private const int MaximumExcerpt = 2_000;

    private LineHashes? _hashes;

    /// <summary>
    /// A file's place relative to the root, percent-encoded; for a file of the system that units are on, its place there.
    /// </summary>
    public static ArtifactLocation Artifact(string path)
    {
        var escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        return UnitHost.Owns(path)
            ? new ArtifactLocation { Uri = new Uri("file://" + escaped, UriKind.Absolute) }
            : new ArtifactLocation { Uri = new Uri(escaped, UriKind.Relative), UriBaseId = SarifReport.RootId };
    }

    /// <summary>GitHub's hash of the line.</summary>
    public string LineHash(int line) => (_hashes ??= new LineHashes(file.Content))[line];

    /// <summary>A place with its text and its surroundings.</summary>
    public PhysicalLocation Physical(TextSpan span)
    {
        var region = Region(span);
        region.Snippet = Excerpt(span);
        return new PhysicalLocation
        {
            ArtifactLocation = Artifact(file.Path),
            Region = region,
            ContextRegion = Context(span),
        };
    }

    /// <summary>A place as lines and columns: 1-based, the end exclusive.</summary>
    public Region Region(TextSpan span)
    {
        var start = file.Lines.GetPosition(span.Start);
        var end = file.Lines.GetPosition(span.End);
        return new Region
        {
            StartLine = start.Line + 1,
            StartColumn = start.Character + 1,
            EndLine = end.Line + 1,
            EndColumn = end.Character + 1,
        };
    }

    /// <summary>The lines around a place; null where the file has nothing more than the place itself.</summary>
    private Region? Context(TextSpan span)
    {
        var first = Math.Max(0, file.Lines.GetPosition(span.Start).Line - ContextLines);
        var last = Math.Min(file.Lines.Count - 1, file.Lines.GetPosition(span.End).Line + ContextLines);
        var context = TextSpan.FromBounds(file.Lines.GetStart(first), file.Lines.GetLine(last).End);
        if (context == span || Excerpt(context) is not { } snippet)
        {
            return null;
        }

        var region = Region(context);
        region.Snippet = snippet;
        return region;
    }

    private ArtifactContent? Excerpt(TextSpan span) =>
        span.Length > MaximumExcerpt ? null : new ArtifactContent { Text = secrets.Excerpt(span) };
}
