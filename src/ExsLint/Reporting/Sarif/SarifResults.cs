using System.Collections.Immutable;
using ExsLint.Rules;
using ExsLint.Semantics.Secrets;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Sarif;
using Location = ExsLint.Text.Location;
using SarifLocation = Microsoft.CodeAnalysis.Sarif.Location;

namespace ExsLint.Reporting.Sarif;

/// <summary>The results of a run.</summary>
internal sealed class SarifResults
{
    /// <summary>The most locations GitHub accepts on a result.</summary>
    private const int MaximumRelated = 1_000;

    private readonly Dictionary<SourceFile, SarifLocations> _files = [];
    private readonly Dictionary<string, int> _ruleIndices = [];
    private readonly SecretMap _secrets;
    private readonly SuppressionReasons _reasons;

    public SarifResults(ImmutableArray<RuleDescriptor> rules, SecretMap secrets)
    {
        _secrets = secrets;
        _reasons = new SuppressionReasons(secrets);
        for (var i = 0; i < rules.Length; i++)
        {
            _ruleIndices.Add(rules[i].Id, i);
        }
    }

    /// <summary>
    /// The results of findings. Once one of them has suppressions, or a state in comparison with a baseline, all have (SARIF
    /// 2.1.0, sections 3.27.23 and 3.27.24).
    /// </summary>
    public Result[] Build(ImmutableArray<ReportedFinding> findings, bool isCompared)
    {
        var hasSuppressed = findings.Any(finding => finding.Reason is not null);
        return [.. findings.Select(finding =>
        {
            var result = Result(finding.Diagnostic);
            result.Suppressions = hasSuppressed ? Suppressions(finding.Reason) : null;
            result.BaselineState = !isCompared ? BaselineState.None : finding.IsKnown ? BaselineState.Unchanged
                : BaselineState.New;
            return result;
        })];
    }

    private Suppression[] Suppressions(Location? reason) => reason is null
        ? []
        : [new Suppression { Kind = SuppressionKind.InSource, Justification = _reasons.Read(reason) }];

    private Result Result(Diagnostic diagnostic)
    {
        var locations = Locations(diagnostic.Location.File);
        var related = diagnostic.RelatedLocations.Take(MaximumRelated).ToImmutableArray();
        return new Result
        {
            RuleId = diagnostic.Rule.Id,
            RuleIndex = _ruleIndices[diagnostic.Rule.Id],
            Level = SarifReport.Level(diagnostic.Level),
            Message = SarifMessages.Result(diagnostic, related),
            Locations = [new SarifLocation { PhysicalLocation = locations.Physical(diagnostic.Location.Span) }],
            RelatedLocations = related.IsEmpty ? null : [.. related.Select(Related)],
            PartialFingerprints = new Dictionary<string, string>
            {
                ["exslintSettingPath/v1"] = $"{diagnostic.Rule.Id}:{diagnostic.Setting.Text}",
                ["primaryLocationLineHash"] = locations.LineHash(diagnostic.Location.Start.Line),
            },
            Fixes = SarifFixes.Build(diagnostic.Fix?.Resolve(), _secrets, Locations) is { } fix ? [fix] : null,
        };
    }

    private SarifLocation Related(RelatedLocation related, int index) => new()
    {
        Id = index + 1,
        PhysicalLocation = Locations(related.Location.File).Physical(related.Location.Span),
        Message = new Message { Text = SarifText.Plain(related.Message) },
    };

    private SarifLocations Locations(SourceFile file)
    {
        if (!_files.TryGetValue(file, out var locations))
        {
            locations = new SarifLocations(file, _secrets.Of(file));
            _files.Add(file, locations);
        }

        return locations;
    }
}
