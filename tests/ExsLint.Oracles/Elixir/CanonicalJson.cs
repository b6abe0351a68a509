using System.Text.Json;

namespace ExsLint.Oracles.Elixir;

/// <summary>Takes canonical terms apart.</summary>
internal static class CanonicalJson
{
    /// <summary>The last elements of a keyword list that say what is not known of it.</summary>
    public const string Order = "order";

    /// <summary>Marks a keyword list that may hold keys which nobody knows, anywhere.</summary>
    public const string Open = "open";

    /// <summary>Whether a value is an object with this member.</summary>
    public static bool IsTagged(JsonElement value, string tag, out JsonElement content)
    {
        content = default;
        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty(tag, out content);
    }

    /// <summary>Whether it is no element of a list, but says what is not known of the list.</summary>
    public static bool IsMark(JsonElement item) =>
        IsTagged(item, Order, out _) || IsTagged(item, Open, out _);

    /// <summary>The key and value of a keyword list's entry; null for anything else.</summary>
    public static (string Key, JsonElement Value)? PairOf(JsonElement item) =>
        IsTagged(item, "t", out var members) && members.GetArrayLength() == 2 && IsTagged(members[0], "a", out var key)
            ? (key.GetString()!, members[1])
            : null;

    /// <summary>Whether an entry with this value may be missing.</summary>
    public static bool MayBeAbsent(JsonElement value) =>
        IsTagged(value, "or", out var members) && members.EnumerateArray().Any(member => IsTagged(member, "absent", out _));
}
