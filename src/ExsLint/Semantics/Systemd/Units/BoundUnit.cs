using System.Collections.Immutable;
using ExsLint.Syntax.Systemd.Nodes;

namespace ExsLint.Semantics.Systemd.Units;

/// <summary>A unit with its drop-ins put together: what each key was assigned, in the order in which it applies.</summary>
public abstract class BoundUnit
{
    private readonly AssignmentTable _assignments;
    private bool? _isOfUserManager;
    private Dictionary<string, object>? _kept;

    private protected BoundUnit(
        UnitFiles files,
        int systemdVersion,
        ImmutableArray<UnitAssignment> assignments,
        ImmutableArray<UnitRefusal> fatalAssignments)
    {
        Files = files;
        SystemdVersion = systemdVersion;
        Specifiers = new Specifiers(files.Name.ForAnalysis(systemdVersion), systemdVersion);
        FatalAssignments = fatalAssignments;
        _assignments = new AssignmentTable(assignments);
    }

    /// <summary>The files it is made of.</summary>
    public UnitFiles Files { get; }

    /// <summary>The unit's name.</summary>
    public UnitName Name => Files.Name;

    /// <summary>
    /// What <c>%x</c> stands for in it, as systemd-analyze looks at it: a template under the name of an instance.
    /// </summary>
    internal Specifiers Specifiers { get; }

    /// <summary>The version of systemd whose reading this is.</summary>
    public int SystemdVersion { get; }

    /// <summary>Whether that version is known to run the unit; if not, it may be an older one as well.</summary>
    public bool IsSystemdVersionKnown { get; init; }

    /// <summary>The manager that reads it, as its place tells.</summary>
    public UnitScope Scope => Files.Scope;

    /// <summary>Whether a user's own manager runs it, as its place or what it says tells.</summary>
    public bool IsOfUserManager => _isOfUserManager ??= Scope == UnitScope.User || UnitScopes.SuggestsUser(this);

    /// <summary>Whether it is masked: its own file is empty. systemd never starts it, whatever its drop-ins say.</summary>
    public bool IsMasked => Files.Main.File.Content.Length == 0;

    /// <summary>
    /// The assignments that make systemd stop reading their file. What follows one in a drop-in has no effect; one in the unit's
    /// own file makes systemd refuse the unit, and what follows it is judged as if the line were not there.
    /// </summary>
    public ImmutableArray<UnitRefusal> FatalAssignments { get; }

    /// <summary>All assignments, in the order in which they apply.</summary>
    public ImmutableArray<UnitAssignment> Assignments => _assignments.All;

    /// <summary>All assignments of a key, in the order in which they apply.</summary>
    public ImmutableArray<UnitAssignment> GetAssignments(string section, string key) => _assignments.Find(section, key);

    /// <summary>The first section of this name, searched in the unit's own file first; null if there is none.</summary>
    public SectionSyntax? FindSection(string name) => Files.All
        .SelectMany(tree => tree.Root.Sections)
        .FirstOrDefault(section => section.Name == name);

    /// <summary>What several rules ask about in the same way: worked out by the first, and kept.</summary>
    /// <typeparam name="T">What it is.</typeparam>
    /// <param name="name">Its name; what is made under one name depends on the unit alone.</param>
    /// <param name="make">Works it out.</param>
    internal T Keep<T>(string name, Func<T> make)
        where T : class
    {
        _kept ??= new Dictionary<string, object>(StringComparer.Ordinal);
        if (!_kept.TryGetValue(name, out var kept))
        {
            _kept.Add(name, kept = make());
        }

        return (T)kept;
    }
}
