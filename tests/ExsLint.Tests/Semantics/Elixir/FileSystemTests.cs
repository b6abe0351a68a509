using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;
using ExsLint.Workspace;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>What config files see of the tree they are in: patterns, paths, and what they have written themselves.</summary>
public sealed class FileSystemTests
{
    private static readonly (string Path, string Text)[] Tree =
    [
        ("apps/b/config/config.exs", ""), ("apps/a/config/config.exs", ""), ("apps/a-b/config/config.exs", ""),
        ("apps/.c/config/config.exs", ""),
        ("priv/data/one.json", "1"), ("priv/data/two.json", "2"), ("priv/data/deep/three.json", "3"), ("priv/VERSION", "1.2\n"),
    ];

    [Theory]
    [InlineData("Path.wildcard(\"priv/data/*.json\")", "[\"priv/data/one.json\", \"priv/data/two.json\"]")]
    [InlineData("Path.wildcard(\"./priv/**/t*.json\")", "[\"priv/data/deep/three.json\", \"priv/data/two.json\"]")]
    [InlineData("Path.wildcard(\"priv/data/{two,one,two}.json\")", "[\"priv/data/one.json\", \"priv/data/two.json\"]")]
    [InlineData("Path.wildcard(\"priv/data/[n-o]*.json\")", "[\"priv/data/one.json\"]")]
    [InlineData("Path.wildcard(\"priv/*/./one.json\")", "[]")]
    [InlineData("length(Path.wildcard(\"apps/*/config/config.exs\", match_dot: true))", "4")]
    [InlineData(
        "Enum.map(Path.wildcard(\"apps/*/config/config.exs\"), &Path.split/1) |> Enum.map(&Enum.at(&1, 1))",
        "[\"a-b\", \"a\", \"b\"]")]
    [InlineData("for(f <- Path.wildcard(Path.join(__DIR__, \"../priv/data/*.json\")), do: File.read!(f))", "[\"1\", \"2\"]")]
    [InlineData(
        "for(f <- Path.wildcard(Path.expand(\"../priv/**/*.json\", __DIR__)), do: Path.basename(f))",
        "[\"three.json\", \"one.json\", \"two.json\"]")]
    [InlineData("Path.basename(Path.expand(\"../priv\", __DIR__))", "\"priv\"")]
    [InlineData("Path.relative_to(Path.expand(\"../priv/x\", __DIR__), File.cwd!())", "\"priv/x\"")]
    [InlineData("Path.relative_to(\"/a/b/c\", \"/a\")", "\"b/c\"")]
    [InlineData("Path.rootname(\"a/b.html.eex\", \".eex\")", "\"a/b.html\"")]
    [InlineData("{File.dir?(\"priv\"), File.dir?(\"priv/VERSION\"), File.exists?(\"priv/none\")}", "{true, false, false}")]
    [InlineData("File.ls(\"none\")", "{:error, :enoent}")]
    public void Known_of_the_tree(string expression, string value) =>
        Assert.Equal($"k: {value}", ConfigText.Settings($"config :a, k: {expression}", Tree));

    [Theory]
    [InlineData("Path.wildcard(\"config/*.exs\")")]
    [InlineData("Path.wildcard(\"**/*.secret.*\")")]
    [InlineData("Path.wildcard(\"priv/{a,{b,c}}.json\")")]
    [InlineData("Path.wildcard(\"priv/*/../VERSION\")")]
    [InlineData("Path.wildcard(Path.join(__DIR__, \"../*/../priv/VERSION\"))")]
    [InlineData("Path.basename(Path.join(__DIR__, \"..\"))")]
    [InlineData("Path.relative_to(Path.join(__DIR__, \"../priv\"), File.cwd!())")]
    [InlineData("Path.wildcard(\"config/runtime*.exs\")")]
    [InlineData("File.exists?(Path.join(__DIR__, \"none/../config.exs\"))")]
    [InlineData("File.exists?(Path.join(Path.join(__DIR__, \"none\"), \"../config.exs\"))")]
    [InlineData("File.exists?(\"#{__DIR__}/config.exs/../config.exs\")")]
    [InlineData("File.exists?(\"#{File.cwd!()}/priv/VERSION/\")")]
    [InlineData("File.ls!(\"priv\")")]
    [InlineData("File.stat!(\"priv\")")]
    public void Unknown_of_the_tree(string expression) =>
        Assert.IsNotType<ListValue>(ConfigText.Evaluate($"import Config\nconfig :a, k: "
            + $"{expression}", Tree).Get("a", "k").Value switch
        {
            UnknownValue => AtomValue.Nil,
            var known => new ListValue([known]),
        });

