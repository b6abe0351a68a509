using System.Collections.Immutable;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Rules.Systemd;

/// <summary>Finds services in groups whose members have, or can get, the power of root.</summary>
public sealed class RootGroupRule : UnitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "systemd-root-group";

    private const string Group = "Group", SupplementaryGroups = "SupplementaryGroups";
    private const string Containers = "containers", Administrators = "administrators", Confined = "confined";
    private const string Disks = "disks", Passwords = "passwords";

    // Execution with unnecessary privileges; improper privilege management.
    private const int UnnecessaryPrivileges = 250;
    private const int PrivilegeManagement = 269;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Service belongs to a group with the power of root",
        Description = "Some groups are worth as much as root: the members of docker start containers that own the host, those of "
            + "disk read and write its disks, those of sudo and wheel are its administrators, and those of shadow read the "
            + "hashes of all passwords. A service in one of them gives that away with itself.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 8.0,
        Cwes = [UnnecessaryPrivileges, PrivilegeManagement],
        ReferenceUri = UnitMessages.Reference(SupplementaryGroups),
        CreateMessages = () => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            [Containers] =
                "'{0}' names the group '{1}', whose members start containers as root, so a flaw in the service gives away the "
                    + "whole machine.",
            [Administrators] =
                "'{0}' names the group '{1}', the administrators of the host, so a flaw in the service may give away the whole "
                    + "machine.",
            [Confined] =
                "'{0}' names the group '{1}', the administrators of the host; NoNewPrivileges keeps the service from sudo, but not "
                    + "from what else trusts the group.",
            [Disks] =
                "'{0}' names the group '{1}', which reads and writes the disks of the host, so a flaw in the service gives away "
                    + "every file.",
            [Passwords] =
                "'{0}' names the group '{1}', which reads the hashes of all passwords, so a flaw in the service gives them away.",
        }),
    };

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        // Root needs no group, and systemd-root-user reports it. A user's manager cannot add groups.
        if (!context.IsHardeningJudged || !context.Unit.Beam.IsBeam || context.Unit.IsOfUserManager || IsOfRoot(context.Unit))
        {
            return;
        }

        if (context.Unit.GetAssignments(UnitSections.Service, Group) is [.., var last])
        {
            Judge(context, last, last.Value);
        }

        foreach (var assignment in SettingReader.AfterLastReset(
            context.Unit.GetAssignments(UnitSections.Service, SupplementaryGroups)))
        {
            foreach (var word in UnitWords.Split(assignment.Value))
            {
                Judge(context, assignment, word.Text);
            }
        }
    }

    private static void Judge(UnitRuleContext context, UnitAssignment assignment, string word)
    {
        if (context.Unit.Specifiers.Expand(word) is not { } group || MessageFor(group) is not { } message)
        {
            return;
        }

        var isConfined = message == Administrators && context.Unit.Exec.NoNewPrivileges.Value;
        var location = UnitRuleContext.FindWord(assignment, text => text == word) is { } span
            ? new Text.Location(assignment.File, span)
            : assignment.Location;
        context.Report(
            isConfined ? Confined : message,
            location,
            context.SettingOf(assignment.Key, group),
            [assignment.Key, UnitRuleContext.Shown(group)],
            level: isConfined ? DiagnosticLevel.Note : null);
    }

    // Docker's and LXD's manuals ('the docker group grants root-level privileges to the user', 'access to the lxd group is
    // root access'); sudoers of Debian (sudo) and of Fedora and Arch (wheel), as polkit's 50-default.rules there; 'SystemGroups'
    // of Debian's wiki (disk, shadow). Numbers differ between distributions.
    private static string? MessageFor(string group) => group switch
    {
        "docker" or "lxd" => Containers,
        "sudo" or "wheel" => Administrators,
        "disk" => Disks,
        "shadow" => Passwords,
        _ => null,
    };

    private static bool IsOfRoot(EffectiveUnit unit) =>
        !unit.Exec.DynamicUser.Value
        && unit.GetAssignments(UnitSections.Service, "User").LastOrDefault()?.Value is null or "" or "root" or "0";
}
