using System.Buffers;
using ExsLint.Rules.Systemd;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd.Commands;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Rules.Secrets;

/// <summary>A word of a unit that may be a secret.</summary>
/// <param name="Value">The word, or what stands behind its equals sign.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="Directive">The directive: <c>Environment</c>, <c>ExecStart</c>.</param>
internal sealed record UnitText(string Value, Location Location, string Directive)
{
    /// <summary>The variable that holds it; null for the word of a command.</summary>
    public string? Variable { get; init; }

    /// <summary>Whether systemd-secret-environment or systemd-cookie-argument reports it, whatever it is.</summary>
    public bool IsReportedElsewhere { get; init; }

    /// <summary>What tells it from other words of the directive.</summary>
    public string[] Parts => Variable is { } name ? [UnitRuleContext.Shown(name)] : [];

    private static readonly SearchValues<char> OptionCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    private static readonly string[] CommandKeys =
        ["ExecStart", "ExecStartPre", "ExecStartPost", "ExecReload", "ExecStop", "ExecStopPost"];

    /// <summary>The variables of a unit, and the words of its commands; none where its hardening is not judged.</summary>
    public static IEnumerable<UnitText> WordsOf(UnitRuleContext context)
    {
        if (!context.IsHardeningJudged)
        {
            yield break;
        }

        foreach (var variable in UnitEnvironment.Variables(context.Unit))
        {
            yield return new UnitText(variable.Value, variable.Location, "Environment")
            {
                Variable = variable.Name,
                IsReportedElsewhere = SecretEnvironmentRule.Reports(variable) || CookieArgumentRule.Reports(variable),
            };
        }

        foreach (var key in CommandKeys)
        {
            foreach (var assignment in SettingReader.AfterLastReset(context.Unit.GetAssignments(UnitSections.Service, key)))
            {
                foreach (var word in UnitWords.Split(assignment.Value))
                {
                    yield return new UnitText(ValueOf(word.Text), PlaceOf(assignment, word), key);
                }
            }
        }
    }

    /// <summary>What stands behind the equals sign of an option, <c>--key=x</c>; else the word.</summary>
    private static string ValueOf(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && word.AsSpan(0, equals).IndexOfAnyExcept(OptionCharacters) < 0 ? word[(equals + 1)..] : word;
    }

    /// <summary>The word, or the whole value if that is spread over lines.</summary>
    private static Location PlaceOf(UnitAssignment assignment, UnitWord word) =>
        assignment.Directive.ValueTokens.Count() == 1
            ? new Location(
                assignment.File, new TextSpan(assignment.Location.Span.Start + word.Span.Start, word.Span.Length))
            : assignment.Location;
}
