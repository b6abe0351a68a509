using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Units;

/// <summary>The service manager that runs a unit.</summary>
public enum UnitScope
{
    /// <summary>The system's manager.</summary>
    System,

    /// <summary>A user's own manager (<c>systemd --user</c>), which runs as that user and without privileges.</summary>
    User,
}

/// <summary>Tells which manager runs a unit.</summary>
public static class UnitScopes
{
    // systemd.unit(5), 'Unit File Load Path', table 2: ~/.config/systemd/user, ~/.local/share/systemd/user, /etc/systemd/user,
    // /usr/lib/systemd/user and others all end so.
    private const string UserFolder = "/systemd/user/";

    private const string DefaultTarget = "default.target";

    // With one of these the unit is the system's: a user's manager cannot run services as other users.
    private static readonly ImmutableArray<string> UserSettings = ["User", "Group", "DynamicUser"];

    // The user that a user's manager runs as.
    private static readonly ImmutableArray<string> OwnUser = ["", "%u", "%U", "%g", "%G"];

    /// <summary>The manager that reads units in this place: the system's, unless it is a folder of the users' managers.</summary>
    /// <param name="path">The path of the unit's own file.</param>
    public static UnitScope OfPath(string path) =>
        $"/{path}".Contains(UserFolder, StringComparison.Ordinal) ? UnitScope.User : UnitScope.System;

    /// <summary>Whether a unit speaks to a user's manager: it is part of <c>default.target</c> and names no user.</summary>
    internal static bool SuggestsUser(BoundUnit unit) =>
        unit.GetAssignments("Install", "WantedBy")
            .SelectMany(assignment => UnitWords.Split(assignment.Value))
            .Any(word => word.Text == DefaultTarget)
        && !UserSettings.Any(key =>
            unit.GetAssignments(UnitSections.Service, key).LastOrDefault() is { } last && !OwnUser.Contains(last.Value));
}
