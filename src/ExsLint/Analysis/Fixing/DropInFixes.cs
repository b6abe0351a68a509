using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Rules;
using ExsLint.Semantics;
using ExsLint.Semantics.Systemd;
using ExsLint.Syntax.Systemd;
using ExsLint.Text;

namespace ExsLint.Analysis.Fixing;

/// <summary>Turns the fix of a unit into directives of a drop-in, which leaves the unit's own file to its package.</summary>
/// <param name="options">How units are judged.</param>
/// <param name="layout">Where the drop-ins are.</param>
internal sealed class DropInFixes(LintOptions options, DropInLayout layout)
{
    /// <summary>The unit that a finding is about, or null if it is about none.</summary>
    public static EffectiveUnit? UnitOf(Diagnostic diagnostic, LintAnalysis analysis) => analysis.Units.FirstOrDefault(unit =>
        diagnostic.SettingPath.StartsWith(unit.Name.Text + "/", StringComparison.Ordinal)
        && unit.Files.Sources.Contains(diagnostic.Location.File));

    /// <summary>
    /// The drop-in of a unit with a section to add to; null if it has one already. A unit's type decides which section that is.
    /// </summary>
    public SourceFile? Prepare(EffectiveUnit unit, IProjectFiles files)
    {
        var path = layout.PathOf(unit.Files.Main.File.Path);
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

    /// <summary>The edits of the drop-in that do what a fix would do to the unit itself; empty, with the reason, if none do.</summary>
    public ImmutableArray<FileEdit> Convert(Diagnostic diagnostic, EffectiveUnit unit, FileOverlay files, out string? reason)
    {
        var main = unit.Files.Main.File.Path;
        var path = layout.PathOf(main);
        if (layout.ReplacementOf(main, files) is { } replacement)
        {
            reason = $"{files.ShownPath(replacement)} takes the unit's place";
            return [];
        }

        if (diagnostic.SettingPath.Split('/') is not [_, var section, var key] || section != UnitSections.ExecSection(unit.Name.Type))
        {
            reason = "no drop-in can mend it";
            return [];
        }

        if (!files.FileExists(path) || files.Read(path) is not { RoundTrips: true } file
            || UnitParser.Parse(file) is not { FirstError: null } dropIn || FindSection(dropIn, unit) is not { } target)
        {
            reason = $"{path} cannot be extended";
            return [];
        }

        // What the fix makes of the unit's own directives is what the drop-in has to come to.
        var mended = Bind(files.With(FixBatch.Apply([new FixCandidate(diagnostic, diagnostic.Fix!.Edits)])), main);
        var values = mended?.GetAssignments(section, key).Select(assignment => assignment.Value).ToList() ?? [];
        foreach (var edit in values.Count == 0 ? [] : Edits(target, key, values))
        {
            if (!IsFound(diagnostic, files.With(FixBatch.Apply([new FixCandidate(diagnostic, [edit])])), main))
            {
                reason = null;
                return [edit];
            }
        }

        reason = LaterDropIn(unit, section, key, path) is { } later
            ? $"{later}, which systemd reads after {path}, sets {key}= as well"
            : $"{key}= in {path} would not mend it";
        return [];
    }

    private static SectionSyntax? FindSection(UnitSyntaxTree dropIn, EffectiveUnit unit) =>
        dropIn.Root.Sections.LastOrDefault(section => section.Name == UnitSections.ExecSection(unit.Name.Type));

    /// <summary>First the one value, for a setting of which the last counts; then all of them behind a reset, for one that collects.</summary>
    private static IEnumerable<FileEdit> Edits(SectionSyntax section, string key, List<string> values)
    {
        var own = section.Directives.LastOrDefault(directive => directive.Key == key);
        var one = own is null ? UnitEdits.Add(section, $"{key}={values[^1]}") : UnitEdits.ReplaceValue(own, values[^1]);
        var lineEnd = ElixirLayout.LineEnd(section.Tree.File);
        var lines = string.Join(lineEnd, values.Select(value => $"{key}={value}").Prepend($"{key}="));
        var all = own is null ? UnitEdits.Add(section, lines) : UnitEdits.AddAfter(own, lines);
        return new[] { one, all }.OfType<FileEdit>();
    }

    private EffectiveUnit? Bind(FileOverlay files, string main) =>
        UnitLoader.Load(layout.Show(files), main, options.Host) is { } loaded ? UnitBinder.Bind(loaded, options.SystemdVersion) : null;

    private bool IsFound(Diagnostic diagnostic, FileOverlay files, string main) =>
        UnitLinter.Lint(layout.Show(files), main, isNamed: true, options).Diagnostics.Any(other =>
            other.Rule == diagnostic.Rule && other.SettingPath == diagnostic.SettingPath);

    private static string? LaterDropIn(EffectiveUnit unit, string section, string key, string dropIn) => unit
        .GetAssignments(section, key)
        .Select(assignment => assignment.File.Path)
        .LastOrDefault(path => path != unit.Files.Main.File.Path && string.CompareOrdinal(NameOf(path), NameOf(dropIn)) > 0);

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
