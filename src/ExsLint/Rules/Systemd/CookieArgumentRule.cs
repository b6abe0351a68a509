using System.Collections.Immutable;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Text;

namespace ExsLint.Rules.Systemd;

/// <summary>Finds cookies of Erlang distribution that are written into a command line.</summary>
public sealed class CookieArgumentRule : UnitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "systemd-cookie-argument";

    private const string Written = "written";

    // Insertion of sensitive information into externally-accessible files; use of hard-coded credentials.
    private const int VisibleToAll = 214;
    private const int HardCodedCredentials = 798;

    private static readonly string[] CommandKeys =
        ["ExecStart", "ExecStartPre", "ExecStartPost", "ExecReload", "ExecStop", "ExecStopPost"];

    // elixir(1), erl(1).
    private static readonly string[] Options = ["--cookie", "-setcookie"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Cookie of the Erlang node is in the command line",
        Description = "Whoever knows a node's cookie and can reach it runs any code there. A cookie in a command is in the "
            + "unit, which everyone on the host may read, and in the list of processes.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.5,
        Cwes = [VisibleToAll, HardCodedCredentials],
        ReferenceUri = "https://www.erlang.org/doc/system/distributed.html#security",
        Messages = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            [Written] =
                "The node's cookie is written behind '{0}', where every user of the host can read it, in the unit and in the "
                    + "list of processes.",
        }),
    };

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        if (!context.IsHardeningJudged || !context.Unit.Beam.IsBeam)
        {
            return;
        }

        foreach (var key in CommandKeys)
        {
            foreach (var assignment in SettingReader.AfterLastReset(context.Unit.GetAssignments(UnitSections.Service, key)))
            {
                if (FindOption(assignment.Value) is { } option)
                {
                    context.Report(Written, Locate(assignment, option), context.SettingOf(key), [option]);
                }
            }
        }
    }

    // A cookie out of a variable, or one that an installer fills in, is not written in the unit.
    private static string? FindOption(string value)
    {
        var words = value.Split([' ', '\t', '"', '\''], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (Options.Contains(words[i]) && char.IsAsciiLetterOrDigit(words[i + 1][0]))
            {
                return words[i];
            }
        }

        return null;
    }

    private static Location Locate(UnitAssignment assignment, string option)
    {
        var start = assignment.File.Content.IndexOf(option, assignment.Location.Span.Start, StringComparison.Ordinal);
        return start >= 0 && start < assignment.Location.Span.End
            ? new Location(assignment.File, new(start, option.Length))
            : assignment.Location;
    }
}
