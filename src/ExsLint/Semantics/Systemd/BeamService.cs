using System.Collections.Immutable;

namespace ExsLint.Semantics.Systemd;

/// <summary>How a unit starts a service on the Erlang virtual machine (BEAM).</summary>
/// <param name="IsBeam">Whether it does, as far as the unit shows.</param>
/// <param name="IsRelease">Whether it starts a release, which needs neither mix nor a home directory.</param>
public sealed record BeamService(bool IsBeam, bool IsRelease)
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
            .SelectMany(assignment => ExecCommand.Parse(assignment.Value, out _))
            .Select(Unwrap)
            .ToImmutableArray();
        var isRelease = commands.Any(StartsRelease);
        return new BeamService(
            isRelease || commands.Any(command => Programs.Contains(command.Name)) || IsKnownApplication(unit, commands),
            isRelease);
    }

    // 'env A=1 mix' and 'sh -c "exec mix phx.server"' start mix.
    private static ExecCommand Unwrap(ExecCommand command)
    {
        if (command.Name == "env")
        {
            var rest = command.Arguments.SkipWhile(word => word.StartsWith('-') || word.Contains('=', StringComparison.Ordinal));
            return FromWords(rest) ?? command;
        }

        if (Shells.Contains(command.Name)
            && command.Arguments.FirstOrDefault(word => word.Contains(' ', StringComparison.Ordinal)) is { } script)
        {
            return FindInScript(script.Split([' ', '\t', ';', '&', '|'], StringSplitOptions.RemoveEmptyEntries)) ?? command;
        }

        return command;
    }

    private static ExecCommand? FindInScript(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var command = new ExecCommand(words[i], [.. words.Skip(i + 1).Take(1)]);
            if (Programs.Contains(command.Name) || StartsRelease(command))
            {
                return command;
            }
        }

        return null;
    }

    private static ExecCommand? FromWords(IEnumerable<string> words) =>
        words.FirstOrDefault() is { } program ? new ExecCommand(program, [.. words.Skip(1)]) : null;

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

    private static bool IsKnownApplication(EffectiveUnit unit, ImmutableArray<ExecCommand> commands)
    {
        var user = unit.GetAssignments(UnitSections.Service, "User").LastOrDefault()?.Value ?? "";
        var folder = unit.GetAssignments(UnitSections.Service, "WorkingDirectory").LastOrDefault()?.Value ?? "";
        return KnownApplications.Contains(user)
            || commands.Select(command => command.Program).Append(folder)
                .Any(path => path.Split('/').Any(KnownApplications.Contains));
    }
}
