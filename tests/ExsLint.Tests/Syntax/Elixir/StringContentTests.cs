using System.Text;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Text;

namespace ExsLint.Tests.Syntax.Elixir;

public sealed class StringContentTests
{
    [Theory]
    [InlineData("\"a\\tb\\u{e9}\\x41\\\"\"", "a\tb\u00E9A\"")]
    [InlineData("\"a\\\nb\"", "ab")]
    [InlineData("\"\\N\\é\"", "Né")]
    [InlineData("\"\"\"\n  a\n    b\n   c\n  \"\"\"", "a\n  b\n c\n")]
    [InlineData("\"\"\"\n  a\\\n  b\n  \"\"\"", "ab\n")]
    [InlineData("\"\"\"\n a\n  \"\"\"", "a\n")]
    [InlineData("\"\"\"\r\n  a\r\n  \"\"\"", "a\r\n")]
    [InlineData("\"\"\"\na \\\"\"\" \"\"\" b\n\"\"\"", "a \"\"\" \"\"\" b\n")]
    [InlineData("~S(\\\\)", "\\\\")]
    [InlineData("~S(a\\)b\\n)", "a)b\\n")]
    [InlineData("~s(a\\nb)", "a\\nb")]
    [InlineData("~s'''\n  a\\nb\n  '''", "a\\nb\n")]
    [InlineData(":\"a b\"", "a b")]
    [InlineData("\"\"", "")]
    [InlineData("~w()", "")]
    public void Text_between_quotes_has_the_value_that_Elixir_s_tree_has(string source, string expected) =>
        Assert.Equal(expected, StringContent.GetText(Literal(source)));

    [Theory]
    [InlineData("~s(a\\nb\\)c)", "a\nb)c")]
    [InlineData("~S(a\\nb)", "a\\nb")]
    [InlineData("~s'''\n  a\\\n  b\n  '''", "ab\n")]
    public void Lower_case_sigils_unescape_when_they_are_folded(string source, string expected) =>
        Assert.Equal(expected, StringContent.GetText(Literal(source), unescapeSigil: true));

    [Fact]
    public void Bytes_that_are_no_text_are_kept()
    {
        var segment = Assert.Single(StringContent.GetSegments(Literal("\"a\\xff\"")));
        Assert.Equal<byte>([(byte)'a', 0xFF], segment.Utf8!.Value);
        Assert.Null(StringContent.GetText(Literal("\"a\\xff\"")));
    }

    [Fact]
    public void A_heredoc_that_starts_with_an_interpolation_has_empty_text_before_it()
    {
        var segments = StringContent.GetSegments(Literal("\"\"\"\n  #{a}\n  b\n  \"\"\""));
        Assert.Equal(["", "#{a}", "\nb\n"], segments.Select(Show));
    }

    [Fact]
    public void Segments_alternate_as_written() =>
        Assert.Equal(["#{a}", "b", "#{c}", "#{d}"], StringContent.GetSegments(Literal("\"#{a}b#{c}#{d}\"")).Select(Show));

    [Theory]
    [InlineData("~w(a b)a", "w", "a")]
    [InlineData("~HTML\"\"\"\nx\n  \"\"\"ab1", "HTML", "ab1")]
    [InlineData("~r/a/", "r", "")]
    public void Sigils_have_a_name_and_modifiers(string source, string name, string modifiers)
    {
        Assert.Equal(name, StringContent.GetSigilName(Literal(source)));
        Assert.Equal(modifiers, StringContent.GetSigilModifiers(Literal(source)));
    }

    private static string Show(StringSegment segment) =>
        segment.Interpolation?.ToString() ?? Encoding.UTF8.GetString(segment.Utf8!.Value.AsSpan());

    private static StringLiteralSyntax Literal(string source)
    {
        var tree = ElixirParser.Parse(SourceFile.FromString("a.exs", source));
        Assert.Empty(tree.Diagnostics);
        return Assert.IsType<StringLiteralSyntax>(Assert.Single(tree.Root.Body.Expressions));
    }
}
