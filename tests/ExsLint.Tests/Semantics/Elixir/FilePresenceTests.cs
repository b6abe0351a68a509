using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>One path has one answer, whoever asks: a guard and what it guards never disagree.</summary>
public sealed class FilePresenceTests
{
    private const string Exported = "config/prod.exported_from_db.secret.exs";

    [Theory]
    [InlineData("config/there.exs", "true", "imported")]
    [InlineData("config/none.exs", "false", "refused")]
    [InlineData("config/other.secret.exs", "?", "layer")]
    [InlineData("config/ignored.exs", "?", "layer")]
    [InlineData("config/link.exs", "?", "layer")]
    [InlineData(Exported, "false", "refused")]
    public void Guards_and_imports_agree(string path, string exists, string import)
    {
        var asked = Evaluate(
            $"config :a, exists: File.exists?(\"{path}\"), regular: File.regular?(\"{path}\"), read: File.read(\"{path}\"), "
                + $"found: Path.wildcard(\"{path}\")");
        Assert.Equal(exists, Known(asked, "exists"));
        Assert.Equal(exists, Known(asked, "regular"));
        Assert.Equal(
            exists,
            asked.Get("a", "read").Value is TupleValue { Items: [AtomValue result, _] } ? result.Name == "ok" ? "true" : "false"
                : "?");
        Assert.Equal(exists, asked.Get("a", "found").Value is ListValue found ? found.Items.IsEmpty ? "false" : "true" : "?");

        var unguarded = Evaluate($"import_config \"../{path}\"");
        Assert.Equal(import, unguarded.Errors.Length > 0 ? "refused" : unguarded.MissingFiles.Length > 0 ? "layer" : "imported");

        var guarded = Evaluate($"if File.exists?(\"{path}\"), do: import_config(\"../{path}\")");
        Assert.Empty(guarded.Errors);
        Assert.Equal(exists == "?", guarded.MissingFiles.Length > 0);
    }

    [Fact]
    public void An_export_may_be_on_the_machine_where_the_instance_s_own_secret_file_is_not_in_view()
    {
        var model = Evaluate($"if File.exists?(\"{Exported}\"), do: import_config(\"../{Exported}\")", withSecret: false);
        Assert.Equal(Exported, Assert.Single(model.MissingFiles).MissingFile);
    }

    [Fact]
    public void What_is_there_and_cannot_be_read_is_a_layer_wherever_it_is_read()
    {
        var files = new UnreadableFiles(
            new InMemoryProjectFiles(
                ("config/config.exs", "import Config\nconfig :a, k: 1\nimport_config \"x.exs\""), ("config/x.exs", ""),
                ("config/runtime.exs", "")),
            "config/x.exs", "config/runtime.exs");
        var project = Assert.Single(ConfigProjectFinder.Find(["config/config.exs"], files));
        var model = ConfigEvaluator.Evaluate(project, new Snapshot(files), "prod");
        Assert.Equal(
            ["config/x.exs, which cannot be read", "config/runtime.exs, which cannot be read"],
            model.MissingFiles.Select(layer => layer.Reason));
        Assert.All(model.MissingFiles, layer => Assert.True(layer.IsUnreadable));
        Assert.IsType<ChoiceValue>(model.Get("a", "k").Value);
    }

    private static string Known(ConfigModel model, string key) => model.Get("a", key).Value is AtomValue atom ? atom.Name : "?";

    private static ConfigModel Evaluate(string statement, bool withSecret = true)
    {
        (string, string)[] secret = withSecret ? [("config/prod.secret.exs", "import Config")] : [];
        var tree = new InMemoryProjectFiles(
            [("config/config.exs", "import Config\n" + statement), ("config/there.exs", "import Config"), .. secret])
            .Ignore("config/ignored.exs")
            .Ignore("config/prod.secret.exs/\u0001")
            .Ignore(Exported)
            .Ignore(Exported + "/\u0001");
        var files = new UnreadableFiles(tree);
        return ConfigEvaluator.Evaluate(
            Assert.Single(ConfigProjectFinder.Find(["config/config.exs"], files)), new Snapshot(files), "prod");
    }
}
