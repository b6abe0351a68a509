using ExsLint.Analysis;
using ExsLint.Analysis.Baselines;
using ExsLint.Cli.Files;
using ExsLint.Cli.Streams;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;

namespace ExsLint.Cli.Commands;

/// <summary>What the baseline does to a run. One that is written takes the place of the one that is read.</summary>
internal sealed class BaselineStep(Terminal terminal, CheckSelection selection)
{
    private Baseline? _baseline;
    private string? _path;

    /// <summary>The baseline that was read, or null.</summary>
    public Baseline? Known => _baseline;

    /// <summary>Reads the baseline, if there is one to be read; before anything is analysed.</summary>
    /// <param name="ofSettings">The one that settings name, where the command line names none.</param>
    /// <returns>False if it cannot be read; that has been said.</returns>
    public bool Load(string? ofSettings)
    {
        _path = selection.Baseline ?? ofSettings;
        if (_path is not { } path || selection.WriteBaseline is not null)
        {
            return true;
        }

        try
        {
            if (FileReader.ReadStream(File.OpenRead(path)) is not { } bytes)
            {
                terminal.Report(DiagnosticLevel.Error, $"the baseline cannot be read: {FileReader.TooLarge}", path);
                return false;
            }

            _baseline = BaselineReader.Read(bytes, out var problem);
            if (problem is not null)
            {
                terminal.Report(
                    DiagnosticLevel.Error, $"not a baseline: {problem.Message}", $"{path}:{problem.Line}:{problem.Column}");
            }
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            terminal.Report(DiagnosticLevel.Error, $"the baseline cannot be read: {FileTrouble.Describe(exception)}", path);
        }

        return _baseline is not null;
    }

    /// <summary>Takes the known findings out of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="isJudged">Whether a rule, or one that there is no longer, was asked about a file.</param>
    public LintResult Apply(LintResult result, Func<RuleDescriptor?, string, bool> isJudged)
    {
        if (_baseline is null)
        {
            return result;
        }

        var comparison = _baseline.Compare(result.Diagnostics);
        var gone = comparison.Gone.Count(entry => isJudged(RuleCatalog.Find(entry.Rule)?.Descriptor, entry.Path));
        if (gone > 0)
        {
            var entries = gone == 1
                ? "1 entry of the baseline no longer occurs"
                : $"{gone} entries of the baseline no longer occur";
            terminal.Report(DiagnosticLevel.Note, $"{entries}; write it anew with --write-baseline", _path);
        }

        return result with { Diagnostics = comparison.Found, Baselined = comparison.Known };
    }

    /// <summary>Writes the findings as a baseline, if that is asked for; then it knows all of them.</summary>
    /// <returns>What is left; null if the baseline cannot be written, which has been said.</returns>
    public LintResult? Save(LintResult result)
    {
        if (selection.WriteBaseline is not { } path)
        {
            return result;
        }

        var written = Baseline.Of(result.Diagnostics);
        if (!OutputStep.Write(terminal, "the baseline", path, output => BaselineWriter.Write(written, output)))
        {
            return null;
        }

        var findings = result.Diagnostics.Length == 1 ? "1 finding is" : $"{result.Diagnostics.Length} findings are";
        terminal.Report(DiagnosticLevel.Note, $"{findings} on record now", path);
        return result with { Diagnostics = [], Baselined = result.Diagnostics };
    }
}
