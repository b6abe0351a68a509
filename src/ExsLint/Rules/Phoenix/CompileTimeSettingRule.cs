using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Phoenix;

/// <summary>
/// A setting of an endpoint that is read when the application is compiled, and written in a file that is read later with another
/// value.
/// </summary>
public sealed class CompileTimeSettingRule : EndpointRule
{
    private const string ForceSsl = "force_ssl";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "phoenix-compile-time-setting",
        Title = "Setting comes after the application is compiled",
        Description = "The endpoint reads the setting when the application is compiled. Here, where it is read when the server "
            + "starts, another value has no effect, or keeps the server from starting.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 5.0,
        Cwes = [1188],
        ReferenceUri = EndpointPage + "#module-compile-time-configuration",
        CreateMessages = () => ConfigMessages.Create(
            ("stops", "The server does not start, because '{0}' differs here from what the application was compiled with."),
            ("ignored", "'{0}' is read when the application is compiled, so that setting it here has no effect."),
            ("depends",
                "'{0}' is read when the application is compiled: setting it here has no effect, or stops the boot (Phoenix 1.8 "
                    + "and later).")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, PhoenixApplication application, string endpoint)
    {
        foreach (var key in CompileTimeSettings.OfEndpoints)
        {
            var setting = application.Get(endpoint, key);
            Judge(context, application, setting, value => Judge(application, setting, value), _ => null);
        }
    }

    private static Verdict? Judge(PhoenixApplication application, Setting setting, AbstractValue value)
    {
        if (!application.IsTooLate(setting, value)
            || application.CompiledValue(setting) is not (var compiled and not UnknownValue)
            || value is UnknownValue
            || ValueComparer.Same(compiled, value))
        {
            return null;
        }

        var stops = application.StopsWhereLate(setting);
        var isSwitch = setting.Keys[^1] != ForceSsl;
        if (isSwitch && (compiled.IsTruthy ?? value.IsTruthy) is null)
        {
            return null;
        }

        // What is off stays off; that one was not set and the other is is a difference for the boot alone.
        var isAlike = compiled.IsTruthy == value.IsTruthy && (isSwitch || value.IsTruthy == false);
        return stops switch
        {
            true => Of("stops", DiagnosticLevel.Warning),
            _ when isAlike => null,
            false => Of("ignored", IsLessSafe(setting, compiled) ? DiagnosticLevel.Warning : DiagnosticLevel.Note),
            null => Of("depends", DiagnosticLevel.Note),
        };

        Verdict Of(string messageId, DiagnosticLevel level) => new(messageId, [setting.Keys[^1]], Level: level);
    }

    /// <summary>Whether what holds is what no service should have: visitors on plain HTTP, a switch for developers.</summary>
    private static bool IsLessSafe(Setting setting, AbstractValue compiled) =>
        setting.Keys[^1] == ForceSsl ? compiled.IsTruthy == false : compiled.IsTruthy == true;
}
