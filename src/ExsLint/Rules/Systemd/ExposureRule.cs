using System.Collections.Immutable;
using ExsLint.Rules.Units;
using ExsLint.Semantics;
using ExsLint.Semantics.Systemd.Exposure;

namespace ExsLint.Rules.Systemd;

/// <summary>Finds services whose exposure is above a threshold.</summary>
public sealed class ExposureRule : UnitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "systemd-exposure";

    private const string Above = "above";
    private const int Named = 3;

    // Execution with unnecessary privileges.
    private const int UnnecessaryPrivileges = 250;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Service is more exposed than allowed",
        Description = "The exposure that systemd-analyze security gives a service, from 0.0 to 10.0, is above the threshold "
            + "that was asked for with --exposure-threshold. Without that option the rule reports nothing.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 4.0,
        Cwes = [UnnecessaryPrivileges],
        ReferenceUri = "https://www.freedesktop.org/software/systemd/man/latest/systemd-analyze.html",
        CreateMessages = () => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            [Above] = "The exposure is '{0}', which is above '{1}'; the most weight have '{2}'.",
        }),
    };

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        if (context.ExposureThreshold is not { } threshold || !context.IsHardeningJudged || context.Unit.Refusal is not null)
        {
            return;
        }

        var exposure = context.Unit.Exposure;
        if (exposure.Exposure > threshold)
        {
            var heaviest = exposure.Rows.OrderByDescending(row => row.WeightedBadness)
                .Take(Named)
                .Where(row => row.WeightedBadness > 0)
                .Select(row => row.Check.Name);
            context.Report(
                Above,
                context.MissingLocation(),
                DirectiveId.OfSection(context.Unit.Name.Text, "exposure"),
                [UnitExposure.Format(exposure.Exposure), UnitExposure.Format(threshold), string.Join(", ", heaviest)]);
        }
    }
}
