using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Rules.Units;
using ExsLint.Semantics;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Syntax.Systemd.Nodes;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Rules.Syntax;

/// <summary>Finds sections that systemd skips because it does not know their names.</summary>
public sealed class SyntaxUnknownSectionRule : UnitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "syntax-unknown-section";

    private const string Unknown = "unknown";
    private const string Misspelt = "misspelt";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Section that systemd does not know",
        Description = "systemd skips a section whose name it does not know for this type of unit, with everything in it; names "
            + "are case-sensitive and stand without space between the brackets.",
        Level = DiagnosticLevel.Warning,
        Fix = FixApplicability.Unsafe,
        ReferenceUri = "https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html",
        CreateMessages = () => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            [Unknown] = "systemd does not know a section '{0}' in a unit of type '{1}', so it skips everything in it.",
            [Misspelt] = "systemd does not know a section '{0}', so it skips everything in it; the name is '{1}'.",
        }),
    };

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        var type = context.Unit.Name.Type;
        if (!UnitSections.IsUnitType(type))
        {
            return;
        }

        foreach (var section in context.Unit.Files.All.SelectMany(tree => tree.Root.Sections))
        {
            if (section.Header.IsClosed && !UnitSections.IsKnown(type, section.Name))
            {
                Report(context, section, UnitSections.Correct(type, section.Name));
            }
        }
    }

    private static void Report(UnitRuleContext context, SectionSyntax section, string? correct)
    {
        var location = section.Header.HeaderLocation;
        var name = UnitRuleContext.Shown(section.Name);
        var path = DirectiveId.OfSection(context.Unit.Name.Text, name);
        if (correct is null)
        {
            context.Report(Unknown, location, path, [name, context.Unit.Name.Type]);
            return;
        }

        // Not safe: directives that have had no effect come into force.
        var isOneLine = !section.Header.ToString().TrimEnd('\r', '\n', '\0').AsSpan().ContainsAny('\n', '\r', '\0');
        var edit = new FileEdit(section.Tree.File, [new TextChange(location.Span, $"[{correct}]")]);
        var fix = section.Tree.File.RoundTrips && isOneLine
            ? new CodeFix($"Rename the section to {correct}", FixApplicability.Unsafe, [edit])
            : null;
        context.Report(Misspelt, location, path, [name, correct], fix);
    }
}
