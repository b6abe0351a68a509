using ExsLint.Frameworks;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Settings;

/// <summary>
/// A rule about what a configuration sets for libraries, wherever it does and whatever it is for. It runs once for a
/// configuration, and its findings do not make an application's own settings judged ones.
/// </summary>
public abstract class LibraryRule : SettingRule
{
    /// <inheritdoc/>
    public sealed override void Analyze(ConfigRuleContext context) => Analyze(context, context.Project);

    /// <summary>Looks at a configuration and reports what it finds.</summary>
    /// <param name="context">Where to report.</param>
    /// <param name="application">The one that the configuration is for: it knows the files and the versions.</param>
    protected abstract void Analyze(ConfigRuleContext context, MixApplication application);

    /// <summary>Judges what is written for a key, wherever it stands; what is missing is fine.</summary>
    /// <param name="context">Where to report.</param>
    /// <param name="application">The application.</param>
    /// <param name="key">The key.</param>
    /// <param name="judge">What is wrong with a value, or null; it is given what holds the key as well.</param>
    protected static void JudgeAll(
        ConfigRuleContext context,
        MixApplication application,
        string key,
        Func<Setting, AbstractValue, Verdict?> judge)
    {
        foreach (var holder in context.Model.HoldersOf(key))
        {
            var setting = holder.Get(key);
            Judge(
                context,
                application,
                setting,
                value => judge(holder, value) is { } verdict
                    ? verdict with { Fix = verdict.Fix is { } fix ? InnerFix.Of(context.Model, setting, value, fix) : null }
                    : null,
                _ => null);
        }
    }
}
