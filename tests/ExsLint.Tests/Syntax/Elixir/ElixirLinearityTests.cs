using System.Text;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Scanner;
using ExsLint.Text;

namespace ExsLint.Tests.Syntax.Elixir;

/// <summary>Reading takes work in proportion to the text: counted, since a clock would tell of the machine.</summary>
public sealed class ElixirLinearityTests
{
    private const int Many = 3_000;

    // Operands read, and tokens looked at again to find out what is wrong and where to go on.
    private const int WorkPerToken = 12;

    [Theory]
    [MemberData(nameof(ElixirRobustnessTests.Repeated), MemberType = typeof(ElixirRobustnessTests))]
    public void Many_in_a_row_take_linear_work(string piece, string last) => AssertLinear(Repeat(piece, Many) + last);

    [Theory]
    [MemberData(nameof(ElixirRobustnessTests.Nested), MemberType = typeof(ElixirRobustnessTests))]
    public void Deep_nesting_takes_linear_work(string open, string close) =>
        AssertLinear(Repeat(open, Many) + "a" + Repeat(close, Many) + "\nconfig :a, b: 1\n");

    [Theory]
    [InlineData("a: {1, \"b\"}, ")]
    [InlineData("config :a, b: [1, 2\n")]
    [InlineData("config :a, b: 1,\n")]
    [InlineData("if a do\n  b = [1 2]\nend\n")]
    [InlineData("if a do\n  b = [1,\n  c d: 1\nend\n")]
    [InlineData("if a\n  b\nend\n")]
    [InlineData("end\n")]
    [InlineData("else\n")]
    [InlineData("  a: 1\n")]
    [InlineData("\"a\nb c\" d\n")]
    [InlineData("if a do\n  if b do\n    c\nend\n")]
    public void Many_mistakes_take_linear_work(string piece) => AssertLinear(Repeat(piece, Many));

    [Theory]
    [InlineData("if a do\n b = ]\n", "end\n")]
    [InlineData("if a do\n b [\n c\n", "end\n")]
    [InlineData("f do\n[\n", "]\nend\n")]
    [InlineData("f(fn -> [1 2]\n", "end)\n")]
    public void Mistakes_at_every_level_take_linear_work(string open, string close)
    {
        AssertLinear(Repeat(open, Many) + "a" + Repeat(close, Many));
    }

    private static string Repeat(string piece, int count) => new StringBuilder().Insert(0, piece, count).ToString();

    private static void AssertLinear(string text)
    {
        var file = SourceFile.FromString("many.exs", text);
        var scan = ElixirScanner.Scan(text, ElixirDialect.Latest);
        var (tree, grammar) = ElixirParser.ParseTokens(file, scan, ElixirDialect.Latest);
        Assert.Equal(text, tree.ToString());
        Assert.InRange(grammar.Work, 0, (WorkPerToken * (long)tree.TokenCount) + 100_000);
    }
}
