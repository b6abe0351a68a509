using System.Text;
using ExsLint.Cli.Files.Writing;

namespace ExsLint.Cli.Tests.Fixing;

/// <summary>Replacing a file keeps what the file is, and refuses where it could lose something.</summary>
public sealed class FileReplacerTests : IDisposable
{
    private const string Old = "old\n";
    private const string New = "new\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public void The_mode_and_the_owner_stay()
    {
        _folder.Write("a.exs", Old);
        Shell("chmod 640 a.exs && (chown 12345:12346 a.exs 2>/dev/null || true)");
        var before = Shell("stat -c '%a %u %g' a.exs");

        Assert.Equal((null, 0), Replace("a.exs"));
        Assert.Equal((New, before), (Read("a.exs"), Shell("stat -c '%a %u %g' a.exs")));
        Assert.Equal(["a.exs"], Names());
    }

    [LinuxFact]
    public void A_link_in_the_tree_is_followed_and_stays_a_link()
    {
        _folder.Write("real/a.exs", Old);
        Shell("ln -s real/a.exs link.exs");

        Assert.Equal((null, 0), Replace("link.exs"));
        Assert.Equal((New, "real/a.exs\n"), (Read("real/a.exs"), Shell("readlink link.exs")));
    }

    [LinuxFact]
    public void A_link_out_of_the_tree_is_not_followed()
    {
        using var outside = new TemporaryFolder();
        outside.Write("a.exs", Old);
        Shell($"ln -s {outside.PathOf("a.exs")} link.exs; ln -s {outside.Root} folder");

        Assert.Equal("a link that leads out of the tree is not followed to write", Replace("link.exs").Refusal);
        Assert.Equal("a link that leads out of the tree is not followed to write", Replace("folder/a.exs").Refusal);
        Assert.Equal(Old, File.ReadAllText(outside.PathOf("a.exs")));
    }

    [Fact]
    public void A_file_that_has_changed_since_it_was_read_is_left_alone()
    {
        _folder.Write("a.exs", "changed\n");

        Assert.Equal("it has changed since it was read", Replace("a.exs").Refusal);
        Assert.Equal(("changed\n", "a.exs"), (Read("a.exs"), string.Join(' ', Names())));
    }

