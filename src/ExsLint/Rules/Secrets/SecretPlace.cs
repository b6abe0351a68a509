using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Secrets;

/// <summary>A place in a configuration: a key, and what holds it.</summary>
/// <param name="App">The application.</param>
/// <param name="Parent">The place of what holds the key; null for the application.</param>
/// <param name="Key">The key.</param>
/// <param name="Strength">How sure the key makes it that a secret stands there.</param>
internal sealed record SecretPlace(string App, SecretPlace? Parent, string Key, KeyStrength Strength)
{
    /// <summary>
    /// Whether the keys lead there. They do not through lists of lists, tuples, and keys that are texts.
    /// </summary>
    public bool IsReached { get; init; } = true;

    /// <summary>The keyword list or map that holds the key; null for a key of the application.</summary>
    public AbstractValue? Holder { get; init; }

    /// <summary>The values of which the one that stands there is one; null where it is the only one.</summary>
    public ChoiceValue? Choice { get; init; }

    /// <summary>The keys from the application on.</summary>
    public ImmutableArray<string> Keys
    {
        get
        {
            var keys = new List<string>();
            for (var place = this; place is not null; place = place.Parent)
            {
                keys.Insert(0, place.Key);
            }

            return [.. keys];
        }
    }

    /// <summary>The place of a key below this one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="strength">How sure the key makes it that a secret stands there.</param>
    /// <param name="holder">What holds it.</param>
    public SecretPlace Below(string key, KeyStrength strength, AbstractValue holder) =>
        new(App, this, key, strength) { Holder = holder, IsReached = IsReached };

    /// <summary>The setting with all values it may have; with this one alone, where the keys do not lead there.</summary>
    /// <param name="model">The configuration.</param>
    /// <param name="value">The value that was found.</param>
    public Setting In(ConfigModel model, AbstractValue value)
    {
        var keys = Keys;
        var setting = IsReached ? model.Get(App, keys[0], keys.AsSpan()[1..]) : null;
        return setting?.Alternatives.Any(alternative => alternative.Node is { } node && node == value.Node) == true
            ? setting
            : new Setting(App, keys, value);
    }
}
