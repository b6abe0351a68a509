using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Semantics.Systemd.Commands;

/// <summary>How a unit starts a service on the Erlang virtual machine (BEAM).</summary>
/// <param name="IsBeam">Whether it does, as far as the unit shows.</param>
/// <param name="IsRelease">Whether it starts a release, which needs neither mix nor a home directory.</param>
/// <param name="Commands">The commands that start it; empty where only a name or a variable tells.</param>
public sealed record BeamService(bool IsBeam, bool IsRelease, ImmutableArray<BeamCommand> Commands)
{
    // Mix.Release and the scripts it makes (RELEASE_*), mix (MIX_ENV), phx.new (PHX_SERVER), erl(1), elixir(1).
    private static readonly ImmutableArray<string> Variables =
    [
        "PHX_SERVER", "MIX_ENV", "RELEASE_NAME", "RELEASE_COOKIE", "RELEASE_NODE", "RELEASE_DISTRIBUTION", "RELEASE_VM_ARGS",
        "ERL_FLAGS", "ERL_AFLAGS", "ERL_ZFLAGS", "ELIXIR_ERL_OPTIONS", "ERL_CRASH_DUMP",
    ];

    // What these run has an environment of its own: the variables of the unit are theirs.
    private static readonly ImmutableArray<string> Containers =
        ["docker", "docker-compose", "podman", "podman-compose", "nerdctl", "runc", "systemd-nspawn", "lxc-start"];

    /// <summary>
    /// Whether it is a server that others made, RabbitMQ or ejabberd: how it fares under a restriction depends on helpers and
    /// plugins that nobody has tried.
    /// </summary>
    public bool IsServerOfOthers => Commands.Any(command => BeamPrograms.IsServerOfOthers(command.Command));

    /// <summary>Looks at a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="knownServices">The users, folders and programs of services that are known to run on it.</param>
    public static BeamService Recognize(BoundUnit unit, ImmutableArray<string> knownServices)
    {
        var started = SettingReader.AfterLastReset(unit.GetAssignments(UnitSections.Service, "ExecStart"))
            .SelectMany(
                assignment =>
                    ExecCommand.Parse(assignment.Value, unit.Specifiers, out _)
                        .Select(command => (Assignment: assignment, Command: command)))
            .ToImmutableArray();
        var reader = new BeamCommandReader(unit);
        var beam = started.Select(start => reader.Find(start.Assignment, start.Command)).OfType<BeamCommand>().ToImmutableArray();
        var programs = started.Select(start => start.Command).ToImmutableArray();
        return new BeamService(
            !beam.IsEmpty || IsKnown(knownServices, unit, programs) || HasVariables(unit, programs),
            beam.Any(command => BeamPrograms.StartsRelease(command.Command)),
            beam);
    }

    private static bool HasVariables(BoundUnit unit, ImmutableArray<ExecCommand> commands) =>
        !commands.IsEmpty
        && !commands.Any(command => Containers.Contains(command.Name))
        && UnitEnvironment.Variables(unit)
            .Select(variable => variable.Word.Text)
            .Concat(commands.Where(command => command.Name == "env").SelectMany(command => command.Arguments))
            .Any(
                word =>
                    word.IndexOf('=', StringComparison.Ordinal) is > 0 and var end && end < word.Length - 1
                        && Variables.Contains(word[..end]));

    private static bool IsKnown(ImmutableArray<string> services, BoundUnit unit, ImmutableArray<ExecCommand> commands)
    {
        var user = unit.GetAssignments(UnitSections.Service, "User").LastOrDefault()?.Value ?? "";
        var folder = unit.GetAssignments(UnitSections.Service, "WorkingDirectory").LastOrDefault()?.Value ?? "";
        return services.Contains(user)
            || commands.Select(command => command.Program).Append(folder)
                .Any(path => path.Split('/').Any(services.Contains));
    }
}
