using System.Collections.Immutable;
using ExsLint.Analysis.Linting;
using ExsLint.Edits;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Semantics;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Text;
using ExsLint.Workspace;

namespace ExsLint.Analysis.Fixing;

/// <summary>
/// Applies fixes in memory. After each round everything is analysed again, and fixes that did not do what they said, or did
/// more, are undone.
/// </summary>
public sealed class FixEngine
{
    /// <summary>
    /// The most rounds. A later round applies fixes that conflicted with earlier ones, or that these brought to light.
    /// </summary>
    public const int MaximumRounds = 10;

    /// <summary>
    /// How many analyses may always be made to tell good fixes from bad ones. Without a limit, many bad fixes would take as
    /// many analyses.
    /// </summary>
    public const int GuaranteedAnalyses = 40;

    /// <summary>The most fixes that are tried in all analyses together, once the guaranteed analyses are used up.</summary>
    public const int MaximumTrials = 100_000;

    private readonly LintTargets _targets;
    private readonly LintOptions _lint;
    private readonly FixOptions _options;
    private readonly DropInFixes? _dropIns;
    private readonly List<AppliedFix> _applied = [];
    private readonly List<RefusedFix> _refused = [];
    private readonly Dictionary<FixCandidate, string> _failures = [];
    private readonly Dictionary<string, SourceFile> _prepared = new(StringComparer.Ordinal);

    /// <summary>The files that were there: one that is gone when it is to be written is not made anew.</summary>
    private readonly HashSet<string> _known;

    private int _analyses;
    private int _trials;
    private Snapshot _files;
    private LintAnalysis _analysis;

    private FixEngine(Snapshot snapshot, LintTargets targets, LintOptions lint, FixOptions options)
    {
        _targets = targets;
        _lint = lint;
        _options = options;
        _dropIns = options.WritesDropIns ? new DropInFixes(lint, options.DropIns) : null;
        _files = snapshot;
        _analysis = Analyze(_files);
        _known = [.. _analysis.Result.Files.Select(file => file.Path)];
    }

    /// <summary>Fixes what an analysis finds.</summary>
    /// <param name="snapshot">The tree.</param>
    /// <param name="targets">What to look at.</param>
    /// <param name="lint">What to look for.</param>
    /// <param name="options">Which fixes to apply, and where.</param>
    public static FixResult Apply(Snapshot snapshot, LintTargets targets, LintOptions lint, FixOptions options)
    {
        var engine = new FixEngine(snapshot, targets, lint, options);
        engine.PrepareDropIns();
        engine.Run();
        return engine.Result(snapshot.Files);
    }

    /// <summary>
    /// The targets with the drop-ins of their units, also those that do not exist yet: a new drop-in can correct an old one.
    /// </summary>
    /// <param name="snapshot">The tree.</param>
    /// <param name="targets">What to look at.</param>
    /// <param name="lint">What to look for, and on which system.</param>
    /// <param name="layout">Where drop-ins are.</param>
    public static LintTargets WithDropIns(Snapshot snapshot, LintTargets targets, LintOptions lint, DropInLayout layout)
    {
        if (targets.ReportOnly is not { } named)
        {
            return targets;
        }

        var shown = snapshot.Through(layout.Show);
        var (files, folders) = (shown.Files, shown.UnitFolders);
        return targets with { ReportOnly = named.Union(targets.UnitFiles.Where(named.Contains).SelectMany(DropInsOf)) };

        IEnumerable<string> DropInsOf(string unit) => UnitLoader.DropInsOf(files, unit, lint.Host, folders)
            .Concat(UnitLoader.InstancesOf(files, unit, lint.Host, folders).Select(instance => layout.PathOf(unit, instance)))
            .Append(layout.PathOf(unit, UnitName.Parse(unit[(unit.LastIndexOf('/') + 1)..])));
    }

