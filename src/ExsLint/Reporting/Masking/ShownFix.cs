using ExsLint.Edits;
using ExsLint.Semantics.Secrets;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Reporting.Masking;

/// <summary>Tells which fixes a report may spell out.</summary>
internal static class ShownFix
{
    /// <summary>
    /// Whether the fix's edits can be shown: they change the text that is in the file, and write nothing that looks like a
    /// secret. A text that does not round-trip is not the one an editor would change; a masked insertion would destroy what it
    /// masks.
    /// </summary>
    public static bool IsShowable(CodeFix fix, SecretMap secrets) =>
        fix.Edits.All(edit => edit.File.RoundTrips && !InsertsSecret(edit, secrets.Of(edit.File)));

    private static bool InsertsSecret(FileEdit edit, FileSecrets secrets) => edit.Changes.Any(change =>
    {
        var inserted = change.NewText ?? "";
        return new FileSecrets(SourceFile.FromString(edit.File.Path, inserted)).Hides(new TextSpan(0, inserted.Length))
            || secrets.Redact(inserted) != inserted;
    });
}
