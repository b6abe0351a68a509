using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Client;

namespace ExsLint.TestLogger;

/// <summary>
/// Says at the end of a run how many tests were skipped for which reason. The console's own logger names the tests only.
/// </summary>
[FriendlyName("skip-reasons")]
[ExtensionUri("logger://exslint/skip-reasons")]
public sealed class SkipReasonsLogger : ITestLogger
{
    private readonly SortedDictionary<string, int> _reasons = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Initialize(TestLoggerEvents events, string testRunDirectory)
    {
        ArgumentNullException.ThrowIfNull(events);
        events.TestResult += (_, result) => Count(result.Result);
        events.TestRunComplete += (_, _) => Write();
    }

    private void Count(TestResult result)
    {
        if (result.Outcome == TestOutcome.Skipped)
        {
            var reason = result.ErrorMessage ?? string.Concat(result.Messages.Select(message => message.Text)).Trim();
            _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
        }
    }

    private void Write()
    {
        foreach (var (reason, tests) in _reasons)
        {
            Console.WriteLine($"Skipped {tests}: {reason}");
        }
    }
}
