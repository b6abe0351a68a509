using System.Text;
using ExsLint.Syntax;
using ExsLint.Syntax.Systemd;
using ExsLint.Syntax.Systemd.Nodes;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;

namespace ExsLint.Tests.Syntax.Systemd;

public sealed class UnitParserTests
{
    [Fact]
    public void A_tree_gives_back_any_text_and_keeps_its_places_inside_it() => UnitGen.Noise.ForEach(8_000, text =>
    {
        var tree = Parse(text);

        Assert.Equal(text, tree.ToString());
        Assert.All(tree.Diagnostics, diagnostic => Assert.InRange(diagnostic.Span.End, 0, text.Length));
        foreach (var node in tree.Root.DescendantNodesAndSelf())
        {
            Assert.InRange(node.Span.Start, 0, text.Length);
            Assert.True(node is UnitFileSyntax || node.Parent is not null);
        }
    });

    [Fact]
    public void Trivia_and_tokens_together_are_the_text() => UnitGen.Noise.ForEach(3_000, text =>
    {
        var tree = Parse(text);
        var pieces = new StringBuilder();
        foreach (var token in tree.Root.DescendantTokens())
        {
            foreach (var trivia in token.LeadingTrivia)
            {
                Assert.NotEqual(SyntaxTriviaKind.Skipped, trivia.Kind);
                pieces.Append(text, trivia.Span.Start, trivia.Span.Length);
            }

            pieces.Append(token.Text);
        }

        Assert.Equal(text, pieces.ToString());
    });

    // Each case: a text, and all its directives as systemd 252 reads them, section first.
    [Theory]
    [InlineData("[S]\nA=1\nB = 2 \n", "S.A=1|S.B=2")]
    [InlineData("[S]\nA=1=2\n", "S.A=1=2")]
    [InlineData("[S]\nA=\n=b\n", "S.A=|S.=b")]
    [InlineData("[S]\n# A=1\n ; B=2\nC=3 # not a comment\n", "S.C=3 # not a comment")]
    [InlineData("[S]\nA=1 \\\n  2\n", "S.A=1    2")]
    [InlineData("[S]\nA=1\\\n# B=2 \\\n;\n2\nC=3\n", "S.A=1 2|S.C=3")]
    [InlineData("[S]\nA=1\\\n\nB=2\n", "S.A=1|S.B=2")]
    [InlineData("[S]\nA=1\\ \nB=2\n", "S.A=1\\|S.B=2")]
    [InlineData("[S]\nA=1\\\\\nB=2\n", "S.A=1\\\\|S.B=2")]
    [InlineData("[S]\nA=1\\\\\\\nB=2\n", "S.A=1\\\\ B=2")]
    [InlineData("[S]\nA=1 \\", "S.A=1")]
    [InlineData("[S]\nK\\\nA=1\n", "S.K A=1")]
    [InlineData("[U]\nA=1 \\\n[S]\nB=2\n", "U.A=1  [S]|U.B=2")]
    [InlineData("[S]\r\nA=1\rB=2\0C=3\n\rD=4", "S.A=1|S.B=2|S.C=3|S.D=4")]
    [InlineData("\uFEFF[S]\n\uFEFFA=1\n", "S.\uFEFFA=1")]
    [InlineData("[S]\n\uFEFFA=1\n", "S.A=1")]
    [InlineData("[S]\n\uFEFF# A=1\n", "S.# A=1")]
    [InlineData("[S]\nA=\u00A01\n", "S.A=\u00A01")]
    [InlineData("[S]\nA=1\u2028B=2\n", "S.A=1\u2028B=2")]
    [InlineData("  [S]  \n\tA\t=\t1\t\n", "S.A=1")]
    [InlineData("[A [B]]\nC=1\n", "A [B].C=1")]
    [InlineData("[Se\\\nr]\nC=1\n", "Se r.C=1")]
    public void Directives_are_read_as_systemd_reads_them(string text, string expected)
    {
        var directives = Parse(text).Root.Sections
            .SelectMany(section => section.Directives.Select(directive => $"{section.Name}.{directive.Key}={directive.Value}"));

        Assert.Equal(expected, string.Join('|', directives));
    }

