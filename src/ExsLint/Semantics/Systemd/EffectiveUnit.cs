using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Systemd.Exposure;
using ExsLint.Syntax.Systemd;
using ExsLint.Syntax.Systemd.Nodes;

namespace ExsLint.Semantics.Systemd;

/// <summary>A unit as systemd sees it after its drop-ins.</summary>
public sealed class EffectiveUnit
{
    private readonly AssignmentTable _assignments;
    private BeamService? _beam;
    private bool? _isOfUserManager;
    private UnitExposure? _exposure;
    private ExposureAssessor? _assessor;
    private Dictionary<string, object>? _kept;

    internal EffectiveUnit(
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
        Exec = new ExecSettings(this);
        Resources = new ResourceSettings(this);
        Refusal = FindRefusal();
    }

    /// <summary>The files it is made of.</summary>
    public UnitFiles Files { get; }

    /// <summary>The unit's name.</summary>
    public UnitName Name => Files.Name;

    /// <summary>What <c>%x</c> stands for in it, as systemd-analyze looks at it: a template under the name of an instance.</summary>
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
    /// The assignments that make systemd stop reading their file. What follows one in a drop-in has no effect; one in the unit's own
    /// file makes systemd refuse the unit, and what follows it is judged as if the line were not there.
    /// </summary>
    public ImmutableArray<UnitRefusal> FatalAssignments { get; }

    /// <summary>Why systemd does not load the unit, or null if it does.</summary>
    public UnitRefusal? Refusal { get; }

    /// <summary>The settings of its processes.</summary>
    public ExecSettings Exec { get; }

    /// <summary>The settings of its control group.</summary>
    public ResourceSettings Resources { get; }

    /// <summary>What <c>systemd-analyze security</c> makes of it.</summary>
    public UnitExposure Exposure => _exposure ??= UnitExposure.Assess(this);

    /// <summary>What <c>systemd-analyze security</c> makes of it in one row.</summary>
    /// <param name="jsonField">The row's <see cref="SecurityCheck.JsonField"/>.</param>
    public SecurityVerdict Judge(string jsonField) =>
        (_assessor ??= new ExposureAssessor(this)).Assess(SecurityTable.Find(jsonField) ?? throw new ArgumentException("No such row.", nameof(jsonField)));

    /// <summary>How it starts a service on the Erlang virtual machine.</summary>
    public BeamService Beam => _beam ??= BeamService.Recognize(this);

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

    private UnitRefusal? FindRefusal()
    {
        var main = Files.Main;
        if (main.FirstError is { } error)
        {
            return new UnitRefusal(error.Message, new Text.Location(main.File, error.Span));
        }

        return FatalAssignments.FirstOrDefault(fatal => fatal.Location?.File == main.File)
            ?? ((IsMasked ? null : ServiceVerifier.Verify(this) ?? OtherUnitVerifier.Verify(this)) is { } message ? new UnitRefusal(message, null) : null);
    }
}
