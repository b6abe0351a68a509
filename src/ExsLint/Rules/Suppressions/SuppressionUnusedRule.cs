using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Semantics;
using ExsLint.Text;

namespace ExsLint.Rules.Suppressions;

/// <summary>Finds suppression comments that suppress nothing.</summary>
public sealed class SuppressionUnusedRule : Rule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "suppression-unused";

    /// <summary>The message if the named rule reports nothing there; its argument is the rule.</summary>
    public const string Unused = "unused";

    /// <summary>The message for a rule that does not exist; its argument is the name.</summary>
    public const string Unknown = "unknown";

    /// <summary>The message for a misspelt rule; its arguments are the name and the rule that may be meant.</summary>
    public const string Misspelt = "misspelt";

    /// <summary>The message for a pattern in the place of a rule; its argument is the pattern.</summary>
    public const string Pattern = "pattern";

    /// <summary>The message for a comment that would suppress a rule about suppressions; its argument is the rule.</summary>
    public const string Own = "own";

    /// <summary>The message for a comment that names no rule.</summary>
    public const string NoRule = "no-rule";

    /// <summary>The message for a comment of an unknown kind; its argument is what it starts with.</summary>
    public const string UnknownComment = "unknown-comment";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Comment suppresses nothing",
        Description = "A comment that is meant to suppress findings suppresses none: what it was for is mended, has moved, or "
            + "is misspelt. It would hide the next finding of its rule, or hides nothing although its author believes so.",
        Level = DiagnosticLevel.Warning,
        Fix = FixApplicability.Safe,
        ReferenceUri = Product.Url + "/blob/main/docs/suppressions.md",
        CreateMessages = () => ConfigMessages.Plain(
            (Unused, "This comment suppresses no finding of '{0}', so it can go."),
            (Unknown, "There is no rule '{0}', so that naming it suppresses nothing."),
            (Misspelt, "There is no rule '{0}', so that naming it suppresses nothing; '{1}' may be meant."),
            (Pattern, "The pattern '{0}' suppresses nothing, since a comment has to name each rule."),
            (Own, "The rule '{0}' is about comments like this one, and cannot be suppressed by one."),
            (NoRule, "This comment names no rule, so that it suppresses nothing."),
            (UnknownComment, "ExsLint knows no comment '{0}', so that it suppresses nothing.")),
    };

    /// <summary>The finding for a comment.</summary>
    /// <param name="messageId">Which of the messages.</param>
    /// <param name="location">The name of the rule, or the comment.</param>
    /// <param name="arguments">What stands for the message's placeholders.</param>
    /// <param name="fix">The edit that takes out what is not used.</param>
    public Diagnostic Create(string messageId, Location location, ImmutableArray<string> arguments, FileEdit? fix) => new()
    {
        Rule = Descriptor,
        Level = Descriptor.Level,
        MessageId = messageId,
        Arguments = arguments,
        Location = location,
        Setting = new FileId(location.File.Path, arguments.FirstOrDefault() ?? messageId),
        Fix = fix is null ? null : new CodeFix("Remove what suppresses nothing", FixApplicability.Safe, [fix]),
    };
}
