using CsCheck;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Text;

namespace ExsLint.Tests.Syntax.Elixir;

public sealed class ElixirFidelityTests
{
    private static readonly string[] Pieces =
    [
        "a", "f ", "Foo", ".", "(", ")", "[", "]", "{", "}", "<<", ">>", " ", "\n", "\r\n", "\r", ";", ",", " do\n", "\nend",
        "fn ", "->",
        "|>", "+", " -", "@", "&", "&1", "%", "%{", "=>", "=", "not ", "!", "in ", "when ", "::", "..", "//", "\"", "#{", "~w(",
        "~S'''\n",
        "a: ", "\"a\": ", "1_000", "0x1F", "1.5e3", "?a", ":a", ":\"", "'", "\"\"\"\n", "\n\"\"\"", "else ", "# c\n", "\\\n",
        "\\", "\uFEFF",
        "\0", "é", "\u202E", "\uD83D\uDE00", "\uD83D", "config :a, b: 1\n", "~", "$", "<<<<<<< HEAD\n", "nil", "...", "<-",
        "rescue",
    ];

    private static readonly Gen<string> AnyText =
        Gen.OneOf(
            Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(indexes => string.Concat(indexes.Select(index => Pieces[index]))),
            Gen.String[0, 40]);

    [Fact]
    public void The_tree_of_any_text_gives_the_text_back() => AnyText.Sample(
        text => Assert.Equal(text, Parse(text).ToString()),
        iter: 20_000,
        seed: "0N0XIzNsQ0O2");

    [Fact]
    public void The_tree_of_any_truncated_text_gives_the_text_back()
    {
        for (var length = 0; length <= Sample.Length; length++)
        {
            var text = Sample[..length];
            Assert.Equal(text, Parse(text).ToString());
        }
    }

    [Fact]
    public void Children_lie_within_their_parent_in_order_and_know_it() => AnyText.Sample(
        text =>
        {
            foreach (var node in Parse(text).Root.DescendantNodesAndSelf())
            {
                var next = node.FirstTokenIndex;
                for (var i = 0; i < node.ChildCount; i++)
                {
                    var child = node.GetChild(i);
                    Assert.Same(node, child.Parent);
                    Assert.True(child.FirstTokenIndex >= next, $"{child.GetType().Name} overlaps what precedes it in '{text}'");
                    Assert.True(
                        child.LastTokenIndex <= node.LastTokenIndex, $"{child.GetType().Name} leaves its parent in '{text}'");
                    next = Math.Max(next, child.LastTokenIndex + 1);
                }
            }
        },
        iter: 10_000,
        seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Diagnostics_lie_within_the_text_in_order() => AnyText.Sample(
        text =>
        {
            var last = 0;
            foreach (var diagnostic in Parse(text).Diagnostics)
            {
                Assert.InRange(diagnostic.Span.Start, last, text.Length);
                Assert.InRange(diagnostic.Span.End, diagnostic.Span.Start, text.Length);
                last = diagnostic.Span.Start;
            }
        },
        iter: 10_000,
        seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Skipped_tokens_never_go_without_an_error() => AnyText.Sample(
        text =>
        {
            var tree = Parse(text);
            var skips = tree.Root.DescendantNodesAndSelf().Any(node => node is SkippedTokensSyntax);
            Assert.True(!skips || tree.Diagnostics.Any(diagnostic => diagnostic.IsError), $"'{text}' is skipped in silence");
        },
        iter: 10_000,
        seed: "0N0XIzNsQ0O2");

    [Fact]
    public void A_byte_order_mark_is_trivia_and_no_error()
    {
        var tree = Parse("\uFEFFa = 1\n");
        var diagnostic = Assert.Single(tree.Diagnostics);
        Assert.False(diagnostic.IsError);
        Assert.Equal(SyntaxTriviaKind.ByteOrderMark, tree.GetToken(0).LeadingTrivia.Single().Kind);
        Assert.IsType<BinaryOperatorSyntax>(Assert.Single(tree.Root.Body.Expressions));
    }

    [Fact]
    public void Comments_are_trivia_of_the_token_behind_them()
    {
        var tree = Parse("# one\na # two\n");
        Assert.Equal(["# one", "# two"], Enumerable.Range(0, tree.TokenCount).SelectMany(token => Comments(tree, token)));
        Assert.Equal(["# two"], Comments(tree, tree.TokenCount - 2));
    }

    private const string Sample = """
        import Config

        # endpoint
        config :my_app, MyApp.Endpoint,
          url: [host: System.get_env("HOST") || raise("no host"), port: 4_000],
          secret: "a#{b <> "c#{d}"}e\n",
          words: ~w(a b)a, text: ~S(\d), other: 'x'

        if config_env() == :prod do
          config :my_app, key: fn a, b when a > b -> {a, b, %{c | d: 1}} end
        else
          x = 
            '''
              one #{1}
            '''
        end

        """ + "\"\"\"\n  heredoc\n\"\"\" |> f(&1 + &2)[:a].b.(c)\r\n";

    private static ElixirSyntaxTree Parse(string text) => ElixirParser.Parse(SourceFile.FromString("config.exs", text));

    private static IEnumerable<string> Comments(ElixirSyntaxTree tree, int token) => tree.GetToken(token).LeadingTrivia
        .Where(trivia => trivia.Kind == SyntaxTriviaKind.Comment)
        .Select(trivia => tree.File.Content[trivia.Span.Start..trivia.Span.End]);
}