    private void Run()
    {
        var candidates = FindCandidates();
        for (var round = 0; round < MaximumRounds && !candidates.IsEmpty; round++)
        {
            if (!ApplyRound(FixBatch.Select(candidates)))
            {
                break;
            }

            candidates = FindCandidates();
        }

        foreach (var candidate in candidates)
        {
            var reason = _failures.GetValueOrDefault(candidate) ?? $"other fixes are in its way after {MaximumRounds} rounds";
            _refused.Add(new RefusedFix(candidate.Diagnostic, RefusalCause.Unverified, reason));
        }
    }

    private FixResult Result(IProjectFiles files)
    {
        foreach (var (path, skeleton) in _prepared)
        {
            _files = _files.Files.Read(path) == skeleton ? _files.Without(path) : _files;
        }

        var changes = _files.Changed
            .Select(after => new FileChange(
                _known.Contains(after.Path) || files.FileExists(after.Path) ? files.Read(after.Path) : null, after))
            .Where(change => change.Before?.Content != change.After.Content);
        return new FixResult(
            [.. _applied.OrderBy(applied => applied.Diagnostic, DiagnosticOrder.Instance)],
            [.. _refused.OrderBy(refused => refused.Diagnostic, DiagnosticOrder.Instance)],
            [.. changes],
            _files);
    }

    /// <summary>Gives drop-ins that are to be written a section, so that any number of fixes can add to it.</summary>
    private void PrepareDropIns()
    {
        var wanted = _dropIns is null ? [] : Wanted()
            .Where(diagnostic => diagnostic.Fix is not null)
            .Select(diagnostic => _analysis.UnitOf(diagnostic))
            .ToHashSet();
        foreach (var unit in _dropIns is null ? [] : _analysis.Units)
        {
            if (wanted.Contains(unit) && _dropIns!.Prepare(unit, _files.Files) is { } prepared)
            {
                _prepared[prepared.Path] = prepared;
            }
        }

        if (_prepared.Count > 0)
        {
            _files = _files.With(_prepared.Values);
            _analysis = Analyze(_files);
        }
    }

    /// <summary>All rules run, so that a fix cannot bring what the chosen ones do not look for.</summary>
    private LintAnalysis Analyze(Snapshot files) => Linter.Analyze(
        files.Through(_options.DropIns.Show), _targets, _lint with { Select = ["*"], Ignore = [], FileIgnores = [] });

    private IEnumerable<Diagnostic> Wanted()
    {
        var found = _analysis.Result.Diagnostics
            .Where(diagnostic => diagnostic.Location.File.Path is var path
                && _lint.Includes(diagnostic.Rule, path)
                && _options.Covers(path));
        return _options.Baseline is { } baseline ? baseline.Compare(found).Found : found;
    }

    /// <summary>
    /// The fixes that may be applied, in the order of the rules and then of their places; the others go on record.
    /// </summary>
    private ImmutableArray<FixCandidate> FindCandidates()
    {
        _refused.Clear();
        var candidates = ImmutableArray.CreateBuilder<FixCandidate>();
        var alike = _analysis.All
            .Where(diagnostic => diagnostic.Fix is not null)
            .ToLookup(diagnostic => (diagnostic.Rule.Id, diagnostic.Location));
        var wanted = Wanted().ToList();
        FixSearch.Run(wanted, _lint.Workers);
        foreach (var diagnostic in wanted
            .Where(diagnostic => diagnostic.Fix?.Resolve() is not null)
            .OrderBy(diagnostic => OrderOf(diagnostic.Rule)))
        {
            if (FindEdits(diagnostic, out var refusal) is { IsEmpty: false } edits)
            {
                var others = alike[(diagnostic.Rule.Id, diagnostic.Location)];
                candidates.Add(new FixCandidate(diagnostic, edits)
                {
                    Twins = _dropIns is null ? FindTwins(diagnostic, others) : [],
                });
            }
            else
            {
                _refused.Add(refusal!);
            }
        }

        return candidates.ToImmutable();
    }

