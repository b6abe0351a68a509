using System.Collections.Frozen;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Syntax;
using ExsLint.Syntax.Systemd;
using ExsLint.Syntax.Systemd.Nodes;

namespace ExsLint.Edits;

/// <summary>Where a line is added to a unit, and where nothing may be changed.</summary>
internal static class UnitPlacement
{
    // The settings of systemd.exec(5), headings 'Capabilities', 'Security', 'Sandboxing' and 'System call filtering', which
    // people keep together.
    private static readonly FrozenSet<string> Hardening = FrozenSet.Create(
        StringComparer.Ordinal,
        "AmbientCapabilities", "CapabilityBoundingSet", "DevicePolicy", "InaccessiblePaths", "LockPersonality",
        "MemoryDenyWriteExecute", "NoNewPrivileges", "PrivateDevices", "PrivateMounts", "PrivateNetwork", "PrivateTmp",
        "PrivateUsers", "ProcSubset", "ProtectClock", "ProtectControlGroups", "ProtectHome", "ProtectHostname",
        "ProtectKernelLogs", "ProtectKernelModules", "ProtectKernelTunables", "ProtectProc", "ProtectSystem", "ReadOnlyPaths",
        "ReadWritePaths", "RemoveIPC", "RestrictAddressFamilies", "RestrictNamespaces", "RestrictRealtime", "RestrictSUIDSGID",
        "SystemCallArchitectures", "SystemCallErrorNumber", "SystemCallFilter");

    /// <summary>
    /// Whether a file serves this unit alone: its own file, or a drop-in of its own. <c>service.d</c> serves every service.
    /// </summary>
    public static bool IsOwn(EffectiveUnit unit, SyntaxTree tree)
    {
        if (tree == unit.Files.Main)
        {
            return true;
        }

        var path = tree.File.Path;
        var folder = path[..Math.Max(0, path.LastIndexOf('/'))];
        return folder[(folder.LastIndexOf('/') + 1)..] == unit.Name.Text + ".d";
    }

    /// <summary>
    /// Adds a line for a setting that has none. It goes behind the last setting that confines the service, in the unit's own
    /// file if possible, else in its drop-in. Without such settings it goes to the end of the section, or into a new section.
    /// Null where the section's name is misspelt.
    /// </summary>
    public static FileEdit? Add(EffectiveUnit unit, string section, string line)
    {
        if (LastHardening(unit, section) is { } related)
        {
            return UnitEdits.AddAfter(related.Directive, line);
        }

        var own = unit.Files.All.Where(tree => IsOwn(unit, tree)).SelectMany(tree => tree.Root.Sections).ToList();
        if (own.Find(candidate => candidate.Name == section) is { } found)
        {
            return UnitEdits.Add(found, line);
        }

        // '[service]' is to be corrected, not to get a '[Service]' beside it.
        return own.Exists(candidate => UnitSections.Correct(unit.Name.Type, candidate.Name) == section)
            ? null
            : UnitEdits.AddSection(unit.Files.Main, SectionBefore(unit.Files.Main), section, line);
    }

    /// <summary>The last setting that confines the service, in the unit's own file if there is one.</summary>
    private static UnitAssignment? LastHardening(EffectiveUnit unit, string section)
    {
        UnitAssignment? last = null;
        foreach (var assignment in unit.Assignments)
        {
            if (assignment.Section == section
                && Hardening.Contains(assignment.Key)
                && IsOwn(unit, assignment.Directive.Tree)
                && (assignment.Directive.Tree == unit.Files.Main || last?.Directive.Tree != unit.Files.Main))
            {
                last = assignment;
            }
        }

        return last;
    }

    /// <summary>
    /// Adds a line to the last of the unit's own drop-ins that applies behind an assignment; null if there is none.
    /// </summary>
    public static FileEdit? AddBehind(EffectiveUnit unit, UnitAssignment assignment, string line) =>
        unit.Files.All.Reverse()
            .TakeWhile(tree => tree != assignment.Directive.Tree)
            .Where(tree => IsOwn(unit, tree))
            .SelectMany(tree => tree.Root.Sections)
            .LastOrDefault(section => section.Name == assignment.Section) is { } later
            ? UnitEdits.Add(later, line)
            : null;

    /// <summary>The section that a new one follows: [Install] stays the last.</summary>
    private static SectionSyntax? SectionBefore(UnitSyntaxTree tree)
    {
        var sections = tree.Root.Sections;
        return sections is [.. var others, { Name: "Install" }] && others.Length > 0 ? others[^1] : sections.LastOrDefault();
    }
}
