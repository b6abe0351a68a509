using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Quoted;
using ExsLint.Text;

namespace ExsLint.Tests.Syntax.Elixir;

public sealed class ElixirDialectTests
{
    [Theory]
    [InlineData("1.14", ElixirDialect.Elixir114)]
    [InlineData("1.14.5", ElixirDialect.Elixir114)]
    [InlineData("1.16", ElixirDialect.Elixir115)]
    [InlineData("1.17", ElixirDialect.Elixir117)]
    [InlineData("1.18.4", ElixirDialect.Elixir118)]
    [InlineData("1.19", ElixirDialect.Elixir119)]
    [InlineData("1.20.3", ElixirDialect.Elixir120)]
    [InlineData("1.31", ElixirDialect.Latest)]
    [InlineData("latest", ElixirDialect.Latest)]
    public void Versions_name_their_dialect(string name, ElixirDialect expected)
    {
        Assert.True(ElixirDialectNames.TryParse(name, out var dialect));
        Assert.Equal(expected, dialect);
    }

    [Theory]
    [InlineData("1.13")]
    [InlineData("2.0")]
    [InlineData("1")]
    [InlineData("1.x")]
    [InlineData("")]
    public void Other_names_are_refused(string name) => Assert.False(ElixirDialectNames.TryParse(name, out _));

    [Theory]
    [InlineData("!a", ElixirDialect.Elixir114, """{"t":[{"a":"__block__"},[],[{"t":[{"a":"!"},[],[{"t":[{"a":"a"},[],{"a":"nil"}]}]]}]]}""")]
    [InlineData("!a", ElixirDialect.Elixir115, """{"t":[{"a":"!"},[],[{"t":[{"a":"a"},[],{"a":"nil"}]}]]}""")]
    [InlineData("...", ElixirDialect.Elixir115, """{"t":[{"a":"..."},[],{"a":"nil"}]}""")]
    [InlineData("...", ElixirDialect.Elixir117, """{"t":[{"a":"..."},[],[]]}""")]
    [InlineData("a -(b)", ElixirDialect.Elixir115, """{"t":[{"a":"-"},[],[{"t":[{"a":"a"},[],{"a":"nil"}]},{"t":[{"a":"b"},[],{"a":"nil"}]}]]}""")]
    [InlineData("a -(b)", ElixirDialect.Elixir117, """{"t":[{"a":"a"},[],[{"t":[{"a":"-"},[],[{"t":[{"a":"b"},[],{"a":"nil"}]}]]}]]}""")]
    [InlineData("~HTML(a)", ElixirDialect.Elixir114, null)]
    [InlineData("~HTML(a)", ElixirDialect.Elixir115, """{"t":[{"a":"sigil_HTML"},[],[{"t":[{"a":"<<>>"},[],[{"s":"a"}]]},[]]]}""")]
    [InlineData("\"\\x4\"", ElixirDialect.Elixir117, """{"s":"\u0004"}""")]
    [InlineData("\"\\x4\"", ElixirDialect.Elixir120, null)]
    public void Versions_read_the_same_text_in_their_own_way(string source, ElixirDialect dialect, string? expected)
    {
        var tree = ElixirParser.Parse(SourceFile.FromString("a.exs", source), dialect);
        Assert.Equal(expected, tree.Diagnostics.IsEmpty ? QuotedForm.Write(tree, dialect) : null);
    }

    [Theory]
    [InlineData("a = 1\n", "{\"path\":\"x \\\"y\\\"\",\"ok\":true,\"ast\":{\"t\":[{\"a\":\"=\"},[],[{\"t\":[{\"a\":\"a\"},[],{\"a\":\"nil\"}]},{\"i\":\"1\"}]]}}\n")]
    [InlineData(
        "a\nb = ]\n",
        "{\"path\":\"x \\\"y\\\"\",\"ok\":false,\"error\":{\"line\":2,\"column\":5,\"message\":\"Unexpected ']': nothing stands "
            + "to the right of '=' before it.\"}}\n")]
    [InlineData("", "{\"path\":\"x \\\"y\\\"\",\"ok\":true,\"ast\":{\"t\":[{\"a\":\"__block__\"},[],[]]}}\n")]
    public void A_line_says_the_path_and_the_term_or_the_first_error(string source, string expected)
    {
        using var writer = new StringWriter();
        QuotedForm.WriteLine(writer, "x \"y\"", ElixirParser.Parse(SourceFile.FromString("a.exs", source)), ElixirDialect.Latest);
        Assert.Equal(expected, writer.ToString());
    }
}
