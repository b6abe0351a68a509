using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <content>What code that is not followed may have changed: the environment that Mix tells, and <c>Config</c> itself.</content>
internal sealed partial class EvaluationSession
{
    private const string MixReason = "what the configuration itself sets with Mix.env or Mix.target";

    private AbstractValue? _mixEnvironment;
    private AbstractValue? _mixTarget;

    /// <summary>What <c>Mix.env()</c> gives at this point.</summary>
    public AbstractValue MixEnvironment => _mixEnvironment ?? new AtomValue(Environment);

    /// <summary>What <c>Mix.target()</c> gives at this point.</summary>
    public AbstractValue MixTarget => _mixTarget ?? new AtomValue("host");

    /// <summary>
    /// Whether the environment of the file that is read later may be another: Mix reads it after the configuration has told Mix
    /// its own.
    /// </summary>
    public bool HasSetMix => _mixEnvironment is not null || _mixTarget is not null;

    /// <summary>
    /// Whether a function or module that sets Mix's environment was defined: any call that is not followed may run it.
    /// </summary>
    public bool HasHiddenMix { get; set; }

    /// <summary>Whether a macro was defined that may configure something: each module and file behind it may expand it.</summary>
    public bool HasRunningMacros { get; set; }

    /// <summary>
    /// Whether the configuration defines <c>Config</c> or another of Elixir's modules anew: nobody knows what <c>config</c> does
    /// then.
    /// </summary>
    public bool HasOwnConfig { get; set; }

    /// <summary>The configuration sets what <c>Mix.env()</c> or <c>Mix.target()</c> gives.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isTarget">Whether it is the target.</param>
    public void SetMix(AbstractValue value, bool isTarget)
    {
        var known = value is AtomValue && BranchDepth == 0 && TryDepth == 0
            ? value
            : new UnknownValue(MixReason, ValueShape.Atom);
        if (isTarget)
        {
            _mixTarget = known;
        }
        else
        {
            _mixEnvironment = known;
        }
    }

    /// <summary>Something that is not followed may have set both.</summary>
    public void ForgetMix()
    {
        var unknown = new UnknownValue(MixReason, ValueShape.Atom);
        (_mixEnvironment, _mixTarget) = (unknown, unknown);
    }

    /// <summary>
    /// Something is called that is not followed, and that may run functions which change files, variables or Mix's environment.
    /// </summary>
    public void AddHiddenChanges()
    {
        if (HasHiddenWrites)
        {
            Changes.AddAny();
        }

        if (HasHiddenVariables)
        {
            ForgetVariables();
        }

        if (HasHiddenMix)
        {
            ForgetMix();
        }
    }

    /// <summary>Code that is not seen is run: it may do anything but configure, which a layer tells of.</summary>
    public void ForgetAll()
    {
        MayRaise = true;
        HasHiddenCalls = true;
        Changes.AddAny();
        ForgetVariables();
        ForgetModules();
        ForgetMix();
    }
}
