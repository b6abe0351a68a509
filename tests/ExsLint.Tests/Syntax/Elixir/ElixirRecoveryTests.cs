using ExsLint.Syntax.Elixir;
using ExsLint.Text;

namespace ExsLint.Tests.Syntax.Elixir;

/// <summary>What a person reads about broken text, and what of the text is still understood.</summary>
public sealed class ElixirRecoveryTests
{
    public static TheoryData<string, string[], string[]> Broken => new()
    {
        { "config :a, b: [1, 2\nconfig :c, d: 1\n", ["1:15 Missing ']' to close this."], ["config :c, d: 1"] },
        { "config :a, b: [1,\nconfig :c, d: 1\nconfig :e, f: 2\n", ["1:15 Missing ']' to close this."], ["config :c, d: 1", "config :e, f: 2"] },
        { "config :a, [\n  b: {1, 2,\n  c: 3\n]\nconfig :c, d: 1\n", ["2:6 Missing '}' to close this; found ']' at 4:1."], ["config :c, d: 1"] },
        { "if x do\n  config :a, b: 1\n\nimport_config \"b.exs\"\n", ["1:6 Missing 'end' to close this."], ["import_config \"b.exs\""] },
        {
            "config :a, b: [1, 2)\nconfig :c, d: 1\n",
            ["1:15 Missing ']' to close this; found ')' at 1:20."],
            ["config :c, d: 1"]
        },
        { "config :a, b: 1\nend\nconfig :c, d: 1\n", ["2:1 Unexpected 'end'."], ["config :a, b: 1", "config :c, d: 1"] },
        { "config :a, b: \"x\nconfig :c, d: 1\n", ["1:15 Missing \" to close what is opened here."], ["config :a, b: \"x", "config :c, d: 1"] },
        {
            "config :a, b: \"\"\"\n  x\nconfig :c, d: 1\n",
            ["1:15 Missing \"\"\" to close what is opened here."],
            ["config :a, b: \"\"\"\n  x", "config :c, d: 1"]
        },
        { "a = [1 2]\nb = 3\n", ["1:8 Expected a comma or ']' to close the '[' opened at 1:5, found '2'."], ["b = 3"] },
        { "a = $\nb = 3\n", ["1:5 Unexpected '$'."], ["b = 3"] },
        { "config :a, b: 1, :c\nd\n", ["1:18 Unexpected ':c': nothing but keywords may follow a keyword."], ["d"] },
        { "config :a,\nd = 1\n, b\nc\n", ["3:1 Unexpected ','."], ["config :a,\nd = 1", "c"] },
        { "[a b, c]\nd\n", ["1:2 This call without parentheses would swallow the commas behind it: write its arguments in parentheses."], ["d"] },
        { "f (a, b)\nd\n", ["1:3 Unexpected arguments in parentheses: a call has no space before its opening parenthesis."], ["d"] },
        { "{a: 1}\nd\n", ["1:2 Keywords cannot stand alone behind '{': write a list [..] or a map %{..}."], ["d"] },
        { "fn a end\nd\n", ["1:1 A function is written 'fn pattern -> expression end'; the arrow is missing."], ["d"] },
        { "a:1\nd\n", ["1:1 The key 'a:' must be followed by a space.", "1:1 Unexpected key 'a:': keywords come last, and only where a comma or an opening bracket precedes them."], ["d"] },
        { "x = \"\\ud800\"\nd\n", ["1:6 U+d800 is no Unicode character."], ["d"] },
        { "x = 1a\nd\n", ["1:6 'a' cannot stand directly behind the number 1.", "1:6 Unexpected 'a'."], ["d"] },
        { "# \u202Eevil\nd\n", ["1:3 The comment holds U+202E, which reorders the text around it on a screen."], ["d"] },
        { "<<<<<<< HEAD\nd\n", ["1:1 A version control conflict is not resolved here."], ["d"] },
        { "d\r e\n", ["1:2 A carriage return without a line feed ends no line for Elixir."], ["d", "e"] },
        { "a//b\nd\n", ["1:2 The step operator '//' must directly follow a range, as in 1..9//2; a default is written with \\\\."], ["d"] },
        { ":a.B\nd\n", ["1:4 An alias cannot follow an atom; an atom with a dot in its name must be quoted."], ["d"] },
        { "%{a b}\nd\n", ["1:6 Expected '=>' behind a key of the map, found '}'."], ["d"] },
        { "\"a#{[}b\"\nd\n", ["1:6 Unexpected '}'."], ["d"] },
        { "if x do\nconfig :a, [1 2]\nend\nd\n", ["2:15 Expected a comma or ']' to close the '[' opened at 2:12, found '2'."], ["d"] },
        { "if x do\n  config :a, b: [1,\n  config :c\nend\nconfig :e, f: 1\n", ["2:17 Missing ']' to close this; found 'end' at 4:1."], ["config :e, f: 1"] },
        { "config :a, [b: {1, 2]\nconfig :c, d: 1\n", ["1:16 Missing '}' to close this; found ']' at 1:21."], ["config :c, d: 1"] },
        { "config :a, b: [1]]\nconfig :c, d: 1\n", ["1:18 Unexpected ']'."], ["config :c, d: 1"] },
        { "if a do\n  x\n\nif b do\n  y\nend\n", ["1:6 Missing 'end' to close this."], ["if b do\n  y\nend"] },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Broken_text_is_reported_where_it_breaks_and_the_rest_is_understood(string text, string[] reports, string[] understood)
    {
        var tree = ElixirParser.Parse(SourceFile.FromString("config.exs", text));
        Assert.Equal(text, tree.ToString());
        Assert.Equal(reports, tree.Diagnostics.Select(diagnostic =>
        {
            var position = tree.File.Lines.GetPosition(diagnostic.Span.Start);
            return $"{position.Line + 1}:{position.Character + 1} {diagnostic.Message}";
        }));
        Assert.Equal(understood, tree.Root.Body.Expressions
            .Where(expression => expression is not SkippedTokensSyntax)
            .Select(expression => expression.ToString()));
    }
}
