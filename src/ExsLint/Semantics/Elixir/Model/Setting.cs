using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Model;

/// <summary>What is known of one setting.</summary>
/// <param name="App">The application: <c>pleroma</c>.</param>
/// <param name="Keys">The names of the keys below it; aliases without <c>Elixir.</c> in paths, with it here.</param>
/// <param name="Value">The value: a term, unknown, one of several, or absent.</param>
public sealed record Setting(string App, ImmutableArray<string> Keys, AbstractValue Value)
{
    /// <summary>The setting as people write it: <c>pleroma.Pleroma.Web.Endpoint.http.ip</c>.</summary>
    public string Path => string.Join('.', Keys.Select(DisplayName).Prepend(App));

    /// <summary>The setting as findings are known by.</summary>
    public ConfigSettingId Id => new(Path);

    /// <summary>The values it may have; one if it is known.</summary>
    public IEnumerable<AbstractValue> Alternatives => ChoiceValue.Flatten(Value);

    /// <summary>What the value depends on, if it is not certain.</summary>
    public string? Doubt => Value switch
    {
        ChoiceValue choice => choice.Reason,
        UnknownValue unknown => unknown.Reason,
        _ => null,
    };

    /// <summary>The setting below this one.</summary>
    public Setting Get(string key) => new(App, Keys.Add(key), Step(Value, key));

    /// <summary>
    /// The setting below this one as those read it who go through the whole list, so that the last entry of a key holds
    /// (<c>:gen_tcp</c>, <c>:ssl</c>); most of Elixir takes the first.
    /// </summary>
    public Setting GetLast(string key) => new(App, Keys.Add(key), Entries.FindLast(Value, key));

    /// <summary>What stands under a key of a keyword list or map.</summary>
    public static AbstractValue Step(AbstractValue value, string key) => Entries.Find(value, key);

    /// <summary>
    /// The expression that is written for this setting where a value comes from: what stands behind its key, or the last argument
    /// of <c>config</c>. Null where the value comes from elsewhere, through a variable say.
    /// </summary>
    public ExpressionSyntax? WrittenFor(AbstractValue value)
    {
        for (var node = value.Origin?.Node; node?.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case KeywordPairSyntax pair when pair.Value == node && pair.KeyName == Keys[^1]:
                    return CallOf(value) is null ? null : pair.Value;
                case CallSyntax { LocalName: "config" } call:
                    return Keys.Length == 1 && call.Arguments is [_, _, var last] && last == node ? last : null;
            }
        }

        return null;
    }

    /// <summary>The <c>config</c> call a value stands in, if it stands in one.</summary>
    public static CallSyntax? CallOf(AbstractValue value) =>
        value.Origin?.Node.Ancestors().OfType<CallSyntax>().FirstOrDefault(call => call.LocalName == "config");

    /// <summary>Whether a node stands in a <c>config</c> call.</summary>
    public static bool IsInCall(SyntaxNode node) => node.Ancestors().OfType<CallSyntax>().Any(call => call.LocalName == "config");

    /// <summary>A key or alias as people write it.</summary>
    public static string DisplayName(string key) =>
        key.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal) ? key[AtomValue.AliasPrefix.Length..] : key;
}
