using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Commands;
using ExsLint.Semantics.Systemd.Exposure;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Semantics.Systemd;

/// <summary>A unit as systemd sees it after its drop-ins.</summary>
public sealed class EffectiveUnit : BoundUnit
{
    private BeamService? _beam;
    private UnitExposure? _exposure;
    private ExposureAssessor? _assessor;
    private UnitMentions? _mentions;

    internal EffectiveUnit(
        UnitFiles files,
        ImmutableArray<string> knownServices,
        int systemdVersion,
        ImmutableArray<UnitAssignment> assignments,
        ImmutableArray<UnitRefusal> fatalAssignments)
        : base(files, systemdVersion, assignments, fatalAssignments)
    {
        KnownServices = knownServices;
        Exec = new ExecSettings(this);
        Resources = new ResourceSettings(this, Exec);
        Refusal = FindRefusal();
    }

    /// <summary>The users, folders and programs of services that are known to run on the Erlang virtual machine.</summary>
    public ImmutableArray<string> KnownServices { get; }

    /// <summary>Why systemd does not load the unit, or null if it does.</summary>
    public UnitRefusal? Refusal { get; }

    /// <summary>The settings of its processes.</summary>
    public ExecSettings Exec { get; }

    /// <summary>The settings of its control group.</summary>
    public ResourceSettings Resources { get; }

    /// <summary>What <c>systemd-analyze security</c> makes of it.</summary>
    public UnitExposure Exposure => _exposure ??= UnitExposure.Assess(Assessor);

    /// <summary>What <c>systemd-analyze security</c> makes of it in one row.</summary>
    /// <param name="jsonField">The row's <see cref="SecurityCheck.JsonField"/>.</param>
    public SecurityVerdict Judge(string jsonField) =>
        Assessor.Assess(SecurityTable.Find(jsonField) ?? throw new ArgumentException("No such row.", nameof(jsonField)));

    /// <summary>How it starts a service on the Erlang virtual machine.</summary>
    public BeamService Beam => _beam ??= BeamService.Recognize(this, KnownServices);

    /// <summary>The paths and programs that it names.</summary>
    public UnitMentions Mentions => _mentions ??= new UnitMentions(this);

    private ExposureAssessor Assessor => _assessor ??= new ExposureAssessor(this, Exec, Resources);

    private UnitRefusal? FindRefusal()
    {
        var main = Files.Main;
        if (main.FirstError is { } error)
        {
            return new UnitRefusal(error.Message, new Text.Location(main.File, error.Span));
        }

        return FatalAssignments.FirstOrDefault(fatal => fatal.Location?.File == main.File)
            ?? ((IsMasked ? null : ServiceVerifier.Verify(this) ?? OtherUnitVerifier.Verify(this)) is { } message
                ? new UnitRefusal(message, null) : null);
    }
}
