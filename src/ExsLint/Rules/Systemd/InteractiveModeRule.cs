using System.Collections.Immutable;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Commands;

namespace ExsLint.Rules.Systemd;

/// <summary>Finds services that load code whenever a module is first called.</summary>
public sealed class InteractiveModeRule : UnitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "systemd-interactive-mode";

    // code(3): interactive unless -mode says otherwise. Mix.Release, 'Environment variables': RELEASE_MODE, embedded by default
    // (rel/env.sh.eex of mix release.init, Elixir 1.14).
    private const string ReleaseMode = "RELEASE_MODE";
    private const string Interactive = "interactive";
    private const string Embedded = "embedded";
    private const string Options = "ELIXIR_ERL_OPTIONS";

    private const string Mix = "mix";
    private const string Release = "release";

    // Uncontrolled search path element; inclusion of functionality from an untrusted control sphere.
    private const int SearchPath = 427;
    private const int UntrustedSphere = 829;

    // The tasks that start a service and stay in the foreground.
    private static readonly string[] ServiceTasks = ["phx.server", "run"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Service loads code on demand",
        Description = "In interactive mode a module is looked for in the code path when it is first called, long after the start. "
            + "Whoever can write to a folder of that path has code of theirs run. A release in embedded mode loads all of its "
            + "modules at its start, and no others.",
        Level = DiagnosticLevel.Note,
        SecuritySeverity = 3.0,
        Cwes = [SearchPath, UntrustedSphere],
        Profile = RuleProfile.Strict,
        ReferenceUri = "https://www.erlang.org/doc/system/secure_coding.html",
        CreateMessages = () => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            [Mix] =
                "'{0}' loads code on demand, from every folder of the code path; a release loads all of its code at its start.",
            [Release] = "RELEASE_MODE is '{0}', so the release loads code on demand, from every folder of the code path.",
        }),
    };

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        if (!context.IsHardeningJudged)
        {
            return;
        }

        foreach (var command in context.Unit.Beam.Commands)
        {
            if (IsInteractiveMix(context.Unit, command))
            {
                context.Report(
                    Mix, command.Assignment.Location, context.SettingOf(command.Assignment.Key, Mix), [$"mix {command.MixTask}"]);
                return;
            }
        }

        ReportRelease(context);
    }

    private static void ReportRelease(UnitRuleContext context)
    {
        var unit = context.Unit;
        if (!unit.Beam.IsRelease)
        {
            return;
        }

        foreach (var command in unit.Beam.Commands)
        {
            if (command.GetVariable(ReleaseMode) is { } own)
            {
                if (own == Interactive)
                {
                    context.Report(
                        Release, command.Assignment.Location, context.SettingOf("Environment", ReleaseMode), [own]);
                }

                return;
            }
        }

        if (UnitEnvironment.Find(unit, ReleaseMode) is { Value: Interactive } variable
            && !UnitEnvironment.MayComeFromElsewhere(unit, ReleaseMode))
        {
            context.Report(
                Release, variable.Location, context.SettingOf("Environment", ReleaseMode), [variable.Value]);
        }
    }

    // In any environment: that a service runs in the wrong one is a cause of its own.
    private static bool IsInteractiveMix(EffectiveUnit unit, BeamCommand command) =>
        command.MixTask is { } task && ServiceTasks.Contains(task)
        && !command.MayHaveOtherVariables
        && !UnitEnvironment.MayComeFromElsewhere(unit, Options)
        && !UnitEnvironment.EmulatorOptions(unit).Concat(command.Before).Concat(command.Command.Words).Any(SetsMode);

    private static bool SetsMode(string options) =>
        options == Embedded || options.Contains($"-mode {Embedded}", StringComparison.Ordinal);
}
