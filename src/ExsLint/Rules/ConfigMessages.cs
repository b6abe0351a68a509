using System.Collections.Immutable;

namespace ExsLint.Rules;

/// <summary>The messages of a rule about the effective configuration.</summary>
internal static class ConfigMessages
{
    /// <summary>What is appended to the name of a message for a value that may be another one.</summary>
    public const string ConditionalSuffix = "-conditional";

    /// <summary>The messages, and for each one a second that also says what it depends on, as its last argument.</summary>
    public static ImmutableSortedDictionary<string, string> Create(params ReadOnlySpan<(string Id, string Text)> messages)
    {
        var all = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (id, text) in messages)
        {
            all.Add(id, text);
            all.Add(id + ConditionalSuffix, $"{text.TrimEnd('.')}; whether this holds depends on '{{{CountPlaceholders(text)}}}'.");
        }

        return all.ToImmutable();
    }

    /// <summary>The messages as they are.</summary>
    public static ImmutableSortedDictionary<string, string> Plain(params ReadOnlySpan<(string Id, string Text)> messages)
    {
        var all = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (id, text) in messages)
        {
            all.Add(id, text);
        }

        return all.ToImmutable();
    }

    private static int CountPlaceholders(string text)
    {
        var count = 0;
        while (text.Contains($"'{{{count}}}'", StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }
}
