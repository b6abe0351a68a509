using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Commands;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Rules.Systemd;

/// <summary>Finds nodes whose Erlang distribution listens on every interface.</summary>
public sealed class DistributionRule : UnitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "systemd-distribution";

    // kernel(6), 'inet_dist_use_interface': without it, a node listens on all interfaces (seen with OTP 25).
    private const string InterfaceOption = "inet_dist_use_interface";
    private const string Flags = "ERL_AFLAGS";
    private const string LoopbackFlags = "-kernel inet_dist_use_interface {127,0,0,1}";

    // Mix.Release: sname if it is not set; none starts no distribution.
    private const string ReleaseVariable = "RELEASE_DISTRIBUTION";
    private const string None = "none";

    private const string Named = "named";
    private const string AllInterfaces = "all-interfaces";
    private const string Release = "release";

    // Binding to an unrestricted IP address; missing authentication for critical function.
    private const int UnrestrictedAddress = 1327;
    private const int MissingAuthentication = 306;

    // elixir(1), erl(1).
    private static readonly string[] NameOptions = ["--name", "--sname", "-name", "-sname"];

    // With one of these, distribution asks for certificates, does not listen, or is set up out of our sight.
    private static readonly string[] OtherOptions =
        ["-proto_dist", "-dist_listen", "-args_file", "--vm-args", "-config", "--erl-config"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Erlang distribution listens on all interfaces",
        Description = "A named node listens for other nodes on every interface of the host. Whoever reaches the port and knows "
            + "or guesses the cookie, which crosses the network unencrypted, runs any code as the service.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.0,
        Precision = RulePrecision.High,
        Cwes = [UnrestrictedAddress, MissingAuthentication],
        Fix = FixApplicability.Unsafe,
        ReferenceUri = "https://www.erlang.org/doc/apps/kernel/kernel_app.html",
        CreateMessages = () => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            [Named] = "'{0}' starts Erlang distribution, which listens on all interfaces: inet_dist_use_interface is not set.",
            [AllInterfaces] = "inet_dist_use_interface is '{0}', so Erlang distribution listens on all interfaces.",
            [Release] =
                "A release starts Erlang distribution, which listens on all interfaces unless its vm.args or env.sh says "
                    + "otherwise.",
        }),
    };

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        var unit = context.Unit;
        if (!context.IsHardeningJudged || IsShutIn(unit))
        {
            return;
        }

        foreach (var command in unit.Beam.Commands)
        {
            var options = string.Join(
                ' ',
                UnitEnvironment.EmulatorOptions(unit).Concat(command.Before)
                    .Concat(command.Command.Words)).Split([' ', '\t', '\'', '"', '=']);
            if (Judge(unit, command, options) is var (message, argument, level))
            {
                var path = context.SettingOf("Environment", Flags);
                context.Report(
                    message, command.Assignment.Location, path, argument is null ? [] : [argument], CreateFix(unit, message),
                    level: level);
                return;
            }
        }
    }

    private static (string Message, string? Argument, DiagnosticLevel Level)? Judge(
        EffectiveUnit unit, BeamCommand command, string[] options)
    {
        var address = options.SkipWhile(option => option != InterfaceOption).Skip(1).FirstOrDefault();
        if (address is not null)
        {
            return address is "{0,0,0,0}" or "{0,0,0,0,0,0,0,0}" ? (AllInterfaces, address, DiagnosticLevel.Warning) : null;
        }

        if (OtherOptions.Any(options.Contains))
        {
            return null;
        }

        if (NameOptions.FirstOrDefault(options.Contains) is { } name)
        {
            return (Named, name, DiagnosticLevel.Warning);
        }

        var isSilent = !unit.Beam.IsRelease
            || command.MayHaveOtherVariables
            || UnitEnvironment.MayComeFromElsewhere(unit, ReleaseVariable)
            || (command.GetVariable(ReleaseVariable) ?? UnitEnvironment.Find(unit, ReleaseVariable)?.Value) == None;
        return isSilent ? null : (Release, null, DiagnosticLevel.Note);
    }

    /// <summary>Whether a service cannot be reached from other hosts.</summary>
    internal static bool IsShutIn(EffectiveUnit unit) =>
        (unit.GetAssignments(UnitSections.Service, "PrivateNetwork").LastOrDefault() is { } network
            && SettingValues.TryParseBoolean(network.Value, out var isOn) && isOn)
        || SettingReader.AfterLastReset(unit.GetAssignments(UnitSections.Service, "IPAddressDeny"))
            .SelectMany(assignment => UnitWords.Split(assignment.Value))
            .Any(word => word.Text == "any");

    // Unsafe: other nodes, and a remote shell by a name that does not resolve to 127.0.0.1, lose their way in.
    private static CodeFix? CreateFix(EffectiveUnit unit, string message) =>
        message != AllInterfaces
            && UnitEnvironment.Find(unit, Flags) is null
            && EnvironmentEdits.Set(unit, Flags, LoopbackFlags) is { } edit
            ? new CodeFix("Bind Erlang distribution to 127.0.0.1", FixApplicability.Unsafe, [edit])
            : null;
}