    // Each case: a text, and its diagnostics: the text they point at, and whether systemd stops there.
    [Theory]
    [InlineData("[S] # x\nA=1\n", "[S] # x!")]
    [InlineData("[S\nA=1\n", "[S!")]
    [InlineData("[\n", "[!")]
    [InlineData("[S']\n", "[S']!")]
    [InlineData("[S\tT]\n", "[S\tT]!")]
    [InlineData("[S\\\n]\n", "")]
    [InlineData("[S\t\\\n]\n", "[S\t\\!")]
    [InlineData("A=1\n[S]\n", "A=1")]
    [InlineData("[S]\nno value\n[X-S]\nfree text\n", "no value")]
    [InlineData("free text\n", "free text")]
    [InlineData("[S]\nA=\uFDD0\n", "\uFDD0!")]
    [InlineData("[S]\n# \uFDD0\n", "")]
    [InlineData("[]\n[s]\n", "")]
    public void Diagnostics_say_where_systemd_stops_and_what_it_ignores(string text, string expected)
    {
        var found = Parse(text).Diagnostics
            .Select(diagnostic => text[diagnostic.Span.Start..diagnostic.Span.End] + (diagnostic.IsError ? "!" : ""));

        Assert.Equal(expected, string.Join('|', found));
    }

    [Fact]
    public void A_header_that_is_not_closed_still_names_its_section()
    {
        Assert.Equal("Service", Parse("[Service] # the server\n").Root.Sections[0].Name);
        Assert.Equal("Service", Parse("[Service\n").Root.Sections[0].Name);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_stop_systemd_outside_comments_only()
    {
        byte[] inComment = [.. "[S]\n# "u8, 0xE9, .. "\nA=1\n"u8];
        byte[] inValue = [.. "[S]\nA="u8, 0xE9, .. "\nB="u8, 0xE9];

        Assert.Empty(UnitParser.Parse(SourceFile.FromBytes("a.service", inComment)).Diagnostics);
        Assert.Equal(
            [6, 10],
            UnitParser.Parse(SourceFile.FromBytes("a.service", inValue)).Diagnostics.Select(diagnostic => diagnostic.Span.Start));
    }

    [Fact]
    public void A_line_of_a_mebibyte_stops_systemd()
    {
        var longest = "#" + new string('x', (1024 * 1024) - 2) + "\n";
        var half = new string('x', 512 * 1024);
        var euros = "[S]\n\nA=" + new string('€', 1024 * 1024 / 3) + "\n";

        Assert.Empty(Parse(longest).Diagnostics);
        Assert.True(Assert.Single(Parse("#" + longest).Diagnostics).IsError);
        Assert.Empty(Parse($"[S]\nA={half[..^3]}\\\n{half}\n").Diagnostics);
        Assert.Equal(512 * 1024 + 5, Assert.Single(Parse($"[S]\nA={half[..^3]}\\\n{half}x\n").Diagnostics).Span.Start);
        Assert.Equal(5, Assert.Single(Parse(euros).Diagnostics).Span.Start);
    }

    [Fact]
    public void Very_long_files_are_read_in_linear_time()
    {
        var text = "[S]\n" + string.Concat(Enumerable.Repeat("A=1 \\\n", 150_000)) + "\n"
            + string.Concat(Enumerable.Repeat("[T]\nB=[\\\\\n", 50_000));
        var tree = Parse(text);

        Assert.Equal(50_001, tree.Root.Sections.Length);
        Assert.Equal(text, tree.ToString());
    }

    private static UnitSyntaxTree Parse(string text) => UnitParser.Parse(SourceFile.FromString("a.service", text));
}
