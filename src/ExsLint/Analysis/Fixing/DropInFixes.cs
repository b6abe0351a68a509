using System.Collections.Immutable;
using ExsLint.Analysis.Linting;
using ExsLint.Edits;
using ExsLint.Rules;
using ExsLint.Semantics;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Commands;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Syntax.Systemd;
using ExsLint.Syntax.Systemd.Nodes;
using ExsLint.Text;
using ExsLint.Workspace;

namespace ExsLint.Analysis.Fixing;

/// <summary>Turns the fix of a unit into directives of a drop-in, which leaves the unit's own file to its package.</summary>
/// <param name="options">How units are judged.</param>
/// <param name="layout">Where the drop-ins are.</param>
internal sealed class DropInFixes(LintOptions options, DropInLayout layout)
{
    /// <summary>
    /// The drop-in of a unit with a section to add to; null if it has one already. A unit's type decides which section that is.
    /// </summary>
    public SourceFile? Prepare(EffectiveUnit unit, IProjectFiles files)
    {
        var path = PathOf(unit);
        var header = $"[{UnitSections.ExecSection(unit.Name.Type)}]";
        if (!files.FileExists(path))
        {
            return SourceFile.FromString(path, header + "\n").ShownAs(files.ShownPath(path));
        }

        if (files.Read(path) is not { RoundTrips: true } file || FindSection(UnitParser.Parse(file), unit) is not null)
        {
            return null;
        }

        var lineEnd = ElixirLayout.LineEnd(file);
        var separator = file.Content.Length == 0 ? "" : file.Content[^1] is '\n' or '\r' ? lineEnd : lineEnd + lineEnd;
        return file.WithContent(file.Content + separator + header + lineEnd);
    }

    /// <summary>
    /// The edits of the drop-in with the same effect as a fix of the unit itself; empty, with the reason, if there are none.
    /// </summary>
    public ImmutableArray<FileEdit> Convert(Diagnostic diagnostic, EffectiveUnit unit, Snapshot files, out string? reason)
    {
        var path = PathOf(unit);
        if (layout.ReplacementOf(unit.Files.Main.File.Path, files.Files) is { } replacement)
        {
            reason = $"{files.Files.ShownPath(replacement)} takes the unit's place";
            return [];
        }

        // What the fix makes of the unit's own directives is what the drop-in has to come to.
        var mended = Bind(files.With(FixBatch.Apply([new FixCandidate(diagnostic, diagnostic.Fix!.Resolve()!.Edits)])), unit);
        var changes = mended is null ? [] : DropInChange.Find(unit, mended);
        if (changes.IsEmpty)
        {
            reason = "no drop-in can mend it";
            return [];
        }

        if (!files.Files.FileExists(path) || files.Files.Read(path) is not { RoundTrips: true } file
            || files.UnitTreeOf(file) is not { FirstError: null } dropIn || FindSection(dropIn, unit) is not { } target)
        {
            reason = $"{path} cannot be extended";
            return [];
        }

        foreach (var edit in DropInChange.Edits(target, changes))
        {
            var changed = files.With(FixBatch.Apply([new FixCandidate(diagnostic, [edit])]));
            if (!IsFound(diagnostic, changed, unit) && Bind(changed, unit) is { } result && IsSame(result, mended!))
            {
                reason = null;
                return [edit];
            }
        }

        var (key, later) = changes
            .Select(change => (change.Key, Later: LaterDropIn(unit, change.Key, path)))
            .FirstOrDefault(change => change.Later is not null);
        reason = later is null
            ? $"{changes[0].Key}= in {path} would not mend it"
            : $"{later}, which systemd reads after {path}, sets {key}= as well";
        return [];
    }

    private string PathOf(EffectiveUnit unit) => layout.PathOf(unit.Files.Main.File.Path, unit.Name);

    private static SectionSyntax? FindSection(UnitSyntaxTree dropIn, EffectiveUnit unit) =>
        dropIn.Root.Sections.LastOrDefault(section => section.Name == UnitSections.ExecSection(unit.Name.Type));

    private EffectiveUnit? Bind(Snapshot files, EffectiveUnit unit) =>
        files.Through(layout.Show) is var shown
        && UnitLoader.Load(shown.Files, unit.Files.Main.File.Path, options.Host, unit.Name, shown.UnitFolders) is { } loaded
            ? UnitBinder.Bind(loaded, unit.KnownServices, options.SystemdVersion, options.IsSystemdVersionKnown)
            : null;

    private bool IsFound(Diagnostic diagnostic, Snapshot files, EffectiveUnit unit) =>
        UnitLinter.Lint(files.Through(layout.Show), unit.Files.Main.File.Path, isNamed: true, options).Diagnostics.Any(other =>
            other.Rule == diagnostic.Rule && other.Setting == diagnostic.Setting);

    /// <summary>Whether two readings of a unit come to the same, as far as rules ask.</summary>
    private static bool IsSame(EffectiveUnit left, EffectiveUnit right) =>
        left.Refusal?.Message == right.Refusal?.Message
        && left.Exposure.Rows.Zip(right.Exposure.Rows).All(pair => pair.First.Badness == pair.Second.Badness)
        && VariablesOf(left).SequenceEqual(VariablesOf(right));

    private static IEnumerable<(string Name, string Value)> VariablesOf(EffectiveUnit unit) => UnitEnvironment.Variables(unit)
        .GroupBy(variable => variable.Name, StringComparer.Ordinal)
        .OrderBy(variables => variables.Key, StringComparer.Ordinal)
        .Select(variables => (variables.Key, variables.Last().Value));

    private static string? LaterDropIn(EffectiveUnit unit, string key, string dropIn) => unit
        .GetAssignments(UnitSections.ExecSection(unit.Name.Type)!, key)
        .Select(assignment => assignment.File.Path)
        .LastOrDefault(path => path != unit.Files.Main.File.Path && string.CompareOrdinal(NameOf(path), NameOf(dropIn)) > 0);

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
