using System.Text;
using ExsLint.Cli.Files;
using ExsLint.Cli.Files.Writing;

namespace ExsLint.Cli.Tests.Fixing;

/// <summary>A folder by its descriptor, and one by its path for systems without such calls, do the same.</summary>
public sealed class FolderHandleTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<bool> Kinds => OperatingSystem.IsLinux() ? [true, false] : [false];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Files_are_made_locked_and_moved(bool isDescriptor)
    {
        using var folder = Open(isDescriptor, _folder.Root);
        using (var file = folder.CreateLocked("new", Private)!)
        {
            RandomAccess.Write(file, "text"u8, 0);
            Assert.Null(folder.CreateLocked("new", Private));
            Assert.False(folder.RemoveUnlocked("new"));
            folder.Unlock(file);
        }

        _folder.Write("old", "old");
        Assert.False(folder.Move("new", "old", overwrite: false));
        Assert.Equal("old", File.ReadAllText(_folder.PathOf("old")));
        Assert.True(folder.Move("new", "old", overwrite: true));
        Assert.Equal("text", File.ReadAllText(_folder.PathOf("old")));
        Assert.True(folder.Move("old", "last", overwrite: false));
        Assert.True(folder.RemoveUnlocked("last"));
        Assert.True(folder.RemoveUnlocked("last"));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Root));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Folders_are_made_entered_and_removed(bool isDescriptor)
    {
        using var folder = Open(isDescriptor, _folder.Root);
        Assert.True(folder.CreateFolder("sub"));
        Assert.False(folder.CreateFolder("sub"));
        using (var sub = folder.OpenFolder("sub"))
        {
            using (sub.CreateLocked("file", Private))
            {
                Assert.Equal(PathKind.File, sub.StatusOf("file")?.Kind);
            }

            folder.RemoveFolder("sub");
            sub.RemoveFile("file");
        }

        Assert.Equal((PathKind.Folder, null), (folder.StatusOf("sub")?.Kind, folder.StatusOf("none")));
        folder.RemoveFolder("sub");
        Assert.Null(folder.StatusOf("sub"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Links_are_told_and_never_opened(bool isDescriptor)
    {
        _folder.Write("file", "text");
        File.CreateSymbolicLink(_folder.PathOf("link"), "file");
        using var folder = Open(isDescriptor, _folder.Root);

        Assert.Equal(("file", null, null), (folder.LinkTarget("link"), folder.LinkTarget("file"), folder.LinkTarget("none")));
        Assert.Equal(PathKind.Link, folder.StatusOf("link")?.Kind);
        Assert.Null(folder.OpenFile("link", FileAccess.Read));
        Assert.Null(folder.OpenFile("none", FileAccess.Read));
        using var file = folder.OpenFile("file", FileAccess.Read);
        Assert.Equal(4, RandomAccess.GetLength(file!));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_is_replaced_and_one_that_changed_is_not(bool isDescriptor)
    {
        _folder.Write("config/a.exs", "old");
        var isChanged = false;
        var replacer = new FileReplacer(
            _folder.Root,
            step =>
            {
                if (isChanged && step == ReplaceStep.Written)
                {
                    _folder.Write("config/a.exs", "edited");
                }
            },
            path => Open(isDescriptor, path));

        Assert.Equal((null, "new"), (Replace("old", "new"), File.ReadAllText(_folder.PathOf("config/a.exs"))));
        isChanged = true;
        Assert.Equal(
            ("it has changed since it was read", "edited"),
            (Replace("new", "newer"), File.ReadAllText(_folder.PathOf("config/a.exs"))));
        Assert.Null(replacer.Create("deep/er/b.exs", "b"u8.ToArray()).Refusal);
        Assert.Equal(
            ["a.exs", "b.exs"],
            Directory.GetFiles(_folder.Root, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)).Order());

        string? Replace(string before, string after) =>
            replacer.Replace("config/a.exs", Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after)).Refusal;
    }

    private static FolderHandle Open(bool isDescriptor, string path) =>
        isDescriptor ? LinuxFolder.OpenPath(path) : new PathFolder(path);
}
