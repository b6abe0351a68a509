namespace ExsLint.Cli.Tests;

/// <summary>
/// Whatever files a tree on disk has or lacks, with links, ignored files and folders in unlikely places, every command comes to
/// its end.
/// </summary>
public sealed class TreeShapeTests
{
    private const int Count = 8;

    [LinuxFact(IsLong = true)]
    public void Every_command_comes_to_its_end() => TreeGen.Tree.SamplePinned(
        entries =>
        {
            using var folder = Make(entries);
            foreach (var command in (string[])["check . --profile strict", "fix . --diff", "fix . --unsafe --drop-in", "config .",
                "unit .", "check ."])
            {
                var outcome = Exslint.Run(folder, command.Split(' '));
                Assert.InRange(outcome.ExitCode, 0, 2);
                Assert.DoesNotContain("internal error", outcome.Error, StringComparison.Ordinal);
                Assert.All(
                    outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries),
                    line => Assert.StartsWith("exslint: ", line, StringComparison.Ordinal));
            }
        },
        Count);

    private static TemporaryFolder Make(TreeEntry[] entries)
    {
        var folder = new TemporaryFolder();
        folder.Write(
            ".gitignore",
            string.Concat(entries.Where(entry => entry.Kind == TreeEntryKind.Ignored).Select(entry => $"/{entry.Path}\n")));
        Directory.CreateDirectory(folder.PathOf(".git"));
        foreach (var entry in entries)
        {
            var path = folder.PathOf(entry.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            switch (entry.Kind)
            {
                case TreeEntryKind.Folder:
                    Directory.CreateDirectory(path);
                    break;
                case TreeEntryKind.Link:
                    File.CreateSymbolicLink(path, folder.PathOf(entry.Content));
                    break;
                default:
                    folder.Write(entry.Path, entry.Content);
                    break;
            }

            if (entry.Kind == TreeEntryKind.Unreadable && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.None);
            }
        }

        return folder;
    }
}
