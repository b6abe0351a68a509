using ExsLint.Analysis;
using ExsLint.Analysis.Fixing;
using ExsLint.Cli.Streams;
using ExsLint.Edits;
using ExsLint.Reporting;
using ExsLint.Reporting.Full;
using ExsLint.Reporting.Json;
using ExsLint.Reporting.Layout;
using ExsLint.Reporting.Sarif;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;

namespace ExsLint.Cli.Commands;

/// <summary>Writes the report of a <c>check</c> where it was asked for.</summary>
/// <param name="terminal">The process's streams.</param>
/// <param name="options">What was asked for.</param>
/// <param name="revision">Which commit was analysed, where that is known.</param>
/// <param name="closes">
/// Whether the findings are counted behind a report of lines; not where the command counts what it did itself.
/// </param>
internal sealed class CheckReport(Terminal terminal, CheckOptions options, SourceRevision? revision, bool closes = true)
{
    /// <summary>Writes the report.</summary>
    /// <returns>Whether it could be written; if not, that was said.</returns>
    public bool Write(LintResult result)
    {
        var asked = result.Diagnostics.Where(IsFixAskedFor);
        if (IsOfLines)
        {
            FixSearch.Count(asked, Processors.Workers);
        }
        else
        {
            FixSearch.Run(asked, Processors.Workers);
        }

        if (options.OutputFile is not { } path)
        {
            Write(result, terminal.Output, IsForPeople ? terminal.Styled(options.NoColor) : new PlainOutput(terminal.Output));
            terminal.Output.Flush();
        }
        else if (!OutputStep.Write(terminal, "the report", path, output => Write(result, output, new PlainOutput(output))))
        {
            return false;
        }

        if (!options.Quiet)
        {
            Close(result);
        }

        return true;
    }

    /// <summary>Whether the report asks for a finding's fix. Lines do not show it; it is counted behind them.</summary>
    private bool IsFixAskedFor(Diagnostic finding) => !IsOfLines
        || (closes && !options.Quiet && finding.Fix?.Applicability is FixApplicability.Safe or FixApplicability.Unsafe);

    /// <summary>
    /// Tells on standard error what a report that is one line a finding has no line for: what is not judged, and how many
    /// findings there are.
    /// </summary>
    private void Close(LintResult result)
    {
        if (options.Format == ReportFormat.Concise)
        {
            foreach (var line in NotJudgedLines.Of(result))
            {
                terminal.Report(DiagnosticLevel.Note, line);
            }
        }

        if (IsOfLines && closes && !result.Files.IsEmpty)
        {
            using var summary = new StringWriter();
            FullReport.WriteSummary(result, new PlainOutput(summary, int.MaxValue));
            terminal.Report(DiagnosticLevel.Note, summary.ToString().TrimEnd('\n'));
        }
    }

    private bool IsOfLines => options.Format is ReportFormat.Concise or ReportFormat.GitHub;

    /// <summary>Only such a report has colours: no other one loads what makes them.</summary>
    private bool IsForPeople => options.Format == ReportFormat.Full;

    private void Write(LintResult result, TextWriter output, StyledOutput styled)
    {
        switch (options.Format)
        {
            case ReportFormat.Full:
                FullReport.Write(result, styled, closes: !options.Quiet);
                break;
            case ReportFormat.Concise:
                ConciseReport.Write(result, output);
                break;
            case ReportFormat.GitHub:
                GitHubReport.Write(result, output, closes: !options.Quiet);
                break;
            case ReportFormat.Json:
                JsonReport.Write(result, About(result), output);
                break;
            default:
                SarifReport.Write(result, About(result), output);
                break;
        }

        if (options.Statistics)
        {
            WriteStatistics(result, styled);
        }
    }

    /// <summary>A table behind a document would spoil it.</summary>
    private void WriteStatistics(LintResult result, StyledOutput styled)
    {
        if (options.Format is ReportFormat.Json or ReportFormat.Sarif)
        {
            terminal.Explain(output => RuleStatistics.Write(result, new PlainOutput(output)));
        }
        else if (!result.Diagnostics.IsEmpty)
        {
            styled.EndLine();
            RuleStatistics.Write(result, styled);
        }
    }

    private ReportOptions About(LintResult result)
    {
        // A report describes its rules at length: those of the recommended profile, and of the others only what was found.
        var rules = result.Diagnostics
            .Concat(result.Suppressed.Select(suppressed => suppressed.Diagnostic))
            .Concat(result.Baselined ?? [])
            .Select(diagnostic => diagnostic.Rule)
            .DistinctBy(rule => rule.Id)
            .ToList();
        var found = rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Rules =
            [
                .. RuleCatalog.All.Select(rule => rule.Descriptor)
                    .Where(rule => rule is { Profile: RuleProfile.Recommended, IsPreview: false } || found.Contains(rule.Id)),
                .. rules.Where(rule => rule.IsOfTeam).OrderBy(rule => rule.Id, StringComparer.Ordinal),
            ],
            Category = options.Category,
            Revision = revision,
        };
    }
}
