using ExsLint.Rules.Catalog;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Policy;

/// <summary>
/// Which settings are meant: <c>logger.level</c>, <c>*.*Repo.pool_size</c>. The path of a setting is its application and its
/// keys with dots between them; <c>*</c> stands for any characters, dots among them.
/// </summary>
/// <param name="text">The pattern.</param>
public sealed class SettingPattern(string text)
{
    private readonly string _last = text[(text.LastIndexOf('.') + 1)..];
    private readonly string _holder = text.Contains('.', StringComparison.Ordinal) ? text[..text.LastIndexOf('.')] : "";

    /// <summary>The pattern as it is written.</summary>
    public string Text { get; } = text;

    /// <summary>Whether a text is a pattern: an application, a dot, and a key without <c>*</c> at its end.</summary>
    public static bool IsPattern(string text) =>
        text.LastIndexOf('.') is > 0 and var dot
        && dot < text.Length - 1
        && !text[(dot + 1)..].Contains('*', StringComparison.Ordinal)
        && !text.AsSpan().ContainsAny(' ', '\n', '\r');

    /// <summary>The settings that are meant and that a configuration has.</summary>
    public IEnumerable<Setting> In(ConfigModel model)
    {
        foreach (var app in model.State.AppNames)
        {
            foreach (var (key, _) in model.State.GetSettings(app))
            {
                if (Setting.DisplayName(key) == _last && model.Get(app, key) is var setting && Matches(setting))
                {
                    yield return setting;
                }
            }
        }

        foreach (var holder in model.HoldersOf(_last))
        {
            if (holder.Get(_last) is var setting && Matches(setting))
            {
                yield return setting;
            }
        }
    }

    /// <summary>
    /// The settings that are meant and that a configuration lacks: one in each place that the rest of the pattern is about, such
    /// as each repository.
    /// </summary>
    public IEnumerable<Setting> MissingIn(ConfigModel model)
    {
        var holders = Holders(model).ToList();
        if (holders.Count == 0 && !Text.Contains('*', StringComparison.Ordinal))
        {
            return In(model).Any() ? [] : [Named(model)];
        }

        return holders
            .Where(holder => !holder.Alternatives.Any(IsOpen))
            .Select(holder => holder.Get(_last))
            .Where(setting => setting.Value is AbsentValue);
    }

    /// <summary>The one setting that is meant, where nothing of it is configured.</summary>
    private Setting Named(ConfigModel model)
    {
        var dot = _holder.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return model.Get(_holder, _last);
        }

        var key = _holder[(dot + 1)..];
        return model.Get(_holder[..dot], char.IsAsciiLetterUpper(key[0]) ? AtomValue.AliasPrefix + key : key).Get(_last);
    }

    private IEnumerable<Setting> Holders(ConfigModel model) =>
        from app in model.State.AppNames
        from entry in model.State.GetSettings(app)
        let setting = model.Get(app, entry.Key)
        where RulePattern.Matches(_holder, setting.Path)
        select setting;

    /// <summary>Whether there may be keys that nobody knows.</summary>
    private static bool IsOpen(AbstractValue value) =>
        value is not (ListValue { Rest: null } or MapValue
            or ConditionalListValue { Rest: null });

    private bool Matches(Setting setting) => RulePattern.Matches(Text, setting.Path);
}
