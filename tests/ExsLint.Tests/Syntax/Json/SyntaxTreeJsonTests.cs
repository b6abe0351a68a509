using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Json;
using ExsLint.Syntax.Systemd;
using ExsLint.Tests.Syntax.Elixir;
using ExsLint.Text;

namespace ExsLint.Tests.Syntax.Json;

/// <summary>The tree as JSON holds everything: its nodes, and every character of the text.</summary>
public sealed class SyntaxTreeJsonTests
{
    public static TheoryData<string> Nodes =>
        [.. typeof(SyntaxNode).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SyntaxNode)) && !type.IsAbstract)
            .Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Nodes))]
    public void Every_node_is_called_like_its_class(string name)
    {
        var type = typeof(SyntaxNode).Assembly.GetType(name)!;
        Assert.Equal(type.Name, NodeKinds.Of((SyntaxNode)RuntimeHelpers.GetUninitializedObject(type)) + "Syntax");
    }

    [Fact]
    public void A_tree_is_one_line() => Assert.Equal(
        """
        {"path":"a b.exs","language":"elixir","ok":true,"errors":[],"root":{"kind":"CompilationUnit","offset":0,"length":11,"children":[{"kind":"Body","offset":0,"length":11,"children":[{"kind":"Call","offset":0,"length":6,"children":[{"kind":"Identifier","offset":0,"length":1,"children":[{"token":"Identifier","offset":0,"length":1,"line":1,"column":1,"text":"f","leading":[]}]},{"kind":"KeywordList","offset":2,"length":4,"children":[{"kind":"KeywordPair","offset":2,"length":4,"children":[{"token":"KeywordIdentifier","offset":2,"length":2,"line":1,"column":3,"text":"a:","leading":[{"kind":"Whitespace","text":" "}]},{"kind":"Literal","offset":5,"length":1,"children":[{"token":"Integer","offset":5,"length":1,"line":1,"column":6,"text":"1","leading":[{"kind":"Whitespace","text":" "}]}]}]}]}]},{"token":"EndOfLine","offset":10,"length":1,"line":1,"column":11,"text":"\n","leading":[{"kind":"Whitespace","text":" "},{"kind":"Comment","text":"# \""}]}]},{"token":"EndOfFile","offset":11,"length":0,"line":2,"column":1,"text":"","leading":[]}]}}

        """,
        Write(ElixirParser.Parse(SourceFile.FromString("x", "f a: 1 # \"\n")), "a b.exs"));

    [Fact]
    public void Errors_have_their_places_and_what_explains_them()
    {
        using var json = JsonDocument.Parse(Write(ElixirParser.Parse(SourceFile.FromString("x", "a\nf [1\nb\n"))));
        Assert.False(json.RootElement.GetProperty("ok").GetBoolean());
        Assert.Equal(
            """[{"level":"error","offset":4,"length":1,"line":2,"column":3,"message":"Missing ']' to close the list opened here; a new expression starts at 3:1.","related":{"offset":7,"length":1,"line":3,"column":1,"message":"It should be closed before this."}}]""",
            json.RootElement.GetProperty("errors").GetRawText());
    }

    [Fact]
    public void Nodes_and_tokens_hold_the_whole_text()
    {
        foreach (var item in BrokenText.Read())
        {
            AssertWhole(item.Source, ElixirParser.Parse(SourceFile.FromString("x", item.Source)));
        }

        AssertWhole("\uFEFF%A{\"#{~s(b)}\" => ?a, c: fn x -> x end} \\\r\n", source => ElixirParser.Parse(source));
        AssertWhole("; a\n[Service]\nExecStart=a \\\n# b\n c\n\nd\nX=", source => UnitParser.Parse(source));
    }

    [Fact]
    public void Deep_trees_are_written()
    {
        var text = new string('[', 5_000) + new string(']', 5_000);
        Assert.Equal(text, TextOf(Write(ElixirParser.Parse(SourceFile.FromString("x", text)))));
    }

    private static void AssertWhole(string text, Func<SourceFile, SyntaxTree> parse) =>
        AssertWhole(text, parse(SourceFile.FromString("x", text)));

    private static void AssertWhole(string text, SyntaxTree tree) => Assert.Equal(text, TextOf(Write(tree)));

    /// <summary>All texts of a tree in their order: nothing but tokens and trivia has one.</summary>
    private static string TextOf(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = 100_000 });
        var leading = new StringBuilder();
        var text = new StringBuilder();
        var token = "";
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("text"))
            {
                reader.Read();
                leading.Append(token);
                token = reader.GetString()!;
            }
            else if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("leading"))
            {
                // The trivia stand behind their token in JSON, and before it in the text.
                var own = token;
                token = "";
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("text"))
                    {
                        reader.Read();
                        leading.Append(reader.GetString());
                    }
                }

                text.Append(leading).Append(own);
                leading.Clear();
            }
        }

        return text.ToString();
    }

    private static string Write(SyntaxTree tree, string path = "x")
    {
        using var output = new StringWriter();
        SyntaxTreeJson.WriteLine(output, path, tree);
        return output.ToString();
    }
}
