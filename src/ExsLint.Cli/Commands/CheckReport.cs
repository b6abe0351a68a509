using ExsLint.Analysis;
using ExsLint.Cli.Files;
using ExsLint.Reporting;
using ExsLint.Reporting.Full;
using ExsLint.Reporting.Json;
using ExsLint.Reporting.Layout;
using ExsLint.Reporting.Sarif;
using ExsLint.Rules;

namespace ExsLint.Cli.Commands;

/// <summary>Writes the report of a <c>check</c> where it was asked for.</summary>
internal sealed class CheckReport(Terminal terminal, CheckOptions options, SourceRevision? revision)
{
    /// <summary>Writes the report.</summary>
    /// <returns>Whether it could be written; if not, that was said.</returns>
    public bool Write(LintResult result)
    {
        if (options.OutputFile is not { } path)
        {
            Write(result, terminal.Output, IsForPeople ? terminal.Styled(options.NoColor) : new PlainOutput(terminal.Output));
            return true;
        }

        try
        {
            using var output = Terminal.Open(new FileStream(path, FileMode.Create, FileAccess.Write));
            Write(result, output, new PlainOutput(output));
            output.Flush();
            return true;
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            terminal.Report(DiagnosticLevel.Error, $"the report cannot be written: {FileTrouble.Describe(exception)}", path);
            return false;
        }
    }

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
                GitHubReport.Write(result, output);
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
        var found = result.Diagnostics
            .Concat(result.Suppressed.Select(suppressed => suppressed.Diagnostic))
            .Concat(result.Baselined ?? [])
            .Select(diagnostic => diagnostic.Rule.Id)
            .ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Rules =
            [
                .. RuleCatalog.All.Select(rule => rule.Descriptor)
                    .Where(rule => rule.Profile == RuleProfile.Recommended || found.Contains(rule.Id)),
            ],
            Category = options.Category,
            Revision = revision,
        };
    }
}
