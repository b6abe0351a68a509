using System.Collections.Immutable;
using System.Net;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Commands;
using ExsLint.Text;

namespace ExsLint.Rules.Systemd;

/// <summary>Finds Livebook servers that ask nobody who they are.</summary>
public sealed class LivebookNoAuthRule : UnitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "systemd-livebook-no-auth";

    // Livebook's lib/livebook.ex (config_runtime) and lib/livebook/config.ex (boolean!): a password comes first; without one,
    // any value but true and 1 turns the token off. lib/livebook_cli/server.ex: --no-token, --ip. config/prod.exs: 127.0.0.1.
    private const string Token = "LIVEBOOK_TOKEN_ENABLED";
    private const string Address = "LIVEBOOK_IP";
    private const string NoToken = "--no-token";
    private const string AddressOption = "--ip";

    private const string Reachable = "reachable";
    private const string Loopback = "loopback";

    // Missing authentication for critical function.
    private const int MissingAuthentication = 306;

    // Each of these brings an authentication of its own, or names where it comes from.
    private static readonly string[] Authentication =
        ["LIVEBOOK_PASSWORD", "LIVEBOOK_IDENTITY_PROVIDER", "LIVEBOOK_TEAMS_KEY", "LIVEBOOK_TEAMS_AUTH"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Livebook runs code for everyone",
        Description = "Livebook runs whatever code its visitors write. Without its token and without a password everyone who "
            + "reaches its port runs commands on the host, as the user of the service.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 9.8,
        Cwes = [MissingAuthentication],
        ReferenceUri = "https://hexdocs.pm/livebook/authentication.html",
        CreateMessages = () => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            [Reachable] =
                "'{0}' turns Livebook's authentication off and it listens on '{1}', so everyone who reaches the host's port runs "
                    + "code there.",
            [Loopback] =
                "'{0}' turns Livebook's authentication off, so every user of the host, and every page open in a browser there, may "
                    + "run code as the service.",
        }),
    };

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        var unit = context.Unit;
        if (!context.IsHardeningJudged || !unit.Beam.IsBeam || MayBeAuthenticated(unit) || FindSwitch(unit) is not { } off)
        {
            return;
        }

        var (cause, location) = off;
        var address = AddressOf(unit);
        if (address is null)
        {
            Report(Loopback, [cause], DiagnosticLevel.Note);
        }
        else if (IPAddress.TryParse(address, out var parsed))
        {
            // Livebook does not start with what is no address.
            var isLoopback = IPAddress.IsLoopback(parsed) || DistributionRule.IsShutIn(unit);
            Report(
                isLoopback ? Loopback : Reachable, isLoopback ? [cause] : [cause, address],
                isLoopback ? DiagnosticLevel.Note : null);
        }

        void Report(string message, ImmutableArray<string> arguments, DiagnosticLevel? level) =>
            context.Report(message, location, context.SettingOf("Environment", Token), arguments, level: level);
    }

    private static bool MayBeAuthenticated(EffectiveUnit unit) =>
        Authentication.Any(name => UnitEnvironment.MayComeFromElsewhere(unit, name) || ValueOf(unit, name) is not null)
        || UnitEnvironment.MayComeFromElsewhere(unit, Token)
        || unit.Beam.Commands.Any(command => command.MayHaveOtherVariables);

    private static (string Cause, Location Location)? FindSwitch(EffectiveUnit unit)
    {
        foreach (var command in unit.Beam.Commands)
        {
            if (command.Command.Name == "livebook" && command.Command.Arguments.Contains(NoToken))
            {
                return (NoToken, command.Assignment.Location);
            }

            if (command.GetVariable(Token) is { } own)
            {
                return IsOff(own) ? ($"{Token}={UnitRuleContext.Shown(own)}", command.Assignment.Location) : null;
            }
        }

        return UnitEnvironment.Find(unit, Token) is { } variable && IsOff(variable.Value)
            ? ($"{Token}={UnitRuleContext.Shown(variable.Value)}", variable.Location)
            : null;
    }

    // What an installer or systemd fills in is not known.
    private static bool IsOff(string value) =>
        value is not ("true" or "1") && !value.AsSpan().ContainsAny("${%<@");

    private static string? AddressOf(EffectiveUnit unit)
    {
        foreach (var command in unit.Beam.Commands)
        {
            var option = command.Command.Arguments.LastIndexOf(AddressOption);
            if (option >= 0 && option + 1 < command.Command.Arguments.Length)
            {
                return command.Command.Arguments[option + 1];
            }

            if (command.Command.Arguments.LastOrDefault(word => word.StartsWith($"{AddressOption}=", StringComparison.Ordinal))
                is { } joined)
            {
                return joined[(AddressOption.Length + 1)..];
            }
        }

        return ValueOf(unit, Address);
    }

    private static string? ValueOf(EffectiveUnit unit, string name) =>
        unit.Beam.Commands.Select(command => command.GetVariable(name)).FirstOrDefault(value => value is not null)
        ?? UnitEnvironment.Find(unit, name)?.Value;
}
