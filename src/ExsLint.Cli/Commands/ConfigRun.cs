using System.Collections.Immutable;
using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Cli.Files;
using ExsLint.Cli.Streams;
using ExsLint.Reporting.Config;
using ExsLint.Reporting.Layout;
using ExsLint.Rules;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Cli.Commands;

/// <summary>What <c>config</c> was asked for.</summary>
internal sealed record ConfigOptions
{
    /// <summary>A directory or a config file.</summary>
    public required string Path { get; init; }

    /// <summary>The environment to evaluate.</summary>
    public required string Environment { get; init; }

    /// <summary>How to print.</summary>
    public required ListFormat Format { get; init; }

    /// <summary>The setting to explain; null for the whole configuration.</summary>
    public required string? Explain { get; init; }

    /// <summary>The environment variables that are known.</summary>
    public required GivenVariables Variables { get; init; }

    /// <summary>Whether secrets are shown.</summary>
    public required bool ShowSecrets { get; init; }

    /// <summary>What paths are relative to outside of a repository; null for the working directory.</summary>
    public required string? Root { get; init; }

    /// <summary>Whether colour is unwanted even on a terminal.</summary>
    public required bool NoColor { get; init; }
}

/// <summary>One run of <c>config</c>.</summary>
internal sealed class ConfigRun(Terminal terminal, ConfigOptions options)
{
    private readonly FaultBarrier _barrier = new();
    private AnalysisPlan? _plan;
    private bool _failed;
    private bool _isPartial;

    /// <summary>Evaluates and prints.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        if (options.Variables.Pin(terminal) is not { } variables
            || new NamedPathReader(terminal, options.Root).Read([options.Path], list: null, standardInputName: null)
                is not [var named])
        {
            return ExitCodes.Failure;
        }

        if (named.Kind == AnalyzedKind.Unit)
        {
            terminal.Report(DiagnosticLevel.Error, "a systemd unit has no Elixir configuration", options.Path);
            return ExitCodes.Failure;
        }

        var plan = AnalysisPlan.Make([named], _ => null)[0];
        _plan = plan;
        if (!EnvironmentCheck.Accepts(terminal, options.Environment, [plan]))
        {
            return ExitCodes.Failure;
        }

        var reports = Evaluate(plan, variables);
        if (reports.IsEmpty && !_failed && !_isPartial)
        {
            terminal.Report(DiagnosticLevel.Error, "no Elixir configuration found", options.Path);
        }

        if (reports.IsEmpty || _failed)
        {
            return ExitCodes.Failure;
        }

        var exitCode = options.Explain is { } setting ? Explain(reports, setting) : Print(reports);
        return _isPartial ? ExitCodes.Failure : exitCode;
    }

    private ImmutableArray<ConfigReport> Evaluate(AnalysisPlan plan, EnvironmentVariables variables)
    {
        var targets = plan.Targets;
        var loader = new ConfigModelLoader(plan.Snapshot, options.Environment, variables)
        {
            // What a framework has built in stands in no file of the user's; it explains, but is not listed.
            UsesDefaults = options.Explain is not null,
            Workers = Processors.Workers,
        };
        var models = loader.Load(targets.ConfigFiles, targets.ReportOnly);
        foreach (var fault in loader.Faults)
        {
            _isPartial = true;
            terminal.Report(fault, plan.Show);
        }

        foreach (var problem in plan.Files.Problems)
        {
            var isFailure = problem.IsLost && plan.IsNamed(problem.Path);
            _failed |= isFailure;
            terminal.Report(isFailure ? DiagnosticLevel.Error : DiagnosticLevel.Warning, problem.Reason, plan.Show(problem.Path));
        }

        return [.. models.Select(model => new ConfigReport(model, options.ShowSecrets))];
    }

    private int Print(ImmutableArray<ConfigReport> reports)
    {
        var exitCode = ExitCodes.Success;
        var styled = options.Format == ListFormat.Text ? terminal.Styled(options.NoColor) : null;
        foreach (var report in reports)
        {
            exitCode = report.Refusal is null ? exitCode : ExitCodes.Findings;
            Guard(report, () => Print(report, report != reports[0], withRoot: reports.Length > 1, styled));
        }

        return exitCode;
    }

    private void Print(ConfigReport report, bool isSeparated, bool withRoot, StyledOutput? styled)
    {
        if (styled is null)
        {
            report.WriteJson(withRoot, terminal.Output);
        }
        else if (report.Refusal is { } refused)
        {
            terminal.Report(DiagnosticLevel.Error, refused.Message, refused.Location.ToString());
        }
        else
        {
            if (isSeparated)
            {
                styled.EndLine();
            }

            report.WriteText(styled);
        }
    }

    private int Explain(ImmutableArray<ConfigReport> reports, string name)
    {
        var found = new List<SettingExplanation>();
        foreach (var report in reports.Where(report => report.Refusal is null))
        {
            Guard(report, () => found.AddRange(report.Explain(name) is { } explanation ? [explanation] : []));
        }

        if (found.Count == 0)
        {
            foreach (var report in reports)
            {
                SayWhyNot(report, name);
            }

            return ExitCodes.Findings;
        }

        var styled = options.Format == ListFormat.Text ? terminal.Styled(options.NoColor) : null;
        foreach (var explanation in found)
        {
            if (styled is null)
            {
                explanation.WriteJson(withRoot: reports.Length > 1, terminal.Output);
            }
            else
            {
                explanation.WriteText(styled);
            }
        }

        return ExitCodes.Success;
    }

    /// <summary>A defect of ExsLint with one project must not cost the others their report.</summary>
    private void Guard(ConfigReport report, Action action)
    {
        if (!_barrier.Try(report.EntryFile, "", action))
        {
            _isPartial = true;
            terminal.Report(_barrier.Faults[^1], _plan!.Show);
        }
    }

    private void SayWhyNot(ConfigReport report, string name)
    {
        if (report.Refusal is { } refusal)
        {
            terminal.Report(DiagnosticLevel.Error, refusal.Message, refusal.Location.ToString());
            return;
        }

        var nearest = report.FindNearest(name);
        var hint = nearest.IsEmpty ? "" : $"; {string.Join(" or ", nearest.Select(other => $"'{other}'"))} may be meant";
        terminal.Report(DiagnosticLevel.Error, $"'{name}' is not set{hint}", report.Root.Length == 0 ? null : report.Root);
    }
}
