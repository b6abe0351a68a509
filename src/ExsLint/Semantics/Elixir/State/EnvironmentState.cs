using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Elixir.Variables;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>
/// What is known at a point of the environment variables, and of what Mix tells. The configuration itself may change both.
/// </summary>
/// <param name="environment">The environment of the evaluation.</param>
/// <param name="isForDevices">Whether the project is the firmware of devices, of which nobody knows the target.</param>
/// <param name="variables">What is known of the variables before the configuration is read.</param>
/// <param name="control">Where the evaluation is.</param>
internal sealed class EnvironmentState(
    string environment, bool isForDevices, EnvironmentVariables variables, ControlState control) : IEnvironmentView
{
    private const string SetByConfiguration = "System.put_env";

    private const string MixReason = "what the configuration itself sets with Mix.env or Mix.target";

    private const string TargetVariable = "MIX_TARGET";
    private const string Host = "host";

    private int _epoch;
    private AbstractValue? _mixEnvironment;
    private AbstractValue? _mixTarget;

    /// <summary>The environment of the evaluation.</summary>
    public string Name { get; } = environment;

    /// <summary>What is known of the environment variables at this point.</summary>
    public EnvironmentVariables Variables { get; private set; } = variables;

    /// <inheritdoc/>
    public AbstractValue MixEnvironment => _mixEnvironment ?? new AtomValue(Name);

    /// <inheritdoc/>
    public AbstractValue MixTarget => _mixTarget ?? Target;

    /// <summary>The target of the evaluation: what <c>MIX_TARGET</c> tells; else <c>:host</c>, which no device is.</summary>
    public AbstractValue Target { get; } =
        variables.TryGet(TargetVariable, out var pinned) ? new AtomValue(pinned.Value ?? Host)
        : isForDevices ? new UnknownValue("the device that the firmware is for", ValueShape.Atom)
        : new AtomValue(Host);

    /// <summary>
    /// Whether the environment of the file that is read later may be another: Mix reads it after the configuration has told Mix
    /// its own.
    /// </summary>
    public bool HasSetMix => _mixEnvironment is not null || _mixTarget is not null;

    /// <inheritdoc/>
    public AbstractValue? ReadVariable(string function, ImmutableArray<AbstractValue> arguments) =>
        Variables.Call(function, arguments);

    /// <inheritdoc/>
    public Symbol SymbolOf(string name) => Symbol.OfVariable(name, _epoch);

    /// <summary>From here on, variables may have other values than before.</summary>
    public void StartEpoch() => _epoch++;

    /// <inheritdoc/>
    public void SetVariable(string name, string? value, bool isKnown)
    {
        StartEpoch();
        Variables = isKnown && control.IsCertain ? Variables.Pin(name, value, SetByConfiguration) : Variables.Unpin(name);
    }

    /// <summary>The configuration itself sets variables: no pin holds from here on.</summary>
    public void ForgetVariables()
    {
        StartEpoch();
        Variables = EnvironmentVariables.Unknown;
    }

    /// <inheritdoc/>
    public void ForgetSetVariables()
    {
        StartEpoch();
        foreach (var variable in Variables.Pinned.Where(variable => variable.Source == SetByConfiguration).ToList())
        {
            Variables = Variables.Unpin(variable.Name);
        }
    }

    /// <inheritdoc/>
    public void SetMix(AbstractValue value, bool isTarget)
    {
        var known = value is AtomValue && control.IsCertain
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

    /// <summary>Something that is not followed may have set what Mix tells.</summary>
    public void ForgetMix()
    {
        var unknown = new UnknownValue(MixReason, ValueShape.Atom);
        (_mixEnvironment, _mixTarget) = (unknown, unknown);
    }
}
