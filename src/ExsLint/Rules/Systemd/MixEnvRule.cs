using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Commands;

namespace ExsLint.Rules.Systemd;

/// <summary>Finds services that mix starts in the development environment.</summary>
public sealed class MixEnvRule : UnitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "systemd-mix-env";

    // Mix, 'Environment variables': MIX_ENV names the environment, dev if it is not set. Read in lib/mix/lib/mix.ex, 1.14 and
    // 1.18.
    private const string Variable = "MIX_ENV";
    private const string Production = "prod";
    private const string NotSet = "not-set";
    private const string Set = "set";

    // Active debug code; insecure default initialization of resource.
    private const int ActiveDebugCode = 489;
    private const int InsecureDefault = 1188;

    // Environments that mix new and phx.new give a project beside prod; any other was made on purpose.
    private static readonly string[] DevelopmentEnvironments = ["dev", "test"];

    // The tasks that start a service and stay in the foreground.
    private static readonly string[] ServiceTasks = ["phx.server", "run"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Service runs in the development environment",
        Description = "mix runs in the development environment unless MIX_ENV says otherwise: config/dev.exs is live, with its "
            + "debug pages, its code reloader and its well-known secrets, and config/prod.exs is not read.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 8.0,
        Precision = RulePrecision.High,
        Cwes = [ActiveDebugCode, InsecureDefault],
        Fix = FixApplicability.Unsafe,
        ReferenceUri = "https://hexdocs.pm/mix/Mix.html#module-environment-variables",
        CreateMessages = () => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            [NotSet] = "MIX_ENV is not set, so '{0}' runs in the development environment, with the settings of config/dev.exs.",
            [Set] = "MIX_ENV is '{0}', so '{1}' does not run with the settings of config/prod.exs.",
        }),
    };

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        var unit = context.Unit;
        var command = unit.Beam.Commands.FirstOrDefault(command => command.MixTask is { } task && ServiceTasks.Contains(task));
        if (!context.IsHardeningJudged || command is null || command.MayHaveOtherVariables
            || UnitEnvironment.MayComeFromElsewhere(unit, Variable))
        {
            return;
        }

        var path = context.SettingOf("Environment", Variable);
        var task = $"mix {command.MixTask}";
        if (command.GetVariable(Variable) is { } own)
        {
            if (DevelopmentEnvironments.Contains(own))
            {
                context.Report(Set, command.Assignment.Location, path, [own, task]);
            }
        }
        else if (UnitEnvironment.Find(unit, Variable) is not { } variable)
        {
            context.Report(NotSet, command.Assignment.Location, path, [task], CreateFix(unit));
        }
        else if (DevelopmentEnvironments.Contains(variable.Value))
        {
            context.Report(Set, variable.Location, path, [variable.Value, task], CreateFix(unit));
        }
    }

    // Unsafe: the project may never have been compiled for prod, and prod asks for secrets that dev does without.
    private static CodeFix? CreateFix(EffectiveUnit unit) => EnvironmentEdits.Set(unit, Variable, Production) is { } edit
        ? new CodeFix($"Set {Variable} to {Production}", FixApplicability.Unsafe, [edit])
        : null;
}
