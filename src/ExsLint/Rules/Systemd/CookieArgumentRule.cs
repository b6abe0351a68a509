using System.Collections.Immutable;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd.Commands;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Text;

namespace ExsLint.Rules.Systemd;

/// <summary>Finds cookies of Erlang distribution that are written into a command line, or into the emulator's flags.</summary>
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
    private const string EmulatorOption = "-setcookie";
    private static readonly string[] Options = ["--cookie", EmulatorOption];

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
        CreateMessages = () => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
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
                    context.Report(
                        Written, Locate(assignment.Location, option), context.SettingOf(key), [option]);
                }
            }
        }

        ReportVariables(context);
    }

    /// <summary>Whether the rule reports a variable: it holds flags of the emulator, and a cookie among them.</summary>
    internal static bool Reports(UnitVariable variable) =>
        UnitEnvironment.HoldsEmulatorOptions(variable) && FindOption(variable.Value) == EmulatorOption;

    // The emulator's command, which the list of processes shows, has the flags of these variables too (seen with OTP 25). Of
    // several assignments of a variable the last one counts.
    private static void ReportVariables(UnitRuleContext context)
    {
        foreach (var variable in UnitEnvironment.Variables(context.Unit))
        {
            if (Reports(variable) && variable == UnitEnvironment.Find(context.Unit, variable.Name))
            {
                context.Report(
                    Written, Locate(variable.Location, EmulatorOption), context.SettingOf("Environment", variable.Name),
                    [EmulatorOption]);
            }
        }
    }

    // A cookie out of a variable, or one that an installer fills in, is not written in the unit.
    private static string? FindOption(string value)
    {
        var words = value.Split([' ', '\t', '"', '\''], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < words.Length; i++)
        {
            // env "ERL_FLAGS=-setcookie swordfish" mix phx.server
            var option = words[i].EndsWith($"={EmulatorOption}", StringComparison.Ordinal) ? EmulatorOption : words[i];
            if (Options.Contains(option) && char.IsAsciiLetterOrDigit(words[i + 1][0]))
            {
                return option;
            }
        }

        return null;
    }

    private static Location Locate(Location value, string option)
    {
        var start = value.File.Content.IndexOf(option, value.Span.Start, StringComparison.Ordinal);
        return start >= 0 && start < value.Span.End ? new Location(value.File, new(start, option.Length)) : value;
    }
}
