using System.Text.RegularExpressions;
using Xunit;

namespace ExsLint.Tests.Architecture;

/// <summary>The folders of the sources: what each may lean on. <c>docs/architecture.md</c> says why.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>The library's folders in the order of the path of data; each uses only those before it.</summary>
    private static readonly string[] Layers =
        ["Text", "Syntax", "Semantics", "Workspace", "Edits", "Frameworks", "Rules", "Analysis", "Reporting"];

    /// <summary>The projects whose namespaces are their folders.</summary>
    public static TheoryData<string, string> Projects => new()
    {
        { "src/ExsLint", "ExsLint" },
        { "src/ExsLint.Cli", "ExsLint.Cli" },
        { "tests/ExsLint.Tests", "ExsLint.Tests" },
        { "tests/ExsLint.Cli.Tests", "ExsLint.Cli.Tests" },
        { "tests/ExsLint.Oracles", "ExsLint.Oracles" },
        { "tests/ExsLint.Benchmarks", "ExsLint.Benchmarks" },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_namespace_is_its_folder(string folder, string rootNamespace)
    {
        var tree = SourceTree.Read(folder, rootNamespace);
        Assert.Empty(tree.Files
            .Where(file => file.Namespace is { } own && own != tree.NamespaceOf(file.Folder))
            .Select(file => $"{file.Path} is in {file.Namespace}"));
    }

    [Theory]
    [InlineData("src/ExsLint", "ExsLint")]
    [InlineData("src/ExsLint.Cli", "ExsLint.Cli")]
    public void No_folders_lean_on_each_other(string folder, string rootNamespace)
    {
        var circles = string.Join("\n\n", new FolderGraph(SourceTree.Read(folder, rootNamespace).Uses()).Circles());
        Assert.True(circles.Length == 0, circles);
    }

    [Fact]
    public void The_library_has_these_layers_and_no_others() => Assert.Equal(
        Layers.Order(StringComparer.Ordinal),
        SourceTree.Read("src/ExsLint", "ExsLint").Files.Select(file => LayerOf(file.Folder)).Where(layer => layer.Length > 0)
            .Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_layer_uses_only_those_before_it() => Assert.Empty(SourceTree.Read("src/ExsLint", "ExsLint").Uses()
        .Where(use => Array.IndexOf(Layers, LayerOf(use.To)) > Array.IndexOf(Layers, LayerOf(use.From)))
        .Select(use => use.Where));

    [Fact]
    public void The_page_names_every_folder()
    {
        var page = SourceTree.ReadText("docs/architecture.md");
        Assert.All(
            SourceTree.Read("src/ExsLint", "ExsLint").Files.SelectMany(file => file.Folder.Split('/')).Distinct(),
            name => Assert.Contains(name, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_step_of_the_walk_is_there()
    {
        var steps = Step().Matches(SourceTree.ReadText("docs/architecture.md"));
        Assert.InRange(steps.Count, 15, 30);
        Assert.All(steps, step => Assert.Contains(
            $" {step.Groups["method"].Value}(",
            SourceTree.ReadText($"src/{step.Groups["file"].Value}"),
            StringComparison.Ordinal));
    }

    [Fact]
    public void A_circle_is_found()
    {
        (string, string, string)[] uses = [("A", "B", "a.cs"), ("B", "C", "b.cs"), ("C", "A", "c.cs"), ("C", "D", "c.cs")];
        Assert.Equal("  A -> B: a.cs\n  B -> C: b.cs\n  C -> A: c.cs", Assert.Single(new FolderGraph(uses).Circles()));
        Assert.Empty(new FolderGraph(uses[..2]).Circles());
    }

    [GeneratedRegex(@"`(?<file>ExsLint[\w./]*\.cs)`: `(?<method>\w+)`")]
    private static partial Regex Step();

    private static string LayerOf(string folder) => folder.Split('/')[0];
}
