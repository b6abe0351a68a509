using ExsLint.Semantics;
using ExsLint.Text;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Rules.Config;

/// <summary>
/// Finds config folders that Mix does not read, because <c>config_path</c> in <c>mix.exs</c> names another file.
/// </summary>
public sealed class ConfigUnreadRule : Rule
{
    private const string Message = "unread";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "config-unread",
        Title = "Configuration that no project reads",
        Description = "config_path in the project's mix.exs names another file, so that Mix reads nothing of this folder. What "
            + "it sets has no effect, and is not judged.",
        Level = DiagnosticLevel.Note,
        ReferenceUri = "https://hexdocs.pm/mix/Mix.Project.html#module-configuration",
        CreateMessages = () => ConfigMessages.Plain(
            (Message, "Nothing in this folder is read, because 'config_path' names '{0}' instead; what it sets is not judged.")),
    };

    /// <summary>The finding for a folder, if a file of it can be read.</summary>
    /// <param name="unread">The folder.</param>
    /// <param name="file">The file at which it is reported.</param>
    public Diagnostic Create(UnreadConfig unread, SourceFile file) => new()
    {
        Rule = Descriptor,
        Level = Descriptor.Level,
        MessageId = Message,
        Arguments = [unread.ReadInstead.Written],
        Location = new Location(file, file.Lines.GetLine(0)),
        RelatedLocations = [new RelatedLocation(unread.ReadInstead.Setting, "It is set here.")],
        Setting = new FileId(unread.Folder),
    };
}
