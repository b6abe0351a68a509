using ExsLint.Edits;
using ExsLint.Reporting.Masking;
using ExsLint.Semantics.Secrets;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Sarif;

namespace ExsLint.Reporting.Sarif;

/// <summary>Fixes, as editors' SARIF viewers and review bots apply them.</summary>
internal static class SarifFixes
{
    /// <summary>The fix, or null where it has to be left out.</summary>
    public static Fix? Build(CodeFix? fix, SecretMap secrets, Func<SourceFile, SarifLocations> locations)
    {
        if (fix is null || !ShownFix.IsShowable(fix, secrets))
        {
            return null;
        }

        return new Fix
        {
            Description = new Message { Text = SarifText.Plain(Description(fix)) },
            ArtifactChanges = [.. fix.Edits.Select(edit => Change(edit, locations(edit.File)))],
        };
    }

    private static string Description(CodeFix fix) => fix.Applicability switch
    {
        FixApplicability.Safe => $"{fix.Title}.",
        FixApplicability.Unsafe => $"{fix.Title}. It may change what someone depends on.",
        _ => $"{fix.Title}. It has a blank that only you can fill in.",
    };

    private static ArtifactChange Change(FileEdit edit, SarifLocations locations) => new()
    {
        ArtifactLocation = SarifLocations.Artifact(edit.File.Path),
        Replacements =
        [
            .. edit.Changes.Select(change => new Replacement
            {
                DeletedRegion = locations.Region(change.Span),
                InsertedContent = string.IsNullOrEmpty(change.NewText) ? null : new ArtifactContent { Text = change.NewText },
            }),
        ],
    };
}
