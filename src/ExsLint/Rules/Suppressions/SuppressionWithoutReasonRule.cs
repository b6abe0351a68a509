using ExsLint.Semantics;
using ExsLint.Text;

namespace ExsLint.Rules.Suppressions;

/// <summary>Finds suppression comments that give no reason. They have no effect.</summary>
public sealed class SuppressionWithoutReasonRule : Rule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "suppression-without-reason";

    private const string Missing = "missing";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Comment suppresses findings without a reason",
        Description = "A comment that suppresses findings has to say why, behind two dashes; without a reason it is not heeded. "
            + "Who reads it later cannot tell a considered decision from one to get on with the work.",
        Level = DiagnosticLevel.Warning,
        ReferenceUri = Product.Url + "/blob/main/docs/suppressions.md",
        CreateMessages = () => ConfigMessages.Plain(
            (Missing, "This comment gives no reason behind two dashes, so that '{0}' is not suppressed.")),
    };

    /// <summary>The finding for a comment.</summary>
    /// <param name="location">The comment.</param>
    /// <param name="ids">The rules it names; at least one.</param>
    public Diagnostic Create(Location location, IEnumerable<string> ids)
    {
        var names = string.Join(", ", ids);
        return new Diagnostic
        {
            Rule = Descriptor,
            Level = Descriptor.Level,
            MessageId = Missing,
            Arguments = [names],
            Location = location,
            Setting = new FileId(location.File.Path, names),
        };
    }
}