    [Theory]
    [InlineData("File.write!(\"priv/VERSION\", \"2\")", false)]
    [InlineData("File.rm_rf!(\"priv\")", false)]
    [InlineData("File.rename(\"priv\", \"old\")", false)]
    [InlineData("File.cd!(\"apps\")", false)]
    [InlineData("File.write!(\"/srv/app/priv/VERSION\", \"2\")", false)]
    [InlineData("File.write!(System.get_env(\"X\"), \"2\")", false)]
    [InlineData("Enum.each([\"priv/VERSION\"], &File.rm!/1)", false)]
    [InlineData("write = fn -> File.write!(\"priv/VERSION\", \"2\") end\nMy.run(write)", false)]
    [InlineData("My.run(fn -> File.write!(\"priv/VERSION\", \"2\") end)", false)]
    [InlineData(":file.delete('priv/VERSION')", false)]
    [InlineData("System.cmd(\"make\", [\"version\"])", false)]
    [InlineData(":os.cmd('make version')", false)]
    [InlineData("f = File\nf.write!(\"priv/VERSION\", \"2\")", false)]
    [InlineData("f = :file\nf.write_file(\"priv/VERSION\", \"2\")", false)]
    [InlineData("f = :file\napply(f, :write_file, [\"priv/VERSION\", \"2\"])", false)]
    [InlineData("Mix.Task.run(\"version\")", false)]
    [InlineData(":zip.unzip('x.zip')", false)]
    [InlineData("import File\nwrite!(\"priv/VERSION\", \"2\")", false)]
    [InlineData("Task.async(File, :rm!, [\"priv/VERSION\"])", false)]
    [InlineData("Port.open({:spawn, \"make version\"}, [])", false)]
    [InlineData("File.write!(\"priv/OTHER\", \"2\")", true)]
    [InlineData("File.mkdir_p!(\"/var/lib/priv\")", true)]
    [InlineData("My.Vault.load!()", true)]
    [InlineData("Map.delete(My.map(), :a)", true)]
    public void What_the_configuration_wrote_is_not_known_any_more(string statement, bool isKnown)
    {
        var model = ConfigText.Evaluate(
            $"import Config\n{statement}\nconfig :a, k: File.read!(\"priv/VERSION\"), l: File.exists?(\"priv/VERSION\")", Tree);
        Assert.Equal(isKnown, model.Get("a", "k").Value is BinaryValue);
        Assert.Equal(isKnown, model.Get("a", "l").Value is AtomValue);
        Assert.Empty(model.Errors);
    }

    [Theory]
    [InlineData("File.write!(\"config/x.exs\", \"\")", false, false)]
    [InlineData("File.write!(\"config/gone.exs\", \"\")", true, true)]
    [InlineData("System.cmd(\"git\", [\"rev-parse\", \"HEAD\"])", true, true)]
    [InlineData("My.run()", true, false)]
    public void Imports_of_what_was_written_are_layers(string statement, bool isFoundKnown, bool mayBeWritten)
    {
        (string, string) import = ("config/x.exs", "import Config\nconfig :a, k: 1");
        var found = ConfigText.Evaluate($"import Config\n{statement}\nimport_config \"x.exs\"", import);
        Assert.Equal(isFoundKnown, found.Get("a", "k").Value is IntegerValue);
        var gone = ConfigText.Evaluate($"import Config\n{statement}\nimport_config \"gone.exs\"", import);
        Assert.Equal(mayBeWritten, gone.Errors.IsEmpty);
    }

    [Theory]
    [InlineData("case config_env() do\n  :dev -> 1\n  env when env == :prod -> config :a, :k\nend", false)]
    [InlineData("case {1, [2]} do\n  {1, [x]} when x > 1 -> raise \"no\"\n  _ -> 1\nend", false)]
    [InlineData("cond do\n  config_env() == :dev -> 1\n  true -> raise \"no\"\nend", false)]
    [InlineData("cond do\n  System.get_env(\"X\") -> 1\n  true -> config :a, 1, 2\nend", true)]
    [InlineData("case System.get_env(\"X\") do\n  nil -> config :a, 1, 2\n  _ -> 1\nend", true)]
    [InlineData("case :x do\n  :y -> 1\nend", false)]
    [InlineData("cond do\n  false -> 1\nend", false)]
    public void Errors_are_certain_where_the_clause_is(string statement, bool isConditional) =>
        Assert.Equal(isConditional, Assert.Single(ConfigText.Evaluate($"import Config\n{statement}").Errors).IsConditional);

    [Fact]
    public void Links_make_what_matches_them_unknown()
    {
        var tree = new LinkedFiles(new InMemoryProjectFiles([("config/config.exs",
            "import Config\nconfig :a, k: Path.wildcard(\"apps/*.x\"), l: Path.wildcard(\"apps/*.y\"), m: "
                + "Path.wildcard(\"apps/**/*.y\"), n: File.dir?(\"apps/link.x\")"), ("apps/a.x", ""), ("apps/a.y", "")]));
        var model = ConfigEvaluator.Evaluate(
            Assert.Single(ConfigProjectFinder.Find(["config/config.exs"], tree)), new Snapshot(tree), "prod");
        Assert.IsType<UnknownValue>(model.Get("a", "k").Value);
        Assert.Equal("[\"apps/a.y\"]", model.Get("a", "l").Value.ToString());
        Assert.IsType<UnknownValue>(model.Get("a", "m").Value);
        Assert.IsType<UnknownValue>(model.Get("a", "n").Value);
    }

    [Fact]
    public void Patterns_of_Mix_Config_that_secret_files_may_match_leave_a_layer()
    {
        var model = ConfigText.Evaluate(
            "use Mix.Config\nconfig :a, k: 1\nimport_config \"{x,prod.secret}.exs\"",
            ("config/x.exs", "use Mix.Config\nconfig :a, l: 2"));
        Assert.IsType<ChoiceValue>(model.Get("a", "k").Value);
        Assert.Equal(2, model.Files.Length);
    }

    [Fact]
    public void A_layer_is_named_for_the_import_that_is_not_known()
    {
        var model = ConfigText.Evaluate("import Config\nimport_config \"prod.secret.exs\"");
        Assert.Equal("config/prod.secret.exs, which is not in the tree", Assert.Single(model.State.Layers).Reason);
    }

    private sealed class LinkedFiles(IProjectFiles files) : IProjectFiles
    {
        public bool FileExists(string path) => files.FileExists(path);

        public SourceFile? Read(string path) => files.Read(path);

        public IReadOnlyList<string> ListFiles(string folder) => files.ListFiles(folder);

        public IReadOnlyList<string> ListFolders(string folder) => files.ListFolders(folder);

        public IReadOnlyList<string> ListOthers(string folder) => folder == "apps" ? ["link.x"] : [];

        public bool IsIgnored(string path) => files.IsIgnored(path);
    }
}
