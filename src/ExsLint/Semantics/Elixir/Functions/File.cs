using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>File</c>, as far as the analysed tree tells.</summary>
internal static class FileFunctions
{
    /// <summary>Why something is not known of a file, for people.</summary>
    public const string ChangedReason = "which the configuration may have written";

    private const string Outside = "a file outside the tree";

    /// <summary>The functions of <c>File</c> that write, and how many arguments they take.</summary>
    public static IEnumerable<(string Name, int Arity)> WritingFunctions { get; } =
    [
        ("write", 2), ("write", 3), ("write!", 2), ("write!", 3), ("rm", 1), ("rm!", 1), ("rm_rf", 1), ("rm_rf!", 1),
        ("rmdir", 1), ("rmdir!", 1), ("mkdir", 1), ("mkdir!", 1), ("mkdir_p", 1), ("mkdir_p!", 1), ("cp", 2), ("cp", 3),
        ("cp!", 2), ("cp!", 3), ("cp_r", 2), ("cp_r", 3), ("cp_r!", 2), ("cp_r!", 3), ("copy", 2), ("copy", 3), ("copy!", 2),
        ("copy!", 3), ("rename", 2), ("rename!", 2), ("touch", 1), ("touch", 2), ("touch!", 1), ("touch!", 2), ("ln", 2),
        ("ln!", 2), ("ln_s", 2), ("ln_s!", 2), ("cd", 1), ("cd!", 1), ("cd", 2), ("cd!", 2),
    ];

    public static void AddTo(FunctionTable table)
    {
        table.In("File")
            .Any("cwd!", 0, (site, _) => WorkingDirectory(site.Caller.Files))
            .Any("cwd", 0, (site, _) => Ok(WorkingDirectory(site.Caller.Files)))
            .Any("exists?", 1, (site, a) => Exists(site.Caller.Files, a[0], files: true, folders: true))
            .Any("regular?", 1, (site, a) => Exists(site.Caller.Files, a[0], files: true, folders: false))
            .Any("dir?", 1, (site, a) => Exists(site.Caller.Files, a[0], files: false, folders: true))
            .Any("read", 1, (site, a) => Read(site.Caller.Files, a[0]) switch
            {
                NeverValue => Tuple(Error, new AtomValue("enoent")),
                BinaryValue text => Ok(text),
                _ => null,
            })
            .Any("read!", 1, (site, a) => Read(site.Caller.Files, a[0]) ?? new UnknownValue(Outside, ValueShape.Binary))
            .Any("ls!", 0, (site, _) => Names(site.Caller.Files.RootFolder))
            .Any("ls!", 1, (site, a) => List(site.Caller.Files, a[0]))
            .Any("ls", 1, (site, a) => List(site.Caller.Files, a[0]) switch
            {
                NeverValue => Tuple(Error, new AtomValue("enoent")),
                var names => new ChoiceValue(
                    [Ok(names), Tuple(Error, new UnknownValue(ReasonOf(names), ValueShape.Atom))], ReasonOf(names)),
            });
        foreach (var (name, arity) in WritingFunctions)
        {
            table.Any(name, arity, (site, a) =>
            {
                site.Caller.Files.Write(name, a);
                return null;
            });
        }
    }

    private static UnknownValue WorkingDirectory(IFileView tree) =>
        new("the project's folder", ValueShape.Binary)
        {
            TreePath = tree.IsElsewhere ? null : tree.RootFolder,
            IsExistingFolder = true,
        };

    /// <summary>
    /// The names in a folder: in no order that is known, and on the machine there may be others, secret or ignored by git. It
    /// raises where there is no such folder.
    /// </summary>
    private static AbstractValue List(IFileView tree, AbstractValue argument) =>
        Exists(tree, argument, files: true, folders: true) is AtomValue { Name: "false" } ? Raise
            : Names(PathFunctions.PathOf(argument, tree.RootFolder) ?? "a folder outside the tree");

    private static UnknownValue Names(string folder) =>
        new($"the names in {(folder.Length == 0 ? "the project's folder" : folder)}", ValueShape.List);

    private static string ReasonOf(AbstractValue value) => ((UnknownValue)value).Reason;

    private static AbstractValue Exists(IFileView tree, AbstractValue argument, bool files, bool folders)
    {
        if (PathFunctions.PathOf(argument, tree.RootFolder) is not { } path)
        {
            return new UnknownValue("whether a file outside the tree exists", ValueShape.Boolean);
        }

        return tree.Find(path, files, folders) switch
        {
            Presence.Present => AtomValue.True,
            Presence.Absent => AtomValue.False,
            _ => new UnknownValue(
                $"whether {path} exists{(tree.MayHaveChanged(path) ? $", {ChangedReason}" : "")}", ValueShape.Boolean),
        };
    }

    /// <summary>A file's contents; it raises where there is none, and is null where that is not known.</summary>
    private static AbstractValue? Read(IFileView tree, AbstractValue argument)
    {
        if (PathFunctions.PathOf(argument, tree.RootFolder) is not { } path)
        {
            return null;
        }

        return tree.Find(path, asFile: true, asFolder: false) switch
        {
            Presence.Present => tree.Read(path) is { RoundTrips: true } source ? Str(source.Content) : null,
            Presence.Absent => tree.FolderExists(path) ? null : Raise,
            _ => tree.MayHaveChanged(path) ? new UnknownValue($"{path}, {ChangedReason}", ValueShape.Binary) : null,
        };
    }
}
