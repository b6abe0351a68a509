using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;

namespace ExsLint.Tests.Edits;

/// <summary>A setting is put where a careful colleague would have typed it.</summary>
public sealed class ConfigEditsTests
{
    [Theory]
    [InlineData("config :p, :k, a: 1\n", "config :p, :k, a: 1, x: true\n")]
    [InlineData("config(:p, :k, a: 1)\n", "config(:p, :k, a: 1, x: true)\n")]
    [InlineData("config :p, :k, x: false, a: 1\n", "config :p, :k, x: true, a: 1\n")]
    [InlineData("config :p, :k, [a: 1]\n", "config :p, :k, [a: 1, x: true]\n")]
    [InlineData("config :p, :k, [a: 1,]\n", "config :p, :k, [a: 1, x: true,]\n")]
    [InlineData("config :p, :k, []\n", "config :p, :k, x: true\n")]
    [InlineData("config :p, :k, true\n", "config :p, :k, x: true\n")]
    [InlineData("config :p, :k,\n  a: 1,\n  b: 2\n", "config :p, :k,\n  a: 1,\n  b: 2,\n  x: true\n")]
    [InlineData("config :p, :k,\r\n  a: 1\r\n", "config :p, :k,\r\n  a: 1,\r\n  x: true\r\n")]
    [InlineData("config :p, :k,\n  a: 1 # why\n", "config :p, :k,\n  a: 1, # why\n  x: true\n")]
    [InlineData("config :p, :k, [\n  a: 1, # why\n]\n", "config :p, :k, [\n  a: 1, # why\n  x: true,\n]\n")]
    [InlineData("config :p, :k, [\n  a: [1,\n    2]\n]\n", "config :p, :k, [\n  a: [1,\n    2],\n  x: true\n]\n")]
    [InlineData("config :p, :k, a: 1", "config :p, :k, a: 1, x: true")]
    [InlineData("config :p, :k, a: f g \"P\"\n", "config :p, :k, x: true, a: f g \"P\"\n")]
    [InlineData(
        "config :p, :k,\n  b: 1,\n  a: y || raise \"P\"\n", "config :p, :k,\n  b: 1,\n  x: true,\n  a: y || raise \"P\"\n")]
    [InlineData("config :p, :k, a: f(1)\n", "config :p, :k, a: f(1), x: true\n")]
    [InlineData("config :p, :other, a: 1\n", "config :p, :other, a: 1\n\nconfig :p, :k, x: true\n")]
    [InlineData("config :p, :other, a: 1 # why\nfoo()\n", "config :p, :other, a: 1 # why\nconfig :p, :k, x: true\nfoo()\n")]
    [InlineData("config :p, :other, a: 1; foo.\nbar()\n", "config :p, :other, a: 1; foo.\nbar()\n\nconfig :p, :k, x: true\n")]
    [InlineData("import Config\n", "import Config\n\nconfig :p, :k, x: true\n")]
    [InlineData("import Config\n\n\n", "import Config\n\nconfig :p, :k, x: true\n")]
    [InlineData("", "import Config\n\nconfig :p, :k, x: true\n")]
    [InlineData("config :p, :k, a: 1\nconfig :p, :k, b: 2\n", "config :p, :k, a: 1\nconfig :p, :k, b: 2, x: true\n")]
    [InlineData("if y do\n  config :p, :k, x: false\nend\n", "if y do\n  config :p, :k, x: true\nend\n")]
    public void A_key_is_added_or_changed(string before, string after) => Assert.Equal(after, Put(before, ["x"]));

    [Theory]
    [InlineData("config :p, :k, h: [a: 1]\n", "config :p, :k, h: [a: 1, x: true]\n")]
    [InlineData("config :p, :k, h: [x: 1]\n", "config :p, :k, h: [x: true]\n")]
    [InlineData("config :p, :k, h: []\n", "config :p, :k, h: [x: true]\n")]
    [InlineData("config :p, :k, h: nil\n", "config :p, :k, h: [x: true]\n")]
    [InlineData("config :p, :k, a: 1\n", "config :p, :k, a: 1, h: [x: true]\n")]
    [InlineData("config :p, :k,\n  h: [\n    a: 1\n  ]\n", "config :p, :k,\n  h: [\n    a: 1,\n    x: true\n  ]\n")]
    [InlineData("import Config\n", "import Config\n\nconfig :p, :k, h: [x: true]\n")]
    public void A_nested_key_is_added_or_changed(string before, string after) => Assert.Equal(after, Put(before, ["h", "x"]));

    [Theory]
    [InlineData("[:inet6, port: 1]", "[ip: 1, port: 1]")]
    [InlineData("[:inet6]", "[ip: 1]")]
    [InlineData("[\n  :inet6,\n  port: 1, # why\n  a: 2\n]", "[\n  ip: 1,\n  port: 1, # why\n  a: 2\n]")]
    [InlineData("[:inet6, {:port, 1}]", "[{:ip, 1}, {:port, 1}]")]
    [InlineData("[foo(), port: 1]", null)]
    public void Bare_atoms_make_room_for_a_pair(string before, string? after)
    {
        var list = ElixirParser.Parse(SourceFile.FromString("config.exs", before)).Root.Body.Expressions[0];
        Assert.Equal(after, ElixirEdits.WithoutBareAtoms((ListSyntax)list, "ip", "1"));
    }

    private static string Put(string text, ImmutableArray<string> path)
    {
        var file = SourceFile.FromString("config.exs", text);
        return FixApplier.Apply(
            file, [new FileEdit(file, ConfigEdits.Candidates(ElixirParser.Parse(file), "p", ["k", .. path], "true").First())]);
    }
}
