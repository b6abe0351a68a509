using ExsLint.Reporting.Masking;
using ExsLint.Text;

namespace ExsLint.Reporting;

/// <summary>Reads why findings are suppressed, with what looks secret in it masked.</summary>
internal sealed class SuppressionReasons
{
    private readonly Dictionary<SourceFile, ExcerptMasker> _maskers = [];

    /// <summary>The reason at a place.</summary>
    public string Read(Location reason)
    {
        if (!_maskers.TryGetValue(reason.File, out var masker))
        {
            masker = new ExcerptMasker(reason.File);
            _maskers.Add(reason.File, masker);
        }

        return masker.Excerpt(reason.Span);
    }
}
