using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary>A rule about one switch that upstream leaves off.</summary>
/// <param name="keys">The switch's path below the application.</param>
public abstract class AkkomaSwitchRule(params ImmutableArray<string> keys) : AkkomaRule
{
    private const string On = "on";

    /// <summary>The messages of such a rule.</summary>
    /// <param name="on">What follows from a switch that is on; <c>{0}</c> is its value.</param>
    protected static ImmutableSortedDictionary<string, string> MessagesOf(string on) => ConfigMessages.Create((On, on));

    /// <summary>Whether the switch has an effect in an instance.</summary>
    protected virtual bool IsRead(AkkomaInstance instance) => true;

    /// <summary>Whether a value switches it on.</summary>
    protected virtual bool IsOn(AbstractValue value) => value.IsTruthy == true;

    /// <inheritdoc/>
    protected sealed override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        if (!IsRead(instance))
        {
            return;
        }

        var fix = new SettingFix($"Set {keys[^1]} to false", FixApplicability.Unsafe, "false");
        Judge(
            context,
            instance,
            instance.Get(keys[0], keys.AsSpan()[1..]),
            value => IsOn(value) ? new Verdict(On, [ShownValue.Describe(value)], fix) : null,
            _ => null);
    }
}
