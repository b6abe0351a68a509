using System.Collections.Immutable;

namespace ExsLint.Semantics.Systemd;

/// <summary>How a unit starts a service on the Erlang virtual machine (BEAM).</summary>
/// <param name="IsBeam">Whether it does, as far as the unit shows.</param>
/// <param name="IsRelease">Whether it starts a release, which needs neither mix nor a home directory.</param>
/// <param name="Commands">The commands that start it; empty where only a name tells.</param>
public sealed record BeamService(bool IsBeam, bool IsRelease, ImmutableArray<BeamCommand> Commands)
{
    private static readonly ImmutableArray<string> Programs = ["mix", "elixir", "iex", "erl"];

    private static readonly ImmutableArray<string> Shells = ["sh", "bash", "dash", "zsh", "ash"];

    // The commands of a release's script that start it: Mix.Release ('start', 'start_iex', 'daemon', 'daemon_iex'), and
    // 'foreground' of Distillery and relx.
    private static readonly ImmutableArray<string> ReleaseCommands = ["start", "start_iex", "daemon", "daemon_iex", "foreground"];

    // Folders of the system's own programs: no release lives there, whatever its script is called.
    private static readonly ImmutableArray<string> SystemFolders =
        ["/bin/", "/sbin/", "/usr/bin/", "/usr/sbin/", "/usr/local/bin/", "/usr/local/sbin/"];

    private static readonly ImmutableArray<string> KnownApplications = ["akkoma", "pleroma"];

    /// <summary>Looks at a unit.</summary>
    public static BeamService Recognize(EffectiveUnit unit)
    {
        var commands = SettingReader.AfterLastReset(unit.GetAssignments(UnitSections.Service, "ExecStart"))
            .SelectMany(assignment => ExecCommand.Parse(assignment.Value, out _).Select(command => Unwrap(assignment, command)))
            .ToImmutableArray();
        var beam = commands.Where(command => Programs.Contains(command.Command.Name) || StartsRelease(command.Command)).ToImmutableArray();
        return new BeamService(
            !beam.IsEmpty || IsKnownApplication(unit, commands),
            beam.Any(command => StartsRelease(command.Command)),
            beam);
    }

    // 'env A=1 mix' and 'sh -c "exec mix phx.server"' start mix.
    private static BeamCommand Unwrap(UnitAssignment assignment, ExecCommand command)
    {
        if (command.Name == "env")
        {
            var before = command.Arguments
                .TakeWhile(word => word.StartsWith('-') || word.Contains('=', StringComparison.Ordinal))
                .ToImmutableArray();
            return new BeamCommand(assignment, before, FromWords(command.Arguments[before.Length..]) ?? command);
        }

        var script = Shells.Contains(command.Name)
            ? command.Arguments.FirstOrDefault(word => word.Contains(' ', StringComparison.Ordinal))
            : null;
        return script is not null && FindInScript(assignment, script) is { } found ? found : new BeamCommand(assignment, [], command);
    }

    private static BeamCommand? FindInScript(UnitAssignment assignment, string script)
    {
        var before = new List<string>();
        foreach (var part in script.Split([';', '&', '|']))
        {
            var words = part.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < words.Length; i++)
            {
                var command = new ExecCommand(words[i], [.. words.Skip(i + 1)]);
                if (Programs.Contains(command.Name) || StartsRelease(command))
                {
                    return new BeamCommand(assignment, [.. before], command);
                }

                before.Add(words[i]);
            }
        }

        return null;
    }

    private static ExecCommand? FromWords(ImmutableArray<string> words) =>
        words is [var program, ..] ? new ExecCommand(program, words[1..]) : null;

    private static bool StartsRelease(ExecCommand command)
    {
        var folder = command.Program[..^command.Name.Length];
        return folder.EndsWith("/bin/", StringComparison.Ordinal)
            && !SystemFolders.Contains(folder)
            && IsApplicationName(command.Name)
            && command.Arguments.Any(ReleaseCommands.Contains);
    }

    // A release is named by an Elixir atom: this keeps catalina.sh and kafka-server out.
    private static bool IsApplicationName(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    private static bool IsKnownApplication(EffectiveUnit unit, ImmutableArray<BeamCommand> commands)
    {
        var user = unit.GetAssignments(UnitSections.Service, "User").LastOrDefault()?.Value ?? "";
        var folder = unit.GetAssignments(UnitSections.Service, "WorkingDirectory").LastOrDefault()?.Value ?? "";
        return KnownApplications.Contains(user)
            || commands.Select(command => command.Command.Program).Append(folder)
                .Any(path => path.Split('/').Any(KnownApplications.Contains));
    }
}
