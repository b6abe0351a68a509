using System.Collections.Immutable;
using ExsLint.Semantics;
using ExsLint.Syntax;
using ExsLint.Text;

namespace ExsLint.Rules.Syntax;

/// <summary>Reports text that Elixir or systemd cannot parse.</summary>
public sealed class SyntaxErrorRule : Rule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "syntax-error";

    /// <summary>The message where the reader stops.</summary>
    public const string Error = "error";

    /// <summary>The message where the reader goes on without the line.</summary>
    public const string Ignored = "ignored";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Text cannot be read",
        Description =
            "Elixir or systemd cannot read this text: the settings in it have no effect, and the service may not start.",
        Level = DiagnosticLevel.Error,
        ReferenceUri = "https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html",
        CreateMessages = () => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            [Error] = "Syntax error: '{0}'.",
            [Ignored] = "This line has no effect: '{0}'.",
        }),
    };

    /// <summary>The finding for a syntax diagnostic.</summary>
    /// <param name="file">The file.</param>
    /// <param name="diagnostic">What the parser says.</param>
    /// <param name="setting">The stable name of the place.</param>
    /// <remarks>Quotes within what the parser says become backticks, since all of it stands in quotes.</remarks>
    public Diagnostic Create(SourceFile file, SyntaxDiagnostic diagnostic, SettingId setting) => new()
    {
        Rule = Descriptor,
        Level = diagnostic.IsError ? DiagnosticLevel.Error : DiagnosticLevel.Warning,
        MessageId = diagnostic.IsError ? Error : Ignored,
        Arguments = [diagnostic.Message.TrimEnd('.').Replace('\'', '`')],
        Location = new Location(file, diagnostic.Span),
        RelatedLocations = diagnostic.Note is { } note ? [new RelatedLocation(new Location(file, note.Span), note.Message)] : [],
        Setting = setting,
    };
}
