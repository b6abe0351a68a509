using ExsLint.Analysis;
using ExsLint.Reporting;

namespace ExsLint.Tests.Reporting;

/// <summary>The sentences about what no rule judges.</summary>
public sealed class NotJudgedLinesTests
{
    private static readonly NotJudgedReason Dead = new("mix.exs names another folder", "mix.exs names other folders");

    [Fact]
    public void Things_of_one_reason_are_one_sentence_each_named_once() => Assert.Equal(
        ["not judged: shop, web (no rules for these applications)", "not judged: apps/old/config (mix.exs names another folder)"],
        Lines(
            Of("shop", NotJudgedReason.NoRules), Of("apps/old/config", Dead), Of("web", NotJudgedReason.NoRules),
            Of("shop", NotJudgedReason.NoRules)));

    [Fact]
    public void Units_are_counted()
    {
        Assert.Equal(
            ["not judged: 1 unit that does not run the Erlang VM; --profile strict judges it"],
            Lines(Of("a.service", NotJudgedReason.OtherService)));
        Assert.Equal(
            ["not judged: 2 units that do not run the Erlang VM; --profile strict judges them"],
            Lines(Of("a.service", NotJudgedReason.OtherService), Of("b.service", NotJudgedReason.OtherService)));
    }

    [Fact]
    public void A_name_stays_on_its_line_and_is_no_command_of_a_runner() => Assert.Equal(
        ["not judged: a\\nb#\\u0023[error]c (no rules for this application)"],
        Lines(Of("a\nb##[error]c", NotJudgedReason.NoRules)));

    private static NotJudged Of(string what, NotJudgedReason why) => new(what, why, null);

    private static IEnumerable<string> Lines(params NotJudged[] things) =>
        NotJudgedLines.Of(new LintResult([], [], []) { NotJudged = [.. things] });
}
