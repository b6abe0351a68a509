using ExsLint.Edits;
using ExsLint.Rules;
using ExsLint.Text;

namespace ExsLint.Tests.TestSupport;

/// <summary>Applies the fixes of findings, whatever their applicability.</summary>
internal static class FixApplier
{
    public static IReadOnlyDictionary<string, string> Apply(
        IEnumerable<SourceFile> files, IEnumerable<Diagnostic> diagnostics)
    {
        var edits = diagnostics.Select(diagnostic => diagnostic.Fix?.Resolve()).OfType<CodeFix>().SelectMany(fix => fix.Edits)
            .ToLookup(edit => edit.File.Path);
        return files.ToDictionary(file => file.Path, file => Apply(file, edits[file.Path]));
    }

    public static string Apply(SourceFile file, IEnumerable<FileEdit> edits) => file.Text
        .WithChanges(edits.SelectMany(edit => edit.Changes).OrderBy(change => change.Span.Start))
        .ToString();
}
