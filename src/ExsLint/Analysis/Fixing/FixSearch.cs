using ExsLint.Rules;

namespace ExsLint.Analysis.Fixing;

/// <summary>Looks for the edits of many findings at once.</summary>
public static class FixSearch
{
    /// <summary>
    /// Looks for the edits of findings, so that whoever asks for one has it at once. Those of one configuration are looked for
    /// one after the other, in the order of the findings: they share the work that may be done.
    /// </summary>
    /// <param name="findings">The findings.</param>
    /// <param name="workers">The threads that share the work.</param>
    public static void Run(IEnumerable<Diagnostic> findings, Workers workers)
    {
        var searches = findings
            .Where(finding => finding.Fix?.Searcher is not null)
            .GroupBy(finding => finding.Fix!.Searcher!, finding => finding.Fix!, ReferenceEqualityComparer.Instance)
            .ToList();
        workers.Map(searches, search => search.Count(fix => fix.Resolve() is not null));
    }
}
