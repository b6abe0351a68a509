using System.Collections.Immutable;
using ExsLint.Rules;
using ExsLint.Rules.Syntax;
using ExsLint.Rules.Systemd;
using ExsLint.Semantics;
using ExsLint.Semantics.Systemd;
using ExsLint.Syntax;
using ExsLint.Syntax.Systemd;

namespace ExsLint.Analysis;

/// <summary>Judges systemd units.</summary>
public static class UnitLinter
{
    /// <summary>Judges one unit together with the drop-ins beside it.</summary>
    /// <param name="files">The analysed tree.</param>
    /// <param name="path">
    /// The path of the unit's own file, or of a drop-in of it. A drop-in without a unit beside it is only checked for its syntax.
    /// </param>
    /// <param name="isNamed">
    /// Whether the user named this unit. Of units met on the way, only services on the Erlang virtual machine have their hardening
    /// judged, unless the profile is strict.
    /// </param>
    /// <param name="options">What to look for.</param>
    /// <returns>The findings in all of the unit's files; empty if its own file cannot be read.</returns>
    public static LintResult Lint(IProjectFiles files, string path, bool isNamed, LintOptions options)
    {
        var unitPath = UnitLoader.FindUnitOfDropIn(path) is { } owner && files.FileExists(owner) ? owner : path;
        if (UnitLoader.Load(files, unitPath) is not { } unitFiles)
        {
            return new LintResult([], [], []);
        }

        var found = new List<Diagnostic>();
        var unit = UnitBinder.Bind(unitFiles, options.SystemdVersion);
        ReportSyntax(unit, found);
        var isAsked = isNamed || options.Profile == RuleProfile.Strict;
        foreach (var rule in RuleCatalog.All.OfType<UnitRule>().Where(rule => rule.Descriptor.Profile <= options.Profile))
        {
            rule.Analyze(new UnitRuleContext(rule.Descriptor, unit, isAsked, found.Add));
        }

        return new LintResult(
            Sort(found),
            [.. unitFiles.Sources.OrderBy(source => source.Path, StringComparer.Ordinal)],
            []);
    }

    private static void ReportSyntax(EffectiveUnit unit, List<Diagnostic> found)
    {
        var rule = RuleCatalog.All.OfType<SyntaxErrorRule>().Single();
        foreach (var tree in unit.Files.All)
        {
            found.AddRange(tree.Diagnostics.Select(diagnostic => rule.Create(tree.File, diagnostic, PathOf(unit, tree))));
        }

        foreach (var fatal in unit.FatalAssignments)
        {
            if (fatal.Location is { } location)
            {
                var diagnostic = new SyntaxDiagnostic(location.Span, fatal.Message);
                found.Add(rule.Create(location.File, diagnostic, $"{unit.Name.Text}/{location.File.Path}"));
            }
        }
    }

    private static string PathOf(EffectiveUnit unit, UnitSyntaxTree tree) => $"{unit.Name.Text}/{tree.File.Path}";

    private static ImmutableArray<Diagnostic> Sort(List<Diagnostic> diagnostics) =>
    [
        .. diagnostics
            .OrderBy(diagnostic => diagnostic.Location.File.Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.Span.Start)
            .ThenBy(diagnostic => diagnostic.Rule.Id, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.SettingPath, StringComparer.Ordinal),
    ];
}
