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
        ConfigMessages.Create([(On, on), .. LateSettings.Messages]);

    /// <inheritdoc/>
    protected sealed override void Analyze(ConfigRuleContext context, PhoenixApplication application, string endpoint)
    {
        var setting = application.Get(endpoint, key);
        Judge(context, application, setting, value => Judge(application, setting, value), _ => null);
    }

    private Verdict? Judge(PhoenixApplication application, Setting setting, AbstractValue value)
    {
        if (application.IsTooLate(setting, value))
        {
            return JudgeLate(application, setting, value);
        }

        var fix = new SettingFix($"Set {key} to false", FixApplicability.Safe, "false");
        return value.IsTruthy == true ? new Verdict(On, [ShownValue.Describe(value)], fix) : null;
    }

    /// <summary>
    /// What matters is the value that the application was compiled with. Where that is on too, no single edit turns it off.
    /// </summary>
    private static Verdict? JudgeLate(PhoenixApplication application, Setting setting, AbstractValue value)
    {
        var compiled = application.CompiledValue(setting);
        return (compiled.IsTruthy, value.IsTruthy) switch
        {
            (true, true) => new Verdict(On, [ShownValue.Describe(value)]),
            (null, _) or (_, null) => null,
            (true, false) or (_, true) => LateSettings.Judge(application, setting),
            _ => application.StopsWhereLate(setting) == true && !ValueComparer.Same(compiled, value)
                ? LateSettings.Judge(application, setting)
                : null,
        };
    }
}
