using System.Text;
using ExsLint.Cli.Files.Writing;
using Microsoft.Win32.SafeHandles;

namespace ExsLint.Cli.Tests.Fixing;

/// <summary>What somebody else does between two steps of replacing a file is neither lost nor followed out of the tree.</summary>
public sealed class ReplacerRaceTests : IDisposable
{
    private const string Old = "old\n";
    private const string New = "new\n";
    private const string Changed = "it has changed since it was read";

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _outside = new();

    public ReplacerRaceTests()
    {
        _folder.Write("config/a.exs", Old);
        _outside.Write("a.exs", Old);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _outside.Dispose();
    }

    [LinuxTheory]
    [InlineData("FolderOpened")]
    [InlineData("Written")]
    [InlineData("Compared")]
    [InlineData("Exchanged")]
    public void A_folder_that_is_swapped_for_a_link_is_written_where_it_is_now(string step)
    {
        Assert.Null(Replace(step, () => Shell($"mv config moved && ln -s {_outside.Root} config")));
        Assert.Equal((New, Old), (Read("moved/a.exs"), File.ReadAllText(_outside.PathOf("a.exs"))));
        Assert.Equal(["a.exs"], Names(_outside.Root));
        Assert.Equal(["a.exs"], Names(_folder.PathOf("moved")));
    }

    [LinuxFact]
    public void A_new_file_stays_in_the_folder_that_was_opened()
    {
        var replacer = Racer("FolderOpened", () => Shell($"mv etc moved && ln -s {_outside.Root} etc"));

        Assert.Null(replacer.Create("etc/a.service.d/50-exslint.conf", Encoding.UTF8.GetBytes(New)).Refusal);
        Assert.Equal(New, Read("moved/a.service.d/50-exslint.conf"));
        Assert.Equal(["a.exs"], Names(_outside.Root));
    }

    [LinuxTheory]
    [InlineData("FolderOpened")]
    [InlineData("Written")]
    [InlineData("Compared")]
    public void An_edit_that_is_appended_stays(string step)
    {
        Assert.Equal(Changed, Replace(step, () => Shell("echo edit >> config/a.exs")));
        Assert.Equal("old\nedit\n", Read("config/a.exs"));
        Assert.Equal(["a.exs"], Names(_folder.PathOf("config")));
    }

    [LinuxTheory]
    [InlineData("FolderOpened")]
    [InlineData("Written")]
    [InlineData("Compared")]
    public void A_file_that_takes_the_place_of_the_old_one_stays(string step)
    {
        Assert.Equal(Changed, Replace(step, () => Shell("echo other > b && mv b config/a.exs")));
        Assert.Equal("other\n", Read("config/a.exs"));
        Assert.Equal(["a.exs"], Names(_folder.PathOf("config")));
    }

    [LinuxTheory]
    [InlineData("FolderOpened")]
    [InlineData("Written")]
    [InlineData("Compared")]
    public void A_link_that_takes_the_place_of_the_file_is_not_followed(string step)
    {
        var reason = step == "FolderOpened" ? "not a regular file" : Changed;
        Assert.Equal(reason, Replace(step, () => Shell($"ln -sf {_outside.PathOf("a.exs")} config/a.exs")));
        Assert.Equal(Old, File.ReadAllText(_outside.PathOf("a.exs")));
        Assert.Equal($"{_outside.PathOf("a.exs")}\n", Shell("readlink config/a.exs"));
        Assert.Equal(["a.exs"], Names(_folder.PathOf("config")));
    }

    [LinuxTheory]
    [InlineData("Written")]
    [InlineData("Exchanged")]
    public void A_program_that_has_the_file_open_to_write_keeps_it(string step)
    {
        SafeFileHandle? writer = null;
        var path = _folder.PathOf(step == "Exchanged" ? $"config/{TemporaryFile.NameFor("a.exs")}" : "config/a.exs");
        Assert.Equal(
            "another program has it open to write",
            Replace(step, () => writer = new SafeFileHandle(LinuxCalls.Open(path, LinuxCalls.WriteOnly), ownsHandle: true)));
        RandomAccess.Write(writer!, "edited\n"u8, 0);
        writer!.Dispose();
        Assert.Equal("edited\n", Read("config/a.exs"));
        Assert.Equal(["a.exs"], Names(_folder.PathOf("config")));
    }

    [LinuxFact]
    public void What_is_written_to_a_new_text_that_does_not_stay_is_kept_beside_it()
    {
        var temporary = TemporaryFile.NameFor("a.exs");
        Assert.Equal(
            $"{Changed}; what was written to the new text meanwhile is in {temporary}",
            Replace("Exchanged", () => Shell($"echo first >> config/{temporary}; echo second >> config/a.exs")));
        Assert.Equal(("old\nfirst\n", "new\nsecond\n"), (Read("config/a.exs"), Read($"config/{temporary}")));
    }

    [LinuxFact]
    public void The_other_of_two_writers_gives_way()
    {
        string? other = null;
        Assert.Null(Replace("Exchanged", () => other = Replace("none", () => { })));
        Assert.Equal("another exslint is writing it", other);
        Assert.Equal((New, "a.exs"), (Read("config/a.exs"), string.Join(' ', Names(_folder.PathOf("config")))));
    }

    private string? Replace(string step, Action act) =>
        Racer(step, act).Replace("config/a.exs", Encoding.UTF8.GetBytes(Old), Encoding.UTF8.GetBytes(New)).Refusal;

    private FileReplacer Racer(string step, Action act)
    {
        var isDone = false;
        return new FileReplacer(_folder.Root, passed =>
        {
            if (!isDone && passed.ToString() == step)
            {
                isDone = true;
                act();
            }
        });
    }

    private string Read(string path) => File.ReadAllText(_folder.PathOf(path));

    private string Shell(string line) => Exslint.RunShell(_folder, line).Output;

    private static string[] Names(string folder) =>
        [.. Directory.GetFileSystemEntries(folder).Select(entry => Path.GetFileName(entry))];
}
