using System.Collections.Immutable;
using ExsLint.Rules;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Sarif;
using SarifLocation = Microsoft.CodeAnalysis.Sarif.Location;

namespace ExsLint.Reporting.Sarif;

/// <summary>The results of a run.</summary>
internal sealed class SarifResults
{
    /// <summary>The most locations GitHub accepts on a result.</summary>
    private const int MaximumRelated = 1_000;

    private readonly Dictionary<SourceFile, SarifLocations> _files = [];
    private readonly Dictionary<string, int> _ruleIndices = [];

    public SarifResults(ImmutableArray<RuleDescriptor> rules)
    {
        for (var i = 0; i < rules.Length; i++)
        {
            _ruleIndices.Add(rules[i].Id, i);
        }
    }

    public Result[] Build(ImmutableArray<Diagnostic> diagnostics) => [.. diagnostics.Select(Result)];

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
                ["exslintSettingPath/v1"] = $"{diagnostic.Rule.Id}:{diagnostic.SettingPath}",
                ["primaryLocationLineHash"] = locations.LineHash(diagnostic.Location.Start.Line),
            },
            Fixes = SarifFixes.Build(diagnostic.Fix, Locations) is { } fix ? [fix] : null,
        };
    }

    private SarifLocation Related(RelatedLocation related, int index) => new()
    {
        Id = index + 1,
        PhysicalLocation = Locations(related.Location.File).Physical(related.Location.Span),
        Message = new Message { Text = related.Message },
    };

    private SarifLocations Locations(SourceFile file)
    {
        if (!_files.TryGetValue(file, out var locations))
        {
            locations = new SarifLocations(file);
            _files.Add(file, locations);
        }

        return locations;
    }
}
