using System.Collections.Immutable;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Contradictions;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Rules.Systemd;

/// <summary>Finds services that are given the right to write to their own code.</summary>
public sealed class WritableCodeRule : UnitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "systemd-writable-code";

    private const string Key = "ReadWritePaths";
    private const string Covers = "covers";

    // Incorrect permission assignment for critical resource.
    private const int WrongPermission = 732;

    // What takes the right back, where it names a folder further down (systemd.exec(5)).
    private static readonly string[] ClosingKeys = ["ReadOnlyPaths", "InaccessiblePaths"];

    // Mix.Release, 'Directory structure'; mix, 'Mix.Project'. Data, as tmp and uploads, is not among them.
    private static readonly string[] ReleaseFolders = ["bin", "lib", "releases"];
    private static readonly string[] ProjectFolders = ["_build", "deps", "lib", "config"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Service may write to its own code",
        Description = "ReadWritePaths= opens a folder that the rest of the system is closed against. Where it holds the code of the "
            + "service, whoever breaks in once can change that code, and stays beyond every restart and every repair of the flaw.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 5.0,
        Precision = RulePrecision.High,
        Cwes = [WrongPermission],
        ReferenceUri = "https://www.erlang.org/doc/system/secure_coding.html",
        CreateMessages = () => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            [Covers] =
                "ReadWritePaths opens '{0}', so the service may change its own code in '{1}': whoever breaks in once can stay.",
        }),
    };

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        var unit = context.Unit;
        if (!context.IsHardeningJudged || !unit.Beam.IsBeam || PathMask.HasOwnRoot(unit))
        {
            return;
        }

        var code = CodeFolders(unit);
        foreach (var opened in PathSetting.List(unit, Key))
        {
            if (FindOpened(unit, code, opened.Path) is { } folder)
            {
                var location = UnitRuleContext.FindWord(opened.Assignment, text => IsWord(unit, opened, text)) is { } span
                    ? new Text.Location(opened.Assignment.File, span)
                    : opened.Assignment.Location;
                context.Report(
                    Covers, location, context.SettingOf(Key, opened.Path),
                    [UnitRuleContext.Shown(opened.Path), UnitRuleContext.Shown(folder)]);
            }
        }
    }

    // A folder of code that an assignment opens, and none below it closes again.
    private static string? FindOpened(EffectiveUnit unit, List<string> code, string opened)
    {
        foreach (var folder in code)
        {
            if (Holds(opened, folder) && !ClosingKeys.Any(key => PathSetting.List(unit, key)
                .Any(closed => Holds(closed.Path, folder) && Holds(opened, closed.Path) && closed.Path != opened)))
            {
                return folder;
            }
        }

        foreach (var folder in code)
        {
            // In a folder of code, /opt/shop/lib/shop-1.0: only a part of it is opened.
            if (UnitPath.IsBelow(opened, folder))
            {
                return folder;
            }
        }

        return null;
    }

    private static List<string> CodeFolders(EffectiveUnit unit)
    {
        var folders = new List<string>();
        foreach (var command in unit.Beam.Commands)
        {
            var program = command.Command.Program;
            if (unit.Beam.IsRelease && program.EndsWith($"/bin/{command.Command.Name}", StringComparison.Ordinal))
            {
                Add(command.Assignment, program[..^$"/bin/{command.Command.Name}".Length], ReleaseFolders);
            }
            else if (command.MixTask is not null
                && unit.GetAssignments(UnitSections.Service, "WorkingDirectory") is [.., var project])
            {
                Add(project, project.Value.TrimStart('-'), ProjectFolders);
            }
        }

        return folders;

        void Add(UnitAssignment assignment, string root, string[] names)
        {
            if (PathSetting.Of(unit, assignment, root, isOptional: false) is { } folder)
            {
                folders.AddRange(names.Select(name => $"{folder.Path.TrimEnd('/')}/{name}"));
            }
        }
    }

    private static bool Holds(string folder, string path) => folder == "/" || UnitPath.IsAtOrBelow(path, folder);

    private static bool IsWord(EffectiveUnit unit, PathSetting opened, string text) =>
        PathSetting.Of(unit, opened.Assignment, text.TrimStart('-', '+'), isOptional: false)?.Path == opened.Path;
}
