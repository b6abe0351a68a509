using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Rules.Systemd.Rows;
using ExsLint.Rules.Units;
using ExsLint.Semantics;
using ExsLint.Semantics.Systemd.Exposure;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;
using ExsLint.Syntax.Systemd.Nodes;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Rules.Systemd;

/// <summary>Finds words in hardening settings that systemd skips with no more than a line in the log.</summary>
public sealed class SilentTypoRule : UnitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "systemd-silent-typo";

    private const string Word = "word", Meant = "meant", Rest = "rest", RestMeant = "rest-meant";
    private const string Quoted = "quoted", Key = "key", Section = "section";

    // Improper handling of values: the protection that was asked for is not there.
    private const int ProtectionFailure = 693;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Setting that systemd skips",
        Description = "systemd skips names that it does not know in lists, values that it cannot read, and settings that are "
            + "misspelt or stand in the wrong section; it says so in the log at most, and starts the service without the "
            + "protection.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 4.3,
        Cwes = [ProtectionFailure],
        Fix = FixApplicability.Unsafe,
        ReferenceUri = "https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html",
        CreateMessages = () => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            [Word] = "systemd skips '{0}', which it does not know, in '{1}'.",
            [Meant] = "systemd skips '{0}', which it does not know, in '{1}'; '{2}' is meant.",
            [Rest] = "systemd skips '{0}', which it does not know, and the rest of this line of '{1}'.",
            [RestMeant] = "systemd skips '{0}', which it does not know, and the rest of this line of '{1}'; '{2}' is meant.",
            [Quoted] = "systemd takes the quotes of '{0}' for a part of the names in '{1}', and skips them.",
            [Key] = "systemd does not know a setting '{0}' and skips it; the name is '{1}'.",
            [Section] = "systemd skips '{0}' in the section '{1}'; it belongs into '{2}'.",
            [UnitMessages.Ignored] = "systemd cannot read the value '{0}' and ignores this line of '{1}'.",
            [UnitMessages.Comment] = "systemd has no comments behind a value: it takes '{0}' for a part of '{1}'.",
        }),
    };

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        if (!context.IsHardeningJudged)
        {
            return;
        }

        foreach (var tree in context.Unit.Files.All)
        {
            foreach (var section in tree.Root.Sections)
            {
                foreach (var directive in section.Directives)
                {
                    CheckPlace(context, section.Name, directive);
                }
            }
        }

        CheckLists(context);
        CheckIgnored(context);
    }

    private static void CheckPlace(UnitRuleContext context, string section, DirectiveSyntax directive)
    {
        var known = SilentTypoNames.FindSetting(directive.Key);
        var start = directive.FirstToken.Span.Start;
        var location = new Location(directive.Tree.File, new TextSpan(start, directive.Key.Length));
        if (known is null || directive.Tree.File.Content.AsSpan(start, directive.Key.Length) is var text
            && !text.SequenceEqual(directive.Key))
        {
            return;
        }

        var path = DirectiveId.Of(context.Unit.Name.Text, section, directive.Key);
        if (section == UnitSections.Service && known != directive.Key)
        {
            context.Report(
                Key, location, path, [directive.Key, known], Replace(location, known, $"Rename {directive.Key} to {known}"));
        }
        else if (section is UnitSections.Unit or "Install" && known == directive.Key)
        {
            context.Report(Section, location, path, [directive.Key, section, UnitSections.Service]);
        }
    }

    private static void CheckLists(UnitRuleContext context)
    {
        foreach (var key in SilentTypoNames.Lists)
        {
            foreach (var assignment in context.Unit.GetAssignments(UnitSections.Service, key))
            {
                CheckList(context, key, assignment);
            }
        }
    }

    private static void CheckList(UnitRuleContext context, string key, UnitAssignment assignment)
    {
        if (InlineComment.Find(assignment.Value) is >= 0 and var mark)
        {
            Report(UnitMessages.Comment, assignment.Location, assignment.Value[mark..]);
            return;
        }

        if (SilentTypoNames.IsWholeValue(key, assignment.Value))
        {
            return;
        }

        var words = SilentTypoNames.Words(assignment).ToList();
        foreach (var word in words)
        {
            var skipsRest = word != words[^1] && SilentTypoNames.SkipsRest(key, context.Unit.SystemdVersion);
            var location = new Location(assignment.File, word.Span);
            var raw = assignment.File.Content[word.Span.Start..word.Span.End];
            if (key == "SystemCallFilter" && raw.AsSpan().ContainsAny('"', '\''))
            {
                Report(Quoted, location, raw);
            }
            else if (!SilentTypoNames.IsKnown(key, word.Text, context.Unit.SystemdVersion))
            {
                if (SilentTypoNames.Correct(key, word.Text, context.Unit.SystemdVersion) is { } meant)
                {
                    // In a list of what is allowed, the name that is meant lets the service do more than it does now: that is for
                    // people to say.
                    var applicability = assignment.Value is ['~', ..] ? FixApplicability.Unsafe : FixApplicability.Suggested;
                    var fix = Replace(location, meant, $"Write {meant}", applicability);
                    var message = skipsRest ? RestMeant : Meant;
                    context.Report(message, location, PathOf(word.Text), [UnitRuleContext.Shown(word.Text), key, meant], fix);
                }
                else
                {
                    Report(skipsRest ? Rest : Word, location, word.Text);
                }
            }
        }

        DirectiveId PathOf(string word) => context.SettingOf(key, UnitRuleContext.Shown(word));
        void Report(string message, Location location, string word) =>
            context.Report(message, location, PathOf(word), [UnitRuleContext.Shown(word), key]);
    }

    // A line without effect behind or before a good value. Where the value is bad, the rule about the row reports the line.
    private static void CheckIgnored(UnitRuleContext context)
    {
        var reported = new HashSet<UnitAssignment>();
        foreach (var check in SecurityTable.Checks)
        {
            if (check.Topic is not (SecurityTopic.Switch or SecurityTopic.Namespace)
                && !SilentTypoNames.Scalars.Contains(check.JsonField))
            {
                continue;
            }

            var verdict = context.Unit.Judge(check.JsonField);
            if (verdict is { IsImplied: false, Badness: not null, Assignments: [.., var last] }
                && last != verdict.Cause
                && (verdict.Badness == 0 || RowTable.ProfileOf(check.JsonField) > context.Profile)
                && reported.Add(last))
            {
                var message = InlineComment.Find(last.Value) >= 0 ? UnitMessages.Comment : UnitMessages.Ignored;
                context.Report(
                    message, last.Location, context.SettingOf(last.Key), [UnitRuleContext.Shown(last.Value), last.Key]);
            }
        }
    }

    // Unsafe: what was skipped comes into force.
    private static CodeFix? Replace(
        Location location, string text, string title,
        FixApplicability applicability = FixApplicability.Unsafe) => location.File.RoundTrips
        ? new CodeFix(title, applicability, [new FileEdit(location.File, [new TextChange(location.Span, text)])])
        : null;
}
