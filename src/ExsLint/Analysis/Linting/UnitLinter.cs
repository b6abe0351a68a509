using System.Collections.Immutable;
using ExsLint.Frameworks.Catalog;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Rules.Config;
using ExsLint.Rules.Syntax;
using ExsLint.Rules.Units;
using ExsLint.Semantics;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Syntax;
using ExsLint.Syntax.Systemd;
using ExsLint.Workspace;

namespace ExsLint.Analysis.Linting;

/// <summary>Judges systemd units.</summary>
public static class UnitLinter
{
    /// <summary>Judges one unit together with the drop-ins beside it, those of a template's instances among them.</summary>
    /// <param name="snapshot">The analysed tree.</param>
    /// <param name="path">
    /// The path of the unit's own file, or of a drop-in of it. A drop-in without a unit beside it is only checked for its syntax.
    /// </param>
    /// <param name="isNamed">
    /// Whether the user named this unit. Of units met on the way, only services on the Erlang virtual machine have their
    /// hardening judged, unless the profile is strict.
    /// </param>
    /// <param name="options">What to look for.</param>
    /// <returns>The findings in all of the unit's files; empty if its own file cannot be read.</returns>
    /// <remarks>Comments that suppress findings are not heeded: those of a drop-in may be for other units as well.</remarks>
    public static LintResult Lint(Snapshot snapshot, string path, bool isNamed, LintOptions options)
    {
        var analyses = Analyze(snapshot, path, isNamed, options);
        return new LintResult(
            [
                .. analyses.SelectMany(analysis => analysis.Diagnostics)
                    .DistinctBy(found => (found.Rule.Id, found.Location, found.Message))
                    .Order(DiagnosticOrder.Instance),
            ],
            [
                .. analyses.SelectMany(analysis => analysis.Trees)
                    .Select(tree => tree.File)
                    .DistinctBy(source => source.Path)
                    .OrderBy(source => source.Path, StringComparer.Ordinal),
            ],
            []);
    }

    /// <summary>
    /// Judges one unit as <see cref="Lint"/> does, and if it is a template those of its instances that have drop-ins of their
    /// own; empty if its own file cannot be read.
    /// </summary>
    internal static ImmutableArray<UnitAnalysis> Analyze(Snapshot snapshot, string path, bool isNamed, LintOptions options)
    {
        var (files, folders) = (snapshot.Files, snapshot.UnitFolders);
        var unitPath = UnitLoader.FindFile(files, UnitLoader.FindUnitOfDropIn(path) ?? path, out var instance);
        unitPath = files.FileExists(unitPath) ? unitPath : path;
        IEnumerable<UnitName?> instances = instance is not null
            ? [instance]
            : UnitLoader.InstancesOf(files, unitPath, options.Host, folders).Prepend(null);
        return
        [
            .. instances.Select(name => UnitLoader.Load(files, unitPath, options.Host, name, folders))
                .OfType<UnitFiles>()
                .Select(loaded => Analyze(loaded, isNamed, options)),
        ];
    }

    private static UnitAnalysis Analyze(UnitFiles files, bool isNamed, LintOptions options)
    {
        var found = new List<Diagnostic>();
        var unit = UnitBinder.Bind(
            files, FrameworkCatalog.ServiceNames, options.SystemdVersion, options.IsSystemdVersionKnown);
        ReportSyntax(unit, found);
        var layer = RuleCatalog.Get<LayerUnknownRule>();
        found.AddRange(files.UnreadableDropIns.Select(path => layer.Create(path, files.Main.File)));

        // What the readable files lack may stand in one that cannot be read.
        Action<Diagnostic> report = files.UnreadableDropIns.IsEmpty ? found.Add : diagnostic =>
        {
            if (diagnostic.Absent is null && diagnostic.MessageId != UnitMessages.Missing)
            {
                found.Add(diagnostic);
            }
        };
        var isAsked = isNamed || options.Profile == RuleProfile.Strict;
        foreach (var rule in options.UnitRules)
        {
            ((IUnitJudge)rule).Analyze(new UnitRuleContext(rule.Descriptor, unit, isAsked, report)
            {
                Profile = options.Profile,
                ExposureThreshold = options.ExposureThreshold,
            });
        }

        return new UnitAnalysis(found, unit, isAsked || unit.Beam.IsBeam);
    }

    private static void ReportSyntax(EffectiveUnit unit, List<Diagnostic> found)
    {
        var rule = RuleCatalog.Get<SyntaxErrorRule>();
        foreach (var tree in unit.Files.All)
        {
            found.AddRange(tree.Diagnostics.Select(diagnostic => rule.Create(tree.File, diagnostic, IdOf(unit, tree))));
        }

        foreach (var fatal in unit.FatalAssignments)
        {
            if (fatal is { Location: { } location, DependsOnInstance: false })
            {
                var diagnostic = new SyntaxDiagnostic(location.Span, fatal.Message);
                found.Add(rule.Create(location.File, diagnostic, FileId.OfUnit(unit.Name.Text, location.File.Path)));
            }
        }
    }

    private static FileId IdOf(EffectiveUnit unit, UnitSyntaxTree tree) => FileId.OfUnit(unit.Name.Text, tree.File.Path);
}

/// <summary>What was found in a unit.</summary>
/// <param name="Diagnostics">The findings, in no order.</param>
/// <param name="Unit">The unit.</param>
/// <param name="IsJudged">Whether its hardening was looked at.</param>
internal sealed record UnitAnalysis(IReadOnlyList<Diagnostic> Diagnostics, EffectiveUnit Unit, bool IsJudged)
{
    /// <summary>The unit's own file and its drop-ins.</summary>
    public ImmutableArray<UnitSyntaxTree> Trees => Unit.Files.All;
}
