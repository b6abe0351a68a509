using ExsLint.Analysis;
using ExsLint.Analysis.Fixing;
using ExsLint.Analysis.Linting;
using ExsLint.Semantics;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;
using ExsLint.Workspace;

namespace ExsLint.Tests.Analysis;

/// <summary>
/// A file with two names: each is evaluated, one is reported, and what is changed by one name is changed by the other.
/// </summary>
public sealed class FileAliasTests
{
    private const string Text = "import Config\nconfig :pleroma, Pleroma.Web.Endpoint, http: [ip: {0, 0, 0, 0}]\n";

    private static readonly LintOptions Options = new() { Select = ["akkoma-http-ip"] };

    [Theory]
    [InlineData("config/link.exs")]
    [InlineData("config/prod.exs")]
    public void A_finding_has_the_canonical_name_whichever_is_imported(string imported)
    {
        var files = new Linked(
            ("config/config.exs", $"import Config\nimport_config \"{imported["config/".Length..]}\"\n"),
            ("config/link.exs", Text), ("config/prod.exs", Text));
        var result = Linter.Lint(
            new Snapshot(files), new LintTargets(["config/config.exs", "config/link.exs", "config/prod.exs"], []), Options);

        Assert.Equal(["config/prod.exs"], result.Diagnostics.Select(diagnostic => diagnostic.Location.File.Path));
        Assert.Equal(
            ["config/prod.exs"],
            result.Diagnostics.SelectMany(diagnostic => diagnostic.Fix!.Resolve()!.Edits).Select(edit => edit.File.Path));
        Assert.Equal(["config/config.exs", "config/prod.exs"], result.Files.Select(file => file.Path));
    }

    [Fact]
    public void Names_whose_texts_differ_are_two_files()
    {
        var files = new Linked(
            ("config/link.exs", Text), ("config/prod.exs", Text + "\n"),
            ("config/config.exs", "import Config\nimport_config \"link.exs\"\nimport_config \"prod.exs\"\n"));
        var result = Linter.Lint(new Snapshot(files), new LintTargets(["config/config.exs"], []), Options);

        Assert.Equal(["config/config.exs", "config/link.exs", "config/prod.exs"], result.Files.Select(file => file.Path));
    }

    [Fact]
    public void A_change_is_seen_by_both_names()
    {
        var overlay = new FileOverlay(new Linked(("config/link.exs", Text), ("config/prod.exs", Text)))
            .With([SourceFile.FromString("config/prod.exs", "new")]);

        Assert.Equal(
            ("new", "config/link.exs"), (overlay.Read("config/link.exs")!.Content, overlay.Read("config/link.exs")!.Path));
        Assert.Same(overlay.Read("config/link.exs"), overlay.Read("config/link.exs"));
        Assert.Equal("ne", overlay.ReadStart("config/link.exs", 2));
        Assert.Equal(Text, overlay.Without("config/prod.exs").Read("config/link.exs")!.Content);
    }

    /// <summary>A tree in which <c>config/link.exs</c> is a link to <c>config/prod.exs</c>.</summary>
    private sealed class Linked(params (string Path, string Content)[] files) : IProjectFiles
    {
        private readonly InMemoryProjectFiles _files = new(files);

        public bool FileExists(string path) => _files.FileExists(path);

        public SourceFile? Read(string path) => _files.Read(path);

        public IReadOnlyList<string> ListFiles(string folder) => _files.ListFiles(folder);

        public IReadOnlyList<string> ListFolders(string folder) => _files.ListFolders(folder);

        public string CanonicalPath(string path) => path == "config/link.exs" ? "config/prod.exs" : path;

        public bool IsIgnored(string path) => false;
    }
}
