using System.Globalization;
using System.Numerics;
using CsCheck;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Syntax.Elixir.Quoted;
using ExsLint.Text;

namespace ExsLint.Tests.Syntax.Elixir;

public sealed class LiteralValueTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("007", "7")]
    [InlineData("1_000", "1000")]
    [InlineData("0xfF", "255")]
    [InlineData("0xFFFFFFFFFFFFFFFFFF", "4722366482869645213695")]
    [InlineData("0b1_01", "5")]
    [InlineData("0o777", "511")]
    public void Integers_of_any_base_and_size_have_their_value(string source, string expected) =>
        Assert.Equal(BigInteger.Parse(expected, CultureInfo.InvariantCulture), LiteralValue.GetInteger(Literal(source)));

    [Theory]
    [InlineData("1.5e-3", 0.0015)]
    [InlineData("1_0.2_5E+1", 102.5)]
    public void Floats_have_their_value(string source, double expected) =>
        Assert.Equal(expected, LiteralValue.GetFloat(Literal(source)));

    [Theory]
    [InlineData("?a", 'a')]
    [InlineData("?\\n", '\n')]
    [InlineData("?\\s", ' ')]
    [InlineData("?\\\\", '\\')]
    [InlineData("? ", ' ')]
    [InlineData("?é", 0xE9)]
    [InlineData("?\U0001F600", 0x1F600)]
    public void Characters_are_their_code_point(string source, int expected) =>
        Assert.Equal(expected, LiteralValue.GetCharacter(Literal(source)));

    [Theory]
    [InlineData(":a", "a")]
    [InlineData(":a@b?", "a@b?")]
    [InlineData(":+", "+")]
    [InlineData(":::", "::")]
    [InlineData(":<<>>", "<<>>")]
    [InlineData("nil", "nil")]
    [InlineData(":µ", "μ")]
    public void Atoms_have_their_name(string source, string expected) =>
        Assert.Equal(expected, LiteralValue.GetAtomName(Literal(source)));

    [Theory]
    [InlineData("0.1e-9", "1.0e-10")]
    [InlineData("100000.0", "1.0e5")]
    [InlineData("123456.0", "123456.0")]
    [InlineData("0.001", "0.001")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("0.00012", "1.2e-4")]
    [InlineData("9007199254740991.0", "9007199254740991.0")]
    [InlineData("9007199254740992.0", "9.007199254740992e15")]
    [InlineData("0.0", "0.0")]
    public void Floats_are_spelled_as_Erlang_does(string source, string expected) =>
        Assert.Equal($"{{\"f\":\"{expected}\"}}", Quote(source));

    [Fact]
    public void Every_float_survives_its_spelling() => Gen.Double[0, 1e300].Sample(
        value =>
        {
            var json = Quote(value.ToString("0.0################e+0", CultureInfo.InvariantCulture));
            var spelled = json[(json.IndexOf(":\"", StringComparison.Ordinal) + 2)..json.LastIndexOf('"')];
            Assert.Equal(json, Quote(spelled));
        },
        iter: 2_000,
        seed: "0N0XIzNsQ0O2");

    private static string Quote(string source) =>
        QuotedForm.Write(ElixirParser.Parse(SourceFile.FromString("a.exs", source)), ElixirDialect.Latest);

    private static LiteralSyntax Literal(string source)
    {
        var tree = ElixirParser.Parse(SourceFile.FromString("a.exs", source));
        Assert.Empty(tree.Diagnostics);
        return Assert.IsType<LiteralSyntax>(Assert.Single(tree.Root.Body.Expressions));
    }
}
