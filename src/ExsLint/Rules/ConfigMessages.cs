using System.Collections.Immutable;

namespace ExsLint.Rules;

/// <summary>The messages of a rule about the effective configuration.</summary>
internal static class ConfigMessages
{
    /// <summary>What is appended to the name of a message for a value that may be another one.</summary>
    public const string ConditionalSuffix = "-conditional";

    /// <summary>What is appended to the name of a message for a value that holds only where a written condition does.</summary>
    public const string OnlyIfSuffix = "-only-if";

    /// <summary>
    /// What is appended to the name of a message for a value that holds only where a written condition does not.
    /// </summary>
    public const string UnlessSuffix = "-unless";

    /// <summary>
    /// What is appended to the name of a message for a value that holds while an environment variable is not set.
    /// </summary>
    public const string DefaultSuffix = "-default";

    /// <summary>
    /// The messages, and for each one four more, with one more argument: that what it says depends on something, that it holds
    /// only if a condition does or does not, and that it holds while an environment variable is not set.
    /// </summary>
    public static ImmutableSortedDictionary<string, string> Create(params ReadOnlySpan<(string Id, string Text)> messages)
    {
        var all = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (id, text) in messages)
        {
            all.Add(id, text);
            var next = CountPlaceholders(text);
            all.Add(id + ConditionalSuffix, $"{text.TrimEnd('.')}; whether this holds depends on '{{{next}}}'.");
            AddWritten(all, id, text);
            all.Add(id + DefaultSuffix, $"{text.TrimEnd('.')}; this is the default that holds while '{{{next}}}' is not set.");
        }

        return all.ToImmutable();
    }

    /// <summary>
    /// The messages, and for each one three more: with one more argument, that what it says holds only if a condition does or
    /// does not; and without, that it depends on one.
    /// </summary>
    public static ImmutableSortedDictionary<string, string> CreateUnderConditions(
        params ReadOnlySpan<(string Id, string Text)> messages)
    {
        var all = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (id, text) in messages)
        {
            all.Add(id, text);
            AddWritten(all, id, text);
            all.Add(id + ConditionalSuffix, $"{text.TrimEnd('.')}; whether it comes to this depends on a condition.");
        }

        return all.ToImmutable();
    }

    private static void AddWritten(ImmutableSortedDictionary<string, string>.Builder all, string id, string text)
    {
        var next = CountPlaceholders(text);
        all.Add(id + OnlyIfSuffix, $"{text.TrimEnd('.')}; this holds only if '{{{next}}}'.");
        all.Add(id + UnlessSuffix, $"{text.TrimEnd('.')}; this holds unless '{{{next}}}'.");
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