    private static ImmutableArray<Diagnostic> FindTwins(Diagnostic diagnostic, IEnumerable<Diagnostic> alike) =>
    [
        .. alike.Where(other => other.Setting != diagnostic.Setting
            && other.Fix?.Resolve() is { } fix && fix.Applicability == diagnostic.Fix!.Applicability
            && fix.Edits.Zip(diagnostic.Fix.Resolve()!.Edits).All(pair => pair.First.Changes.SequenceEqual(pair.Second.Changes))),
    ];

    private static int OrderOf(RuleDescriptor descriptor) =>
        RuleCatalog.All.TakeWhile(rule => rule.Descriptor.Id != descriptor.Id).Count();

    private ImmutableArray<FileEdit> FindEdits(Diagnostic diagnostic, out RefusedFix? refusal)
    {
        var fix = diagnostic.Fix!.Resolve()!;
        refusal = fix.Applicability switch
        {
            FixApplicability.Suggested =>
                new RefusedFix(diagnostic, RefusalCause.Suggested, "it has a blank that only you can fill in"),
            FixApplicability.Unsafe when !_options.Unsafe => new RefusedFix(diagnostic, RefusalCause.Unsafe, "it is unsafe"),
            _ => null,
        };
        if (refusal is not null)
        {
            return [];
        }

        var edits = fix.Edits;
        if (edits.FirstOrDefault(edit => UnitHost.Owns(edit.File.Path)) is { } ofSystem)
        {
            refusal = new RefusedFix(diagnostic, RefusalCause.Untouchable, $"{ofSystem.File.ShownPath} is the system's");
            return [];
        }

        if (_dropIns is not null && _analysis.UnitOf(diagnostic) is { } unit)
        {
            edits = _dropIns.Convert(diagnostic, unit, _files, out var reason);
            refusal = reason is null ? null : new RefusedFix(diagnostic, RefusalCause.Unverified, reason);
        }

        var untouchable = edits.Select(edit => WhyUntouchable(edit.File)).FirstOrDefault(reason => reason is not null);
        refusal = untouchable is null ? refusal : new RefusedFix(diagnostic, RefusalCause.Untouchable, untouchable);
        return refusal is null ? edits : [];
    }

    private string? WhyUntouchable(SourceFile file) => !file.RoundTrips ? $"{file.ShownPath} is not valid UTF-8"
        : _options.DropIns.IsPackaged(file.Path)
        ? $"{file.Path} belongs to a package, whose next update would undo it; --drop-in writes a drop-in instead"
        : _options.WhyUntouchable(file.Path);

    /// <summary>Applies what holds; where a batch does not, its halves are tried one after the other.</summary>
    /// <returns>Whether anything was applied.</returns>
    private bool ApplyRound(ImmutableArray<FixCandidate> batch)
    {
        _failures.Clear();
        var (files, verifier) = (_files, new FixVerifier(_analysis));
        var accepted = ImmutableArray<FixCandidate>.Empty;
        var pending = new Stack<ImmutableArray<FixCandidate>>([batch]);
        while (pending.TryPop(out var group))
        {
            var attempt = accepted.AddRange(group);
            _trials += batch.Length;
            if (++_analyses > GuaranteedAnalyses && _trials > MaximumTrials)
            {
                Array.ForEach([.. group], candidate => _failures[candidate] = "too many other fixes failed for it to be tried");
                continue;
            }

            var changed = files.With(FixBatch.Apply(attempt));
            var analysis = Analyze(changed);
            if (verifier.Explain(analysis, attempt) is not { } reason)
            {
                (accepted, _files, _analysis) = (attempt, changed, analysis);
            }
            else if (group.Length == 1)
            {
                _failures[group[0]] = reason;
            }
            else
            {
                pending.Push(group[(group.Length / 2)..]);
                pending.Push(group[..(group.Length / 2)]);
            }
        }

        _applied.AddRange(accepted.Select(candidate =>
            new AppliedFix(candidate.Diagnostic, [.. candidate.Edits.Select(edit => edit.File.Path)])));
        return !accepted.IsEmpty;
    }
}
