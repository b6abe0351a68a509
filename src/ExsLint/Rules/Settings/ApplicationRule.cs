using ExsLint.Frameworks;

namespace ExsLint.Rules.Settings;

/// <summary>A rule about the settings of one kind of application.</summary>
/// <typeparam name="TApplication">The kind of application.</typeparam>
public abstract class ApplicationRule<TApplication> : SettingRule
    where TApplication : ConfiguredApplication
{
    /// <inheritdoc/>
    public sealed override bool Judges(ConfiguredApplication application) =>
        application is TApplication known && JudgesSettingsOf(known);

    /// <inheritdoc/>
    public sealed override void Analyze(ConfigRuleContext context)
    {
        foreach (var application in context.Applications.OfType<TApplication>())
        {
            Analyze(context, application);
        }
    }

    /// <summary>Whether an application has settings of its own that the rule judges.</summary>
    protected virtual bool JudgesSettingsOf(TApplication application) => true;

    /// <summary>Looks at an application and reports what it finds.</summary>
    protected abstract void Analyze(ConfigRuleContext context, TApplication application);
}
