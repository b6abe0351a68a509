using ExsLint.Edits;
using ExsLint.Semantics;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Rules.Syntax;

/// <summary>
/// Finds a byte order mark at the start of an Elixir file. Some editors write one, and Elixir reads it as part of the code.
/// </summary>
public sealed class SyntaxByteOrderMarkRule : Rule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "syntax-byte-order-mark";

    private const string Message = "mark";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "File starts with a byte order mark",
        Description = "Elixir reads a byte order mark at the start of a file as an unexpected character and refuses the file. "
            + "ExsLint reads past it, so that the other findings are seen.",
        Level = DiagnosticLevel.Error,
        Fix = FixApplicability.Safe,
        ReferenceUri = "https://hexdocs.pm/elixir/unicode-syntax.html",
        CreateMessages = () => ConfigMessages.Plain((Message, "The file starts with a byte order mark, which Elixir refuses.")),
    };

    /// <summary>The finding for an Elixir file that starts with the mark.</summary>
    public Diagnostic Create(SourceFile file) => new()
    {
        Rule = Descriptor,
        Level = Descriptor.Level,
        MessageId = Message,
        Location = new Location(file, new TextSpan(0, 1)),
        Setting = new FileId(file.Path),
        Fix = file.RoundTrips
            ? new CodeFix(
                "Remove the byte order mark", FixApplicability.Safe,
                [new FileEdit(file, [new TextChange(new TextSpan(0, 1), "")])])
            : null,
    };
}
