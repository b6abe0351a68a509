using ExsLint.Frameworks.Phoenix;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Settings;

/// <summary>
/// A rule about what a configuration sets for libraries, wherever it does. It runs once for a configuration with an application
/// of a known framework, and its findings do not make the application's own settings judged ones.
/// </summary>
public abstract class LibraryRule : SettingRule<PhoenixApplication>
{
    /// <inheritdoc/>
    protected sealed override bool JudgesSettingsOf(PhoenixApplication application) => false;

    /// <inheritdoc/>
    protected sealed override void Analyze(ConfigRuleContext context, PhoenixApplication application)
    {
        if (context.Applications.OfType<PhoenixApplication>().First() == application)
        {
            AnalyzeOnce(context, application);
        }
    }

    /// <summary>Looks at a configuration and reports what it finds.</summary>
    /// <param name="context">Where to report.</param>
    /// <param name="application">The first of its applications, which knows the files and the versions.</param>
    protected abstract void AnalyzeOnce(ConfigRuleContext context, PhoenixApplication application);

    /// <summary>Judges what is written for a key, wherever it stands; what is missing is fine.</summary>
    /// <param name="context">Where to report.</param>
    /// <param name="application">The application.</param>
    /// <param name="key">The key.</param>
    /// <param name="judge">What is wrong with a value, or null; it is given what holds the key as well.</param>
    protected static void JudgeAll(
        ConfigRuleContext context,
        PhoenixApplication application,
        string key,
        Func<Setting, AbstractValue, Verdict?> judge)
    {
        foreach (var holder in context.Model.HoldersOf(key))
        {
            Judge(context, application, holder.Get(key), value => judge(holder, value), _ => null);
        }
    }
}
