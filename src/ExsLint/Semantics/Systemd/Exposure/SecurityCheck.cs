using System.Collections.Immutable;

namespace ExsLint.Semantics.Systemd.Exposure;

/// <summary>A row of <c>systemd-analyze security</c>: what it is called, weighs and says.</summary>
/// <param name="JsonField">Its name in systemd's JSON: <c>PrivateTmp</c>, <c>SystemCallFilter_clock</c>.</param>
/// <param name="Name">Its name in systemd's table: <c>PrivateTmp=</c>, <c>SystemCallFilter=~@clock</c>.</param>
/// <param name="Weight">How much it counts, 10 to 2500.</param>
/// <param name="Range">The worst badness, 1 to 10; the best is 0.</param>
/// <param name="RuleId">The id of the rule that reports it: <c>systemd-private-tmp</c>.</param>
/// <param name="IsWarning">Whether that rule's default level is warning; else it is notice.</param>
/// <param name="Directives">The keys that decide it.</param>
/// <param name="IsOutOfPlaceInEarlyBoot">Whether it does not apply to a unit with <c>DefaultDependencies=no</c>.</param>
public sealed record SecurityCheck(
    string JsonField,
    string Name,
    int Weight,
    int Range,
    string RuleId,
    bool IsWarning,
    ImmutableArray<string> Directives,
    bool IsOutOfPlaceInEarlyBoot)
{
    private const string Placeholder = "{0}";

    /// <summary>What the row says in each case: a badness, with a word behind it where several sentences share one; <c>-</c> for 'not applicable'.</summary>
    public required ImmutableArray<(string Case, string Sentence)> Sentences { get; init; }

    /// <summary>What the row looks at.</summary>
    internal SecurityTopic Topic { get; init; }

    /// <summary>The item of the directive that the row is about: <c>clock</c> of <c>SystemCallFilter_clock</c>; empty for most rows.</summary>
    internal string Item { get; init; } = "";

    /// <summary>The capabilities the row is about, a bit each; 0 for most rows.</summary>
    internal ulong Capabilities { get; init; }

    /// <summary>The sentence of a case; null where systemd has none.</summary>
    internal string? Describe(string @case, string argument = "")
    {
        foreach (var (name, sentence) in Sentences)
        {
            if (name == @case)
            {
                return sentence.Length == 0 ? null
                    : argument.Length == 0 ? sentence
                    : sentence.Replace(Placeholder, argument, StringComparison.Ordinal);
            }
        }

        throw new InvalidOperationException($"{JsonField} says nothing in case '{@case}'.");
    }
}

/// <summary>What a row looks at.</summary>
internal enum SecurityTopic
{
    /// <summary>A boolean setting that is good when it is on.</summary>
    Switch,

    /// <summary>The bounding set of capabilities.</summary>
    Capability,

    /// <summary>The namespaces that may be created.</summary>
    Namespace,

    /// <summary>The families of sockets that may be opened.</summary>
    AddressFamily,

    /// <summary>The system calls that may be made.</summary>
    SystemCall,

    /// <summary>Any other setting, by the row's name.</summary>
    Other,
}