    [LinuxFact]
    public void A_read_only_file_is_left_alone()
    {
        _folder.Write("a.exs", Old);
        Shell("chmod 444 a.exs");

        Assert.Equal("the file is read-only", Replace("a.exs").Refusal);
        Assert.Equal(Old, Read("a.exs"));
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_left_alone()
    {
        Directory.CreateDirectory(_folder.PathOf("a.exs"));

        Assert.Equal("is a directory", Replace("a.exs").Refusal);
        Assert.Equal("no such file or directory", Replace("gone.exs").Refusal);
    }

    [LinuxFact]
    public void Other_hard_links_are_told_of()
    {
        _folder.Write("a.exs", Old);
        Shell("ln a.exs b.exs");
        var outcome = new FileReplacer(_folder.Root).Replace("a.exs", Bytes(Old), Bytes(New));

        Assert.Equal(["its other hard links keep the old text"], outcome.Losses);
        Assert.Equal((New, Old), (Read("a.exs"), Read("b.exs")));
    }

    [Fact]
    public void What_a_kill_left_behind_is_taken_away_and_what_is_being_written_is_not()
    {
        _folder.Write("a.exs", Old);
        _folder.Write(".a.exs" + TemporaryFile.Suffix, "half");
        Assert.Equal((null, 0), Replace("a.exs"));
        Assert.Equal(["a.exs"], Names());

        _folder.Write("a.exs", Old);
        using (new FileStream(
            _folder.PathOf(".a.exs" + TemporaryFile.Suffix), FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            Assert.Equal("another exslint is writing it", Replace("a.exs").Refusal);
        }

        Assert.Equal(Old, Read("a.exs"));
    }

    [Fact]
    public void A_new_file_never_takes_the_place_of_another()
    {
        _folder.Write("a.service.d/50-exslint.conf", Old);
        var replacer = new FileReplacer(_folder.Root);

        Assert.Equal("it has changed since it was read", replacer.Create("a.service.d/50-exslint.conf", Bytes(New)).Refusal);
        Assert.Null(replacer.Create("b.service.d/50-exslint.conf", Bytes(New)).Refusal);
        Assert.Equal((Old, New), (Read("a.service.d/50-exslint.conf"), Read("b.service.d/50-exslint.conf")));
    }

    [LinuxFact]
    public void Extended_attributes_stay()
    {
        _folder.Write("a.exs", Old);
        if (Shell("setfattr -n user.note -v kept a.exs 2>/dev/null && echo set").Length == 0)
        {
            // No such tool, or a file system without attributes.
            return;
        }

        Assert.Equal((null, 0), Replace("a.exs"));
        Assert.Contains("kept", Shell("getfattr -n user.note a.exs"), StringComparison.Ordinal);
    }

    [LinuxFact]
    public void A_file_with_the_longest_name_is_written()
    {
        var name = new string('x', 251) + ".exs";
        var twin = new string('x', 250) + "y.exs";
        _folder.Write(name, Old);

        Assert.Equal((null, 0), Replace(name));
        Assert.Equal(New, Read(name));
        Assert.All(
            [TemporaryFile.NameFor(name), TemporaryFile.NameFor(new string('\u00e4', 127))],
            temporary => Assert.InRange(Encoding.UTF8.GetByteCount(temporary), 250, 255));
        Assert.NotEqual(TemporaryFile.NameFor(name), TemporaryFile.NameFor(twin));
    }

    [LinuxFact]
    public void A_link_may_say_where_it_leads_in_any_way_that_stays_in_the_tree()
    {
        _folder.Write("real/deep/a.exs", Old);
        Shell(
            "ln -s \"$PWD/real\" absolute; ln -s ../real/./deep real/around; ln -s \"../$(basename \"$PWD\")/real/deep/a.exs\" "
                + "through.exs; ln -s a.exs real/deep/b.exs");
        foreach (var path in (string[])["absolute/deep/a.exs", "real/around/a.exs", "through.exs", "absolute/around/b.exs"])
        {
            _folder.Write("real/deep/a.exs", Old);
            Assert.Equal((path, (null, 0)), (path, Replace(path)));
            Assert.Equal(New, Read("real/deep/a.exs"));
        }

        Shell("ln -s round.exs round.exs; ln -s gone.exs nowhere.exs");
        Assert.Equal("no such file or directory", Replace("round.exs").Refusal);
        Assert.Equal("no such file or directory", Replace("nowhere.exs").Refusal);
    }

    [LinuxFact]
    public void A_new_file_makes_no_folder_outside_of_the_tree()
    {
        using var outside = new TemporaryFolder();
        Shell($"ln -s {outside.Root} etc; ln -s ../{Path.GetFileName(outside.Root)} usr");
        var replacer = new FileReplacer(_folder.Root);

        Assert.Equal(
            "a link that leads out of the tree is not followed to write",
            replacer.Create("etc/systemd/a.conf", Bytes(New)).Refusal);
        Assert.Equal(
            "a link that leads out of the tree is not followed to write",
            replacer.Create("usr/systemd/a.conf", Bytes(New)).Refusal);
        Assert.Empty(Directory.GetFileSystemEntries(outside.Root));
    }

    [LinuxFact]
    public void A_new_file_and_its_folders_have_the_permissions_that_umask_leaves()
    {
        _folder.Write("empty", "");
        var expected = Shell("mkdir made; touch made/file; stat -c %a made made/file");

        Assert.Null(new FileReplacer(_folder.Root).Create("new/folder/a.conf", Bytes(New)).Refusal);
        Assert.Equal(expected, Shell("stat -c %a new/folder new/folder/a.conf"));
    }

    [LinuxFact]
    public void Folders_of_a_new_file_that_is_not_written_go_away()
    {
        _folder.Write("there/a", Old);
        var name = new string('x', 256);

        Assert.Equal(
            "the path is too long", new FileReplacer(_folder.Root).Create($"there/new/folder/{name}", Bytes(New)).Refusal);
        Assert.Equal(["a"], Directory.GetFileSystemEntries(_folder.PathOf("there")).Select(entry => Path.GetFileName(entry)!));
    }

    private (string? Refusal, int Losses) Replace(string path)
    {
        var outcome = new FileReplacer(_folder.Root).Replace(path, Bytes(Old), Bytes(New));
        return (outcome.Refusal, outcome.Losses.Count);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private string Read(string path) => File.ReadAllText(_folder.PathOf(path));

    private string Shell(string line) => Exslint.RunShell(_folder, line).Output;

    private string[] Names() => [.. Directory.GetFileSystemEntries(_folder.Root).Select(entry => Path.GetFileName(entry))];
}
