using System.Collections.Immutable;
using ExsLint.Rules;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Tests.Reporting;

/// <summary>Findings to report, made up.</summary>
internal static class Findings
{
    /// <summary>A rule with all that a rule can have.</summary>
    public static RuleDescriptor Rule { get; } = new()
    {
        Id = "test-rule",
        Title = "Setting is bad",
        Description = "The setting leaves the service open.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 7.5,
        Cwes = [79, 614],
        ReferenceUri = "https://example.org/reference",
        Messages = ImmutableSortedDictionary<string, string>.Empty
            .Add("bad", "The value '{0}' is bad.")
            .Add("missing", "The setting is missing."),
    };

    /// <summary>A finding at the text between <c>[|</c> and <c>|]</c>, whose argument is that text.</summary>
    public static Diagnostic At(string path, string marked)
    {
        var (content, span) = Unmark(marked);
        return At(SourceFile.FromString(path, content), span);
    }

    /// <summary>A finding at a span of a file.</summary>
    public static Diagnostic At(SourceFile file, TextSpan span) => new()
    {
        Rule = Rule,
        Level = Rule.Level,
        MessageId = "bad",
        Arguments = [file.Content.Substring(span.Start, span.Length)],
        Location = new Location(file, span),
        Setting = new ConfigSettingId("app.key"),
    };

    /// <summary>Takes the marks out of a text.</summary>
    public static (string Content, TextSpan Span) Unmark(string marked)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        return (marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal),
            TextSpan.FromBounds(start, end));
    }
}
