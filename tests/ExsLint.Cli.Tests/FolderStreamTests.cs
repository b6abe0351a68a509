using ExsLint.Cli.Files;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Cli.Tests;

/// <summary>What the system tells of the names in a folder.</summary>
public sealed class FolderStreamTests
{
    [LinuxFact]
    public void Each_name_comes_with_its_kind()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a folder/inside.exs", "");
        folder.Write("grüße.exs", "");
        File.CreateSymbolicLink(folder.PathOf("link"), folder.PathOf("a folder"));
        Assert.Equal(0, Exslint.RunShell(folder, "mkfifo pipe").ExitCode);

        Assert.Equal(
            [("a folder", PathKind.Folder), ("grüße.exs", PathKind.File), ("link", PathKind.Link), ("pipe", PathKind.Other)],
            FolderStream.Read(folder.Root)!.Order());
    }

    [LinuxFact]
    public void Nothing_is_told_of_what_is_no_folder()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.exs", "");

        Assert.Null(FolderStream.Read(folder.PathOf("a.exs")));
        Assert.Null(FolderStream.Read(folder.PathOf("missing")));
    }

    [LinuxFact]
    public void A_folder_of_many_names_is_read_to_its_end()
    {
        using var folder = new TemporaryFolder();
        string[] names = [.. Enumerable.Range(0, 5_000).Select(number => $"a-rather-long-name-of-file-{number:0000}.exs")];
        Array.ForEach(names, name => folder.Write(name, ""));

        Assert.Equal(names, FolderStream.Read(folder.Root)!.Select(entry => entry.Name).Order(StringComparer.Ordinal));
    }
}
