using System.Text;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Text;

namespace ExsLint.Tests.Syntax.Elixir;

/// <summary>
/// What a person reads about broken text: <c>broken.txt</c> holds a snippet, the line of its mistake and Elixir's own, and every
/// message with its place. ExsLint is never farther from the mistake than Elixir.
/// </summary>
public sealed class BrokenTextTests
{
    [Fact]
    public void Broken_text_is_explained_where_it_breaks_and_no_more_than_that_is_skipped()
    {
        var cases = BrokenText.Read();
        Assert.True(cases.Count >= 60);
        Assert.Equal(
            string.Concat(cases.Select(item => item.Expected)),
            string.Concat(cases.Select(item => Describe(item.Source, item.Header))));
    }

    [Fact]
    public void Broken_text_comes_back_whole()
    {
        foreach (var item in BrokenText.Read())
        {
            Assert.Equal(item.Source, Parse(item.Source).ToString());
        }
    }

    [Fact]
    public void A_map_s_key_without_an_arrow_is_reported_where_the_dialect_refuses_it() =>
        Assert.Equal(
            "Expected '=>' behind a key of the map, found '}'.",
            Assert.Single(ElixirParser.Parse(SourceFile.FromString("config.exs", "%{a b}\nd\n")).Diagnostics).Message);

    private static string Describe(string source, string header)
    {
        var tree = Parse(source);
        var text = new StringBuilder(header);
        foreach (var diagnostic in tree.Diagnostics)
        {
            text.Append("  ").Append(Place(tree, diagnostic.Span.Start)).Append(' ').Append(diagnostic.Message);
            if (diagnostic.Note is { } note)
            {
                text.Append(" | ").Append(Place(tree, note.Span.Start)).Append(' ').Append(note.Message);
            }

            text.Append('\n');
        }

        foreach (var skipped in tree.Root.DescendantNodesAndSelf().OfType<SkippedTokensSyntax>())
        {
            text.Append("  skipped ").Append(skipped.ToString().Replace('\n', '⏎').Replace('\r', '␍')).Append('\n');
        }

        return text.ToString();
    }

    private static string Place(SyntaxTree tree, int offset)
    {
        var position = tree.File.Lines.GetPosition(offset);
        return $"{position.Line + 1}:{position.Character + 1}";
    }

    private static ElixirSyntaxTree Parse(string source) =>
        ElixirParser.Parse(SourceFile.FromString("config.exs", source), ElixirDialect.Elixir114);
}
