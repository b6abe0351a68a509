using System.Text;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Syntax.Elixir.Quoted;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;

namespace ExsLint.Tests.Syntax.Elixir;

/// <summary>
/// Text that no person wrote must neither crash nor hang; 100,000 of anything takes a moment. (That the work is linear, <see
/// cref="ElixirLinearityTests"/> counts; the limit only ends what hangs.)
/// </summary>
public sealed class ElixirRobustnessTests
{
    private const int Many = 100_000;

    public static TheoryData<string, string> Repeated => new()
    {
        { "(", "" },
        { "[", "" },
        { "{", "" },
        { "<<", "" },
        { "%{", "" },
        { "fn ", "" },
        { "f do ", "" },
        { "f(", "" },
        { "a[", "" },
        { "([{", "" },
        { "\"#{", "" },
        { "%", "" },
        { "%a{}", "" },
        { "a ", "" },
        { "f a: ", "" },
        { "[a,\nb ", "" },
        { "\nb [1, 2,", "" },
        { "\nf(a, do", "" },
        { "~s(", "" },
        { "\n\"", "" },
        { "\n~s(", "" },
        { "\n\"\"\"\nx", "" },
        { ")", "" },
        { "end ", "" },
        { ",", "" },
        { ";", "" },
        { "\0", "" },
        { ". ", "" },
        { "(a -> ", "" },
        { "not ", "a" },
        { "- ", "a" },
        { "@", "a" },
        { "&", "a" },
        { "a + ", "a" },
        { "a = ", "a" },
        { "a -> ", "a" },
        { "a in ", "a" },
        { "a not in ", "a" },
        { "a | ", "a" },
        { "a..", "a" },
        { "a.", "a" },
        { "A.", "A" },
        { "a |> f() \n", "a" },
        { "a; ", "a" },
        { "a\n", "a" },
        { "x - f do end * ", "a" },
    };

    public static TheoryData<string, string> Nested => new()
    {
        { "(", ")" },
        { "[", "]" },
        { "{", "}" },
        { "f(", ")" },
        { "%{a: ", "}" },
        { "fn -> ", " end" },
        { "f do ", " end" },
        { "a[", "]" },
        { "\"#{", "}\"" },
        { "[{(", ")}]" },
    };

    [Theory]
    [MemberData(nameof(Repeated))]
    public void Many_in_a_row_are_read(string piece, string last)
    {
        ArgumentNullException.ThrowIfNull(piece);
        Check(new StringBuilder().Insert(0, piece, Many).Append(last).ToString());
    }

    [Theory]
    [MemberData(nameof(Nested))]
    public void Deep_nesting_is_one_error_and_hides_nothing_behind_it(string open, string close)
    {
        var text = new StringBuilder().Insert(0, open, Many).Append('a').Insert(open.Length * Many + 1, close, Many)
            .Append("\nconfig :a, b: 1\n").ToString();
        var tree = Check(text);
        Assert.Contains("nested too deeply", Assert.Single(tree.Diagnostics).Message, StringComparison.Ordinal);
        Assert.Equal(2, tree.Root.Body.Expressions.Length);
        Assert.Equal("config :a, b: 1", tree.Root.Body.Expressions[1].ToString());
    }

    [Theory]
    [MemberData(nameof(Nested))]
    public void Nesting_of_a_thousand_levels_is_fine(string open, string close)
    {
        var text = new StringBuilder().Insert(0, open, 1_000).Append('a').Insert((open.Length * 1_000) + 1, close, 1_000)
            .ToString();
        Assert.Empty(Check(text).Diagnostics);
    }

    [Fact]
    public void Calls_without_parentheses_may_be_arguments_of_each_other() =>
        Assert.Empty(Check(new StringBuilder().Insert(0, "f ", 5_000).Append('a').ToString()).Diagnostics);

    [Theory]
    [InlineData("a")]
    [InlineData("\"")]
    [InlineData("(")]
    [InlineData("a b: ")]
    [InlineData("end ")]
    public void A_line_of_ten_megabytes_is_read(string piece) =>
        Assert.Equal(10_000_000 / piece.Length * piece.Length, ElixirParser.Parse(SourceFile.FromString(
            "long.exs", new StringBuilder().Insert(0, piece, 10_000_000 / piece.Length).ToString())).Root.FullSpan.Length);

    [Fact]
    public void Long_lists_are_read()
    {
        var tree = Check("[" + string.Join(", ", Enumerable.Repeat("a: {1, \"b\"}", Many)) + "]");
        Assert.Equal(Many, Assert.IsType<ListSyntax>(Assert.Single(tree.Root.Body.Expressions)).Elements.Length);
    }

    [Fact]
    public void Operators_associate_over_any_length()
    {
        var left = Check(new StringBuilder().Insert(0, "a - ", Many).Append('b').ToString());
        var right = Check(new StringBuilder().Insert(0, "a ++ ", Many).Append('b').ToString());
        Assert.Equal("b", Assert.IsType<BinaryOperatorSyntax>(Assert.Single(left.Root.Body.Expressions)).Right.ToString());
        Assert.Equal("a", Assert.IsType<BinaryOperatorSyntax>(Assert.Single(right.Root.Body.Expressions)).Left.ToString());
    }

    [Fact]
    public void Bytes_that_are_no_text_are_read()
    {
        var bytes = new byte[200_000];
        var state = 12345u;
        for (var i = 0; i < bytes.Length; i++)
        {
            state = (state * 1664525) + 1013904223;
            bytes[i] = (byte)(state >> 24);
        }

        var file = SourceFile.FromBytes("noise.exs", bytes);
        Assert.Equal(file.Content, ElixirParser.Parse(file).ToString());
    }

    private static ElixirSyntaxTree Check(string text)
    {
        var tree = HangGuard.Run(() => ElixirParser.Parse(SourceFile.FromString("many.exs", text)));
        HangGuard.Run(() => QuotedForm.WriteLine(TextWriter.Null, "many.exs", tree, ElixirDialect.Latest));
        Assert.Equal(text, tree.ToString());
        return tree;
    }
}
