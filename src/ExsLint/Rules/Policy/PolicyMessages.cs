using System.Collections.Immutable;

namespace ExsLint.Rules.Policy;

/// <summary>What rules of a team's own say.</summary>
internal static class PolicyMessages
{
    /// <summary>The message for a value that is not as required.</summary>
    public const string Value = "value";

    /// <summary>The message for what is not set and has to be.</summary>
    public const string Missing = "missing";

    /// <summary>The message for what is set and must not be.</summary>
    public const string Present = "present";

    /// <summary>Makes messages of texts, with what variants they need.</summary>
    public delegate ImmutableSortedDictionary<string, string> Create(params ReadOnlySpan<(string Id, string Text)> messages);

    /// <summary>The fixed facts about such a rule.</summary>
    /// <param name="definition">The rule.</param>
    /// <param name="create">Makes its messages.</param>
    public static RuleDescriptor Describe(PolicyDefinition definition, Create create)
    {
        var clause = definition.Message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        var start = Escape(clause);
        return new RuleDescriptor
        {
            Id = definition.Id,
            Title = clause,
            Description = $"{clause}. A rule of this project: '{definition.Setting.Text}' must be '{definition.Must.Text}'.",
            Level = definition.Level,
            IsOfTeam = true,
            ReferenceUri = "",
            CreateMessages = () => create(
                (Value, $"{start}: '{{0}}' is '{{1}}', and must be '{Escape(definition.Must.Text)}'."),
                (Missing, $"{start}: '{{0}}' is not set."),
                (Present, $"{start}: '{{0}}' is set.")),
        };
    }

    /// <summary>Messages are formats: braces in them are doubled.</summary>
    private static string Escape(string text) =>
        text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
