using ExsLint.Semantics;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;
using ExsLint.Workspace;
using Xunit;

namespace ExsLint.Tests.Workspace;

/// <summary>Texts in the place of files: what standard input gives.</summary>
public sealed class FileOverlayTests
{
    private const string Path = "config/link.exs";

    [Fact]
    public void A_text_stands_where_no_file_is()
    {
        IProjectFiles overlay = With("config/new.exs", "text");

        Assert.True(overlay.FileExists("config/new.exs"));
        Assert.Equal("text", overlay.Read("config/new.exs")!.Content);
        Assert.Equal(["link.exs", "new.exs", "prod.exs"], overlay.ListFiles("config"));
        Assert.Equal(("te", "te"), (overlay.ReadStart("config/new.exs", 2), overlay.ReadHead("config/new.exs", 2)));
        Assert.Equal(["new.exs"], With("deep/new.exs", "text").ListFiles("deep"));
    }

    [Fact]
    public void A_text_in_the_place_of_a_link_is_none_and_has_its_own_name()
    {
        var overlay = With(Path, "text");

        Assert.Null(overlay.LinkTarget(Path));
        Assert.Equal(Path, overlay.CanonicalPath(Path));
        Assert.Equal(("text", "below"), (overlay.Read(Path)!.Content, overlay.Read("config/prod.exs")!.Content));
    }

    [Fact]
    public void A_text_in_the_place_of_a_file_is_not_seen_by_its_other_names()
    {
        var overlay = With("config/prod.exs", "text");

        Assert.Equal(("text", "below"), (overlay.Read("config/prod.exs")!.Content, overlay.Read(Path)!.Content));
        Assert.Equal("config/prod.exs", overlay.CanonicalPath(Path));
    }

    [Fact]
    public void A_text_that_nobody_can_read_is_there_and_hides_what_is_below()
    {
        var overlay = new FileOverlay(new Linked()).WithText("config/prod.exs", null);

        Assert.True(overlay.FileExists("config/prod.exs"));
        Assert.Null(overlay.Read("config/prod.exs"));
        Assert.Null(overlay.ReadStart("config/prod.exs", 2));
        Assert.Null(overlay.ReadHead("config/prod.exs", 2));
        Assert.Equal("below", overlay.Read(Path)!.Content);
    }

    [Fact]
    public void What_a_text_takes_the_place_of_is_no_stranger()
    {
        Assert.Equal(["pipe"], With(Path, "text").ListOthers("config"));
        Assert.Empty(With("config/pipe", "text").ListOthers("config"));
    }

    [Fact]
    public void A_change_is_taken_back_to_the_text()
    {
        var overlay = With(Path, "text");
        var changed = overlay.With([SourceFile.FromString(Path, "changed")]);

        Assert.Equal(("changed", Path), (changed.Read(Path)!.Content, changed.CanonicalPath(Path)));
        Assert.Equal([Path], changed.Changed.Select(file => file.Path));
        Assert.Equal("text", changed.Without(Path).Read(Path)!.Content);
        Assert.Empty(overlay.Changed);
    }

    private static FileOverlay With(string path, string text) =>
        new FileOverlay(new Linked()).WithText(path, SourceFile.FromString(path, text));

    /// <summary>
    /// A tree in which <c>config/link.exs</c> leads to <c>config/prod.exs</c>, and <c>config/pipe</c> is no file.
    /// </summary>
    private sealed class Linked : IProjectFiles
    {
        private readonly InMemoryProjectFiles _files = new(("config/link.exs", "below"), ("config/prod.exs", "below"));

        public bool FileExists(string path) => _files.FileExists(path);

        public SourceFile? Read(string path) => _files.Read(path);

        public IReadOnlyList<string> ListFiles(string folder) => _files.ListFiles(folder);

        public IReadOnlyList<string> ListFolders(string folder) => _files.ListFolders(folder);

        public IReadOnlyList<string> ListOthers(string folder) => folder == "config" ? ["pipe"] : [];

        public string? LinkTarget(string path) => path == "config/link.exs" ? "config/prod.exs" : null;

        public string CanonicalPath(string path) => path == "config/link.exs" ? "config/prod.exs" : path;

        public bool IsIgnored(string path) => false;
    }
}
