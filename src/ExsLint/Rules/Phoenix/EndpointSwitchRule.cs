using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Phoenix;

/// <summary>A rule about a switch of endpoints that is for development, and is read when the application is compiled.</summary>
/// <param name="key">The switch.</param>
public abstract class EndpointSwitchRule(string key) : EndpointRule
{
    /// <summary>The message for a switch that is on.</summary>
    private const string On = "on";

    /// <summary>The messages of such a rule.</summary>
    /// <param name="on">What follows from a switch that is on; <c>{0}</c> is its value.</param>
    protected static ImmutableSortedDictionary<string, string> MessagesOf(string on) =>
        ConfigMessages.Create((On, on));

    /// <inheritdoc/>
    protected sealed override void Analyze(ConfigRuleContext context, PhoenixApplication application, string endpoint)
    {
        var setting = application.Get(endpoint, key);
        Judge(context, application, setting, value => Judge(application, setting, value), _ => null);
    }

    /// <summary>
    /// Where a value comes too late, the one that the application was compiled with holds; where that is on too, no single edit
    /// turns it off. That the two differ is for another rule to say.
    /// </summary>
    private Verdict? Judge(PhoenixApplication application, Setting setting, AbstractValue value)
    {
        var isLate = application.IsTooLate(setting, value);
        var fix = isLate ? null : new SettingFix($"Set {key} to false", FixApplicability.Safe, "false");
        return value.IsTruthy == true && (!isLate || application.CompiledValue(setting).IsTruthy == true)
            ? new Verdict(On, [ShownValue.Describe(value)], fix)
            : null;
    }
}
