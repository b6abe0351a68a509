using System.Text;
using ExsLint.Reporting.Layout;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Tests.Reporting.Layout;

/// <summary>Columns, line breaks, and pages.</summary>
public sealed class LayoutTests
{
    [Theory]
    [InlineData("a", 1)]
    [InlineData("é", 1)]
    [InlineData("\u0301", 0)]
    [InlineData("\u10FF", 1)]
    [InlineData("\u1100", 2)]
    [InlineData("\u115F", 2)]
    [InlineData("\u1160", 1)]
    [InlineData("日", 2)]
    [InlineData("한", 2)]
    [InlineData("😀", 2)]
    [InlineData("𠀀", 2)]
    [InlineData("\u2028", 1)]
    public void Wide_characters_have_two_columns_and_combining_ones_none(string text, int width) =>
        Assert.Equal(width, CharacterWidth.Of(text.EnumerateRunes().Single()));

    [Fact]
    public void A_wide_character_that_is_cut_in_two_leaves_a_space()
    {
        var line = DisplayLine.Marked(new string('日', 30) + "x", "FOUND", new string('y', 100), 40);
        Assert.Equal(40, CharacterWidth.Of(line.Text));
        Assert.Equal(
            "FOUND", string.Concat(line.Text.EnumerateRunes().SelectMany(Columns).Skip(line.MarkStart).Take(line.MarkLength)));
    }

    [Fact]
    public void Text_is_broken_at_spaces_and_hangs()
    {
        var output = new StringWriter();
        new WrappedText(new PlainOutput(output, 40))
            .Add("Fix:", TextRole.Heading).Add(" Write it with")
            .Add(" some_long_word_that_does_not_fit_at_all_here", TextRole.Code).Add(", then stop.")
            .Write(indent: 2, hang: 2);
        Assert.Equal(
            """
              Fix: Write it with
                some_long_word_that_does_not_fit_at_all_here,
                then stop.

            """,
            output.ToString());
    }

    [Fact]
    public void Text_of_one_role_goes_out_in_one_piece()
    {
        var output = new RoleOutput();
        new WrappedText(output).Add("one two", TextRole.Strong).Add(" three").Add(" four").Write();
        Assert.Equal("<Strong>one two</> three four\n", output.ToString());
    }

    [Fact]
    public void A_page_reads_like_this()
    {
        var output = new StringWriter();
        MarkdownLayout.Write(RulePage.Read("akkoma-sts")!, new PlainOutput(output, 90));
        Verifier.Match(output.ToString());
    }

    [Fact]
    public void Headings_code_links_and_emphasis_have_roles()
    {
        var output = new RoleOutput();
        MarkdownLayout.Write(
            "# Title\n\nA `b c` is **bad**, see <https://a.b> or [`d`](https://e.f) and [g](h.md).\n\n```elixir\nx\n```\n",
            output);
        Assert.Equal(
            """
            <Heading>Title</>

            A <Code>b c</> is <Strong>bad</>, see <Link>https://a.b</> or <Code>d</> (<Link>https://e.f</>) and g.

                <Code>x</>

            """,
            output.ToString());
    }

    [Theory]
    [InlineData("a * b", "a * b\n")]
    [InlineData("`a", "`a\n")]
    [InlineData("[a] (b)", "[a] (b)\n")]
    [InlineData("a < b", "a < b\n")]
    public void What_marks_nothing_stands_for_itself(string markdown, string expected)
    {
        var output = new RoleOutput();
        MarkdownLayout.Write(markdown, output);
        Assert.Equal(expected, output.ToString());
    }

    [Fact]
    public void Every_page_can_be_laid_out_within_the_width()
    {
        foreach (var rule in RuleCatalog.All)
        {
            var output = new RoleOutput();
            MarkdownLayout.Write(RulePage.Read(rule.Descriptor.Id)!, output);
            var prose = output.ToString().Split('\n').Where(line => !line.Contains("<Code>", StringComparison.Ordinal));
            Assert.DoesNotContain(
                prose, line => line.Contains("](", StringComparison.Ordinal) || line.Contains('`', StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Columns(Rune rune) =>
        CharacterWidth.Of(rune) == 2 ? [rune.ToString(), ""] : [rune.ToString()];

    /// <summary>Shows roles in the text.</summary>
    private sealed class RoleOutput() : StyledOutput(200)
    {
        private readonly StringBuilder _text = new();

        protected override void WriteText(string text, TextRole role) =>
            _text.Append(role == TextRole.Plain ? text : $"<{role}>{text}</>");

        public override void EndLine() => _text.Append('\n');

        public override string ToString() => _text.ToString();
    }
}
