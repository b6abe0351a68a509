using ExsLint.Semantics.Secrets;
using ExsLint.Text;

namespace ExsLint.Reporting;

/// <summary>Reads why findings are suppressed, with what looks secret in it masked.</summary>
internal sealed class SuppressionReasons(SecretMap secrets)
{
    /// <summary>The reason at a place.</summary>
    public string Read(Location reason) => secrets.Of(reason.File).Excerpt(reason.Span);
}
