using ExsLint.Analysis;
using ExsLint.Reporting.Full;
using ExsLint.Reporting.Json;
using ExsLint.Reporting.Layout;
using ExsLint.Reporting.Sarif;
using ExsLint.Tests.Reporting.Sarif;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Tests.Reporting;

/// <summary>Text that would take quadratic time, or a deep stack, if a report went about it the wrong way.</summary>
public sealed class HostileTextTests
{
    private const int Repetitions = 500_000;

    [LongTheory]
    [InlineData("\n")]
    [InlineData(" \n\t")]
    [InlineData("\"")]
    [InlineData("\"#{")]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("do ")]
    [InlineData("\"\"\"\n  \"\"\"  ")]
    [InlineData("~s(")]
    [InlineData("secret: \"a\"\n")]
    [InlineData("# secret a\n")]
    [InlineData("://")]
    [InlineData("a@b://c")]
    [InlineData("a0b1c2d3e4f5g6h7")]
    [InlineData("?")]
    [InlineData("\\")]
    [InlineData("[a](")]
    public void A_report_takes_time_that_grows_with_the_text(string piece)
    {
        foreach (var path in new[] { "a.exs", "a.service" })
        {
            var file = SourceFile.FromString(path, string.Concat(Enumerable.Repeat(piece, Repetitions)));
            var result = new LintResult([Findings.At(file, new TextSpan(0, 1))], [file], []);
            HangGuard.Run(() => SarifReport.Write(result, SarifSamples.Options, TextWriter.Null));
            HangGuard.Run(() => FullReport.Write(result, new PlainOutput(TextWriter.Null)));
            HangGuard.Run(() => JsonReport.Write(result, SarifSamples.Options, TextWriter.Null));
        }
    }
}
