using System.Collections.Immutable;
using ExsLint.Frameworks;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Secrets;

/// <summary>
/// A rule about secrets in configurations, of whatever application. The rules share one walk over the configuration, and each
/// secret is for one of them to report.
/// </summary>
public abstract class SecretRule : ConfigRule
{
    /// <inheritdoc/>
    public sealed override void Analyze(ConfigRuleContext context)
    {
        foreach (var finding in context.Facts.Get(() => SecretJudge.Of(context.Model, context.Applications)).Found)
        {
            if (MessageFor(finding) is var (message, arguments))
            {
                Report(context, finding, message, arguments);
            }
        }
    }

    /// <summary>The message and what stands for its placeholders; null for what another rule reports.</summary>
    /// <param name="finding">The secret.</param>
    private protected abstract (string Message, ImmutableArray<string> Arguments)? MessageFor(SecretFinding finding);

    private static void Report(
        ConfigRuleContext context, SecretFinding finding, string message, ImmutableArray<string> arguments)
    {
        var choice = finding.Setting.Value as ChoiceValue;
        var written = choice is not null && finding.Variable is null
            && choice.Alternatives.FirstOrDefault(other => other.Node == finding.Value.Node) is { } alternative
            ? ShownCondition.Of(context.Model, choice, alternative, context.Secrets)
            : null;
        var (suffix, condition) = finding.Variable is { } variable ? (ConfigMessages.DefaultSuffix, variable)
            : written is not null ? (written.Suffix, written.Text)
            : choice is not null ? (ConfigMessages.ConditionalSuffix, finding.Setting.Doubt)
            : ("", null);
        context.Report(
            message + suffix,
            finding.Node.Location,
            finding.Setting.Id,
            condition is null ? arguments : arguments.Add(condition),
            SecretEdits.Of(finding),
            [.. written?.Related ?? [], .. HeaderOf(finding)],
            IsInDoubt(context.Model, finding) ? DiagnosticLevel.Note : null);
    }

    /// <summary>
    /// Whether production may never meet the value: a file that is not in view may replace it, or the one that is read at start
    /// does under some condition.
    /// </summary>
    private static bool IsInDoubt(ConfigModel model, SecretFinding finding) =>
        finding.Kind is SecretKind.Named or SecretKind.Url
        && finding.Variable is null
        && finding.Setting.Value is ChoiceValue choice
        && (model.LayerOver(choice) is not null || ReplacedAtStart.Is(model, finding.Setting, finding.Value));

    private static IEnumerable<RelatedLocation> HeaderOf(SecretFinding finding)
    {
        var header = Setting.CallOf(finding.Value) is { } call ? ConfiguredApplication.HeaderOf(call) : null;
        return header is not null && header.Start.Line != finding.Node.Location.Start.Line
            ? [new RelatedLocation(header, "The call that holds it.")]
            : [];
    }
}
