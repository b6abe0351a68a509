using ExsLint.Reporting.Markdown;

namespace ExsLint.Tests.Reporting;

/// <summary>Plain text of rule pages.</summary>
public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("# Title\n\nText.\n", "Title\n\nText.\n")]
    [InlineData("See [the manual](https://example.org/a) and `code`.", "See the manual (https://example.org/a) and code.\n")]
    [InlineData("**Bold** and <https://example.org>", "Bold and https://example.org\n")]
    [InlineData("```elixir file=a.exs\n# not a title\n[x](y)\n```\nText", "    # not a title\n    [x](y)\nText\n")]
    [InlineData("a [b] c", "a [b] c\n")]
    [InlineData("no end [b](c", "no end [b](c\n")]
    [InlineData("", "\n")]
    public void Marks_go_and_words_stay(string markdown, string expected) =>
        Assert.Equal(expected, MarkdownText.ToPlain(markdown));
}
