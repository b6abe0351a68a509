using ExsLint.Analysis;
using ExsLint.Edits;
using ExsLint.Reporting;
using ExsLint.Rules;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Tests.Reporting.Sarif;

/// <summary>Results of analyses that use all that a report can show.</summary>
internal static class SarifSamples
{
    private const string Content = """
        import Config

        config :pleroma, Pleroma.Web.Endpoint,
          url: [host: "example.org"],
          secret_key_base: "hunter two",
          secure_cookie_flag: false

        """;

    public static ReportOptions Options { get; } = new()
    {
        Rules = [Findings.Rule with { Id = "other-rule", SecuritySeverity = null, Cwes = [], Level = DiagnosticLevel.Warning },
            Findings.Rule],
        ToolVersion = "1.2.3",
        ProjectUrl = "https://example.org/exslint",
        Category = "nightly",
        Revision = new SourceRevision(new Uri("https://example.org/acme/app"), new string('a', 40), "main"),
    };

    public static LintResult Empty() => new([], [], []);

    /// <summary>Findings of every level, with and without fixes and related locations, and notifications.</summary>
    public static LintResult Full()
    {
        var file = SourceFile.FromString("config/prod secret.exs", Content);
        var call = Span("config :pleroma");
        var value = new TextSpan(Span("flag: false").End - 5, 5);
        var related = new RelatedLocation(new Location(file, call), "The call [that] holds it.");
        var bad = Findings.At(file, value) with
        {
            RelatedLocations = [related, related with { Message = "What it overrides." }],
            Fix = new CodeFix(
                "Set secure_cookie_flag to true", FixApplicability.Safe, [new FileEdit(file, [new TextChange(value, "true")])]),
        };
        var missing = Findings.At(file, new TextSpan(0, 0)) with
        {
            Level = DiagnosticLevel.Warning,
            MessageId = "missing",
            Arguments = [],
            Fix = new CodeFix(
                "Remove it", FixApplicability.Unsafe,
                [new FileEdit(file, [new TextChange(Span("  url: [host: \"example.org\"],\n"), "")])]),
        };
        var secret = Findings.At(file, Span("\"hunter two\"")) with
        {
            Level = DiagnosticLevel.Note,
            Arguments = ["a literal"],
            Fix = new CodeFix(
                "Put it back", FixApplicability.Suggested,
                [new FileEdit(file, [new TextChange(call, "secret: \"hunter two\"")])]),
        };
        return new LintResult(
            [missing, secret, bad],
            [file],
            [
                new Notification(DiagnosticLevel.Warning, "The file could not be read.", "config/dev.exs"),
                new Notification(DiagnosticLevel.Error, "The file 'x' could not be read.", null),
            ]);
    }

    /// <summary>The same, one finding suppressed and one known to the baseline.</summary>
    public static LintResult WithSuppressedAndBaselined()
    {
        var full = Full();
        return full with
        {
            Diagnostics = [full.Diagnostics[2]],
            Suppressed = [new SuppressedDiagnostic(full.Diagnostics[0], new Location(full.Files[0], Span("import Config")))],
            Baselined = [full.Diagnostics[1]],
        };
    }

    private static TextSpan Span(string text) =>
        new(Content.IndexOf(text, StringComparison.Ordinal), text.Length);
}
