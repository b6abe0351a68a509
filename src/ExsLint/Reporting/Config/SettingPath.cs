using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Text;

namespace ExsLint.Reporting.Config;

/// <summary>
/// Names of settings as people write them: <c>pleroma.Pleroma.Web.Endpoint.http.ip</c>, or as in a config file,
/// <c>:pleroma, Pleroma.Web.Endpoint, [:http, :ip]</c>.
/// </summary>
internal static class SettingPath
{
    /// <summary>The most names that are offered for a misspelt one.</summary>
    private const int MostSuggestions = 3;

    /// <summary>Names are compared with no more settings than this.</summary>
    private const int MostCompared = 5_000;

    /// <summary>
    /// The setting with a name; its value is <see cref="AbsentValue"/> if there is none, and null if not even the application is
    /// named.
    /// </summary>
    public static Setting? Find(ConfigModel model, string name)
    {
        var keys = name.AsSpan().IndexOfAny(',', '[', ' ') >= 0 ? ReadTerms(name) : ReadDotted(model, name);
        return keys.Length < 2 ? null : model.Get(keys[0], keys[1], keys.AsSpan()[2..]);
    }

    /// <summary>Settings whose names are much like one that was not found, the most likely first.</summary>
    public static ImmutableArray<string> FindNearest(ConfigModel model, string name)
    {
        var farthest = Math.Max(3, name.Length / 4);
        return
        [
            .. NamesIn(model).Take(MostCompared)
                .Select(candidate => (Name: candidate, Distance: Distance(candidate, name)))
                .Where(candidate => candidate.Distance <= farthest)
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
                .Take(MostSuggestions)
                .Select(candidate => candidate.Name),
        ];
    }

    /// <summary>The last part of a name is as good as the whole, if it is right.</summary>
    private static int Distance(string candidate, string name) =>
        candidate.EndsWith("." + name, StringComparison.OrdinalIgnoreCase) ? 1
        : Math.Abs(candidate.Length - name.Length) > Math.Max(3, name.Length / 4) ? int.MaxValue
        : Spelling.Distance(candidate, name);

    private static IEnumerable<string> NamesIn(ConfigModel model) => model.State.AppNames.SelectMany(app =>
        model.State.GetSettings(app).SelectMany(setting => NamesIn(new Setting(app, [setting.Key], setting.Value))));

    private static IEnumerable<string> NamesIn(Setting setting) =>
        KeysOf(setting.Value).SelectMany(key => NamesIn(setting.Get(key))).Prepend(setting.Path);

    private static IEnumerable<string> KeysOf(AbstractValue value) => ChoiceValue.Flatten(value)
        .SelectMany(alternative => alternative switch
    {
        _ when Keywords.Of(alternative) is { } keywords => keywords.Items.Select(Keywords.KeyOf),
        MapValue map => map.Pairs.Select(pair => pair.Key).OfType<AtomValue>().Select(key => key.Name),
        _ => [],
    }).Distinct(StringComparer.Ordinal);

    private static ImmutableArray<string> ReadTerms(string name) =>
    [
        .. name.Split([',', '[', ']', '(', ')', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Where((word, index) => index > 0 || word != "config")
            .Select(word => word.Trim(':', '"'))
            .Where(word => word.Length > 0)
            .Select(word => char.IsAsciiLetterUpper(word[0]) && !word.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal)
                ? AtomValue.AliasPrefix + word
                : word),
    ];

    /// <summary>Names of modules hold dots themselves: at each step the longest key that exists is taken.</summary>
    private static ImmutableArray<string> ReadDotted(ConfigModel model, string name)
    {
        var words = name.TrimStart(':').Split('.');
        var keys = ImmutableArray.CreateBuilder<string>();
        keys.Add(words[0]);
        AbstractValue? container = null;
        for (var next = 1; next < words.Length;)
        {
            var known = container is null
                ? model.State.GetSettings(words[0]).Select(setting => setting.Key).ToHashSet(StringComparer.Ordinal)
                : KeysOf(container).ToHashSet(StringComparer.Ordinal);
            var (key, length) = LongestKey(words, next, known) ?? Guess(words, next);
            keys.Add(key);
            container = container is null ? model.State.Get(words[0], key) : Setting.Step(container, key);
            next += length;
        }

        return keys.ToImmutable();
    }

    private static (string Key, int Length)? LongestKey(string[] words, int start, HashSet<string> known)
    {
        for (var length = words.Length - start; length > 0; length--)
        {
            var joined = string.Join('.', words, start, length);
            foreach (var key in (ReadOnlySpan<string>)[joined, AtomValue.AliasPrefix + joined])
            {
                if (known.Contains(key))
                {
                    return (key, length);
                }
            }
        }

        return null;
    }

    /// <summary>Words with capitals are the segments of one alias, any other word is a key of its own.</summary>
    private static (string Key, int Length) Guess(string[] words, int start)
    {
        var end = start;
        while (end < words.Length && words[end].Length > 0 && char.IsAsciiLetterUpper(words[end][0]))
        {
            end++;
        }

        return end == start ? (words[start], 1)
            : (AtomValue.AliasPrefix + string.Join('.', words, start, end - start), end - start);
    }
}
