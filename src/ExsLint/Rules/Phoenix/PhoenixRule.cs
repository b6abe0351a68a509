using ExsLint.Frameworks.Akkoma;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;

namespace ExsLint.Rules.Phoenix;

/// <summary>A rule about Phoenix applications that have endpoints.</summary>
public abstract class PhoenixRule : ApplicationRule<PhoenixApplication>
{
    /// <inheritdoc/>
    protected sealed override bool JudgesSettingsOf(PhoenixApplication application) => !application.Endpoints.IsEmpty;

    /// <summary>Whether an application is Akkoma or Pleroma, which have rules of their own.</summary>
    protected static bool HasOwnRules(PhoenixApplication application) => application.Name == AkkomaInstance.App;

    /// <summary>
    /// Whether an application is the first of its configuration: what is set for a library is reported once, with that one.
    /// </summary>
    protected static bool IsFirst(ConfigRuleContext context, PhoenixApplication application) =>
        context.Applications.OfType<PhoenixApplication>().First() == application;
}
