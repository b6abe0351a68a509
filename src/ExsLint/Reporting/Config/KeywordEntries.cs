using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Reporting.Config;

/// <summary>The entries of a keyword list, each as a setting of its own.</summary>
/// <param name="Settings">The entries.</param>
/// <param name="Rest">Where not null, there may be other entries too.</param>
internal sealed record KeywordEntries(IReadOnlyList<Setting> Settings, UnknownValue? Rest)
{
    /// <summary>Whether all keys can be written as <c>key: value</c>; the name of a module cannot.</summary>
    public bool HasOnlyWords { get; } = Settings.All(setting => ElixirTerm.OfKey(setting.Keys[^1]) is not null);

    /// <summary>The entries of a setting; null for one that is no keyword list, or an empty one.</summary>
    public static KeywordEntries? Of(Setting setting)
    {
        if (Keywords.Of(setting.Value) is not { } keywords || (keywords.Items.IsEmpty && keywords.Rest is null))
        {
            return null;
        }

        var settings = keywords.Items.Select(
            item => new Setting(setting.App, setting.Keys.Add(Keywords.KeyOf(item)), Keywords.ValueOf(item)));
        return new KeywordEntries([.. settings], keywords.Rest);
    }
}
