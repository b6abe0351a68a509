using System.Collections.Immutable;
using System.Globalization;
using ExsLint.Analysis;
using ExsLint.Rules;
using Microsoft.CodeAnalysis.Sarif;
using SarifNotification = Microsoft.CodeAnalysis.Sarif.Notification;

namespace ExsLint.Reporting.Sarif;

/// <summary>
/// SARIF 2.1.0, for GitHub code scanning, editors and whoever else reads it. The same findings give the same bytes: there are no
/// times, no random ids and no absolute paths in it. Secrets of the analysed files are masked wherever it quotes them.
/// </summary>
public static class SarifReport
{
    /// <summary>The most results GitHub accepts in a run; a file with more is rejected as a whole.</summary>
    public const int MaximumResults = 25_000;

    /// <summary>
    /// The base of all URIs: the root of the repository. It names no place, since that differs from machine to machine.
    /// </summary>
    internal const string RootId = "%SRCROOT%";

    private static readonly Uri SchemaUri = new("https://json.schemastore.org/sarif-2.1.0.json");

    /// <summary>Writes the report.</summary>
    public static void Write(LintResult result, ReportOptions options, TextWriter output) =>
        SarifLogWriter.Write(Build(result, options), output);

    /// <summary>Makes the object model of the report.</summary>
    public static SarifLog Build(LintResult result, ReportOptions options)
    {
        var (kept, notifications) = Limit(result);

        // The other constructor would look up a schema of its own, and compile a regular expression that nobody uses.
        return new SarifLog(SchemaUri, SarifVersion.Current, runs: null, inlineExternalProperties: null, properties: null)
        {
            Runs =
            [
                new Run
                {
                    Tool = new Tool { Driver = SarifRules.Driver(options) },
                    Invocations = [Invocation(notifications)],
                    VersionControlProvenance = Provenance(options.Revision),
                    OriginalUriBaseIds = new Dictionary<string, ArtifactLocation>
                    {
                        [RootId] = new()
                        {
                            Description = new Message { Text = "The root of the repository." },
                        },
                    },
                    Results =
                        new SarifResults(options.Rules, result.Secrets).Build(kept, isCompared: result.Baselined is not null),
                    AutomationDetails = new RunAutomationDetails { Id = options.Category.TrimEnd('/') + "/" },
                    ColumnKind = ColumnKind.Utf16CodeUnits,
                },
            ],
        };
    }

    /// <summary>Keeps the most severe of too many findings, in their order, and says so.</summary>
    private static (ImmutableArray<ReportedFinding> Kept,
        ImmutableArray<Analysis.Notification> Notifications) Limit(LintResult result)
    {
        var findings = ReportedFinding.AllOf(result);
        var notifications = result.Notifications.AddRange(NotJudgedLines.Groups(result).Select(Notification));
        if (findings.Length <= MaximumResults)
        {
            return (findings, notifications);
        }

        var worst = Enumerable.Range(0, findings.Length)
            .OrderBy(index => findings[index].IsHidden)
            .ThenByDescending(index => findings[index].Diagnostic.Level)
            .ThenByDescending(index => findings[index].Diagnostic.Rule.SecuritySeverity ?? 0)
            .ThenBy(index => index)
            .Take(MaximumResults)
            .Order();
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"Only the {MaximumResults} most severe of {findings.Length} findings are in this file, since GitHub rejects larger "
                + $"ones.");
        return (
            [.. worst.Select(index => findings[index])],
            notifications.Add(new Analysis.Notification(DiagnosticLevel.Warning, message, null)));
    }

    private static Analysis.Notification Notification(IGrouping<NotJudgedReason, NotJudged> group)
    {
        var things = group.ToList();
        var message = NotJudgedLines.Describe(group.Key, things);
        return new Analysis.Notification(
            DiagnosticLevel.Note, $"{char.ToUpperInvariant(message[0])}{message[1..]}.", things is [var only] ? only.Path : null);
    }

    private static Invocation Invocation(ImmutableArray<Analysis.Notification> notifications) => new()
    {
        ExecutionSuccessful = !notifications.Any(notification => notification.Level == DiagnosticLevel.Error),
        ToolExecutionNotifications = notifications.IsEmpty ? null : [.. notifications.Select(Notification)],
    };

    private static SarifNotification Notification(Analysis.Notification notification) => new()
    {
        Level = Level(notification.Level),
        Message = new Message { Text = SarifText.Plain(notification.Message) },
        Locations = notification.Path is null
            ? null
            :
            [
                new Location
                {
                    PhysicalLocation = new PhysicalLocation { ArtifactLocation = SarifLocations.Artifact(notification.Path) },
                },
            ],
    };

    private static VersionControlDetails[]? Provenance(SourceRevision? revision) => revision is null
        ? null
        :
        [
            new VersionControlDetails
            {
                RepositoryUri = revision.RepositoryUri,
                RevisionId = revision.RevisionId,
                Branch = revision.Branch,
                MappedTo = new ArtifactLocation { UriBaseId = RootId },
            },
        ];

    internal static FailureLevel Level(DiagnosticLevel level) => level switch
    {
        DiagnosticLevel.Error => FailureLevel.Error,
        DiagnosticLevel.Warning => FailureLevel.Warning,
        _ => FailureLevel.Note,
    };
}
