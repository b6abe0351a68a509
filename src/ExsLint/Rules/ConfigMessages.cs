using System.Collections.Immutable;

namespace ExsLint.Rules;

/// <summary>The messages of a rule about the effective configuration.</summary>
internal static class ConfigMessages
{
    /// <summary>Suffix of the message for a value that may also be another one.</summary>
    public const string ConditionalSuffix = "-conditional";

    /// <summary>Suffix of the message for a value that applies only if a written condition holds.</summary>
    public const string OnlyIfSuffix = "-only-if";

    /// <summary>Suffix of the message for a value that applies only if a written condition does not hold.</summary>
    public const string UnlessSuffix = "-unless";

    /// <summary>Suffix of the message for a value that applies while an environment variable is not set.</summary>
    public const string DefaultSuffix = "-default";

    /// <summary>
    /// The messages with four variants each: the value depends on something, applies only if a condition holds, only if it does
    /// not, or while an environment variable is not set. A variant has one more argument.
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
    /// The messages with three variants each. Two have one more argument: the value applies only if a condition holds, or only
    /// if it does not. The third, without it, says that the value depends on a condition.
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

    /// <summary>The messages without variants.</summary>
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
