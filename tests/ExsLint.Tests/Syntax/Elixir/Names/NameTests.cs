using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Syntax.Elixir.Quoted;
using ExsLint.Text;

namespace ExsLint.Tests.Syntax.Elixir.Names;

public sealed class NameTests
{
    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("e\u0301", "é")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("a\u0307\u0323", "ạ\u0307")]
    [InlineData("\u01D5", "\u01D5")]
    [InlineData("u\u0308\u0304", "\u01D6")]
    [InlineData("\u00B5s", "\u03BCs")]
    [InlineData("か\u3099", "が")]
    [InlineData("\u0995\u09CB", "\u0995\u09C7\u09BE")]
    public void However_a_name_is_typed_it_is_one_atom(string written, string expected)
    {
        Assert.Equal(expected, NameOf(written));
        Assert.Equal(expected, NameOf(expected));
    }

    [Theory]
    [InlineData("аbc", ElixirDialect.Elixir114, "1:1 The name 'аbc' mixes scripts: Cyrillic, Latin.")]
    [InlineData("аbc", ElixirDialect.Latest, "1:1 The name 'аbc' mixes scripts: Cyrillic, Latin.")]
    [InlineData("a_б", ElixirDialect.Elixir117, "1:1 The name 'a_б' mixes scripts: Latin, Cyrillic.")]
    [InlineData("a_б", ElixirDialect.Elixir118, null)]
    [InlineData("aか", ElixirDialect.Elixir117, null)]
    [InlineData("aか", ElixirDialect.Elixir118, "1:1 The name 'aか' mixes scripts: Latin, Hiragana.")]
    [InlineData("かカ漢", ElixirDialect.Latest, null)]
    [InlineData("x = :ŏ", ElixirDialect.Elixir118, null)]
    [InlineData("x = :ŏ", ElixirDialect.Elixir119, "1:6 Unexpected 'ŏ' (U+014F), which cannot stand here in a name.")]
    [InlineData("f(Éa)", ElixirDialect.Latest, "1:3 The alias 'Éa' may hold only ASCII letters, digits and underscores.")]
    [InlineData("f(Aé)", ElixirDialect.Latest, "1:4 The alias 'Aé' may hold only ASCII letters, digits and underscores.")]
    [InlineData("f(a@b)", ElixirDialect.Latest, "1:4 The name 'a@b' holds '@', which only atoms and keys may.")]
    [InlineData(
        "a\u00A0b", ElixirDialect.Latest,
        "1:2 Unexpected character U+00A0: it is a space that does not break lines; write a plain one.")]
    [InlineData("aŏb", ElixirDialect.Latest, "1:2 Unexpected 'ŏ' (U+014F), which cannot stand here in a name.")]
    [InlineData(":\U0001F600", ElixirDialect.Latest, "1:2 Unexpected character U+1F600.")]
    [InlineData("# \u2028", ElixirDialect.Elixir118, null)]
    [InlineData("# \u2028", ElixirDialect.Elixir119, "1:3 The comment holds U+2028, which some editors show as a line end.")]
    [InlineData("\"\u2028\"", ElixirDialect.Elixir119, null)]
    [InlineData("\"\u2028\"", ElixirDialect.Elixir120, "1:2 The string holds U+2028, which some editors show as a line end.")]
    [InlineData(
        "\"\\\u202E\"", ElixirDialect.Elixir114, "1:3 The string holds U+202E, which reorders the text around it on a screen.")]
    [InlineData("(a\n;)", ElixirDialect.Elixir115, "2:1 Unexpected ';': before Elixir 1.17 none can start the line of ')'.")]
    [InlineData("(a\n;)", ElixirDialect.Elixir117, null)]
    [InlineData("&1.5", ElixirDialect.Elixir114, null)]
    [InlineData("% {}.A{}", ElixirDialect.Elixir114, null)]
    [InlineData(
        "a\n% \t{b: 1}", ElixirDialect.Elixir115, "2:1 A map is written %{..}, without a space behind the percent sign.")]
    [InlineData("% A{}", ElixirDialect.Latest, null)]
    [InlineData("~AB(c)", ElixirDialect.Elixir114, "1:3 The name of a sigil is one letter; 'B' cannot follow ~A.")]
    [InlineData("~aB(c)", ElixirDialect.Elixir115, null)]
    [InlineData(
        "~aB(c)", ElixirDialect.Elixir117,
        "1:3 The name of a sigil is one lower-case letter, or an upper-case letter that upper-case letters and digits may "
            + "follow; 'B' cannot follow ~a.")]
    [InlineData("~A1(c)", ElixirDialect.Elixir117, null)]
    public void Dialects_refuse_what_their_version_does_where_it_stands(string text, ElixirDialect dialect, string? expected)
    {
        var tree = ElixirParser.Parse(SourceFile.FromString("a.exs", text), dialect);
        var first = tree.Diagnostics.FirstOrDefault(diagnostic => diagnostic.IsError);
        var position = first is null ? default : tree.File.Lines.GetPosition(first.Span.Start);
        Assert.Equal(expected, first is null ? null : $"{position.Line + 1}:{position.Character + 1} {first.Message}");
    }

    [Theory]
    [InlineData("a.\"b\\nc\"", ElixirDialect.Elixir117, "b\\\\nc")]
    [InlineData("a.\"b\\nc\"", ElixirDialect.Elixir118, "b\\nc")]
    public void Escapes_in_quoted_calls_stand_as_written_until_1_17(string text, ElixirDialect dialect, string expected)
    {
        var tree = ElixirParser.Parse(SourceFile.FromString("a.exs", text), dialect);
        Assert.Contains($"{{\"a\":\"{expected}\"}}", QuotedForm.Write(tree, dialect), StringComparison.Ordinal);
    }

    [Fact]
    public void The_length_of_a_name_is_counted_in_characters_and_between_quotes_in_bytes()
    {
        var letters = string.Concat(Enumerable.Repeat("é", 255));
        Assert.Empty(ElixirParser.Parse(SourceFile.FromString("a.exs", ":" + letters)).Diagnostics);
        Assert.NotEmpty(ElixirParser.Parse(SourceFile.FromString("a.exs", ":" + letters + "a")).Diagnostics);
        Assert.NotEmpty(ElixirParser.Parse(SourceFile.FromString("a.exs", $":\"{letters}\"")).Diagnostics);
        Assert.Empty(ElixirParser.Parse(SourceFile.FromString("a.exs", $":\"{letters[..127]}a\"")).Diagnostics);
    }

    private static string NameOf(string written)
    {
        var tree = ElixirParser.Parse(SourceFile.FromString("a.exs", written), ElixirDialect.Elixir114);
        return tree.Root.Body.Expressions is [IdentifierSyntax name]
            ? name.Name
            : LiteralValue.GetAtomName(
                (LiteralSyntax)ElixirParser.Parse(
                    SourceFile.FromString("a.exs", ":" + written), ElixirDialect.Elixir114).Root.Body.Expressions[0]);
    }
}
