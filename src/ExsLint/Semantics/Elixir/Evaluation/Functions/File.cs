using static ExsLint.Semantics.Elixir.Terms;

namespace ExsLint.Semantics.Elixir;

/// <summary><c>File</c>, as far as the analysed tree tells.</summary>
internal static class FileFunctions
{
    private const string Outside = "a file outside the tree";

    public static void AddTo(FunctionTable table)
    {
        table.In("File")
            .Any("cwd!", 0, (site, _) => WorkingDirectory(site.Session))
            .Any("cwd", 0, (site, _) => Ok(WorkingDirectory(site.Session)))
            .Any("exists?", 1, (site, a) => Exists(site.Session, a[0], files: true, folders: true))
            .Any("regular?", 1, (site, a) => Exists(site.Session, a[0], files: true, folders: false))
            .Any("dir?", 1, (site, a) => Exists(site.Session, a[0], files: false, folders: true))
            .Any("read", 1, (site, a) => Read(site.Session, a[0]) switch
            {
                NeverValue => Tuple(Error, new AtomValue("enoent")),
                BinaryValue text => Ok(text),
                _ => null,
            })
            .Any("read!", 1, (site, a) => Read(site.Session, a[0]) ?? new UnknownValue(Outside, ValueShape.Binary))
            .Any("ls!", 0, (site, _) => Names(site.Session.Project.RootFolder))
            .Any("ls!", 1, (site, a) => List(site.Session, a[0]))
            .Any("ls", 1, (site, a) => List(site.Session, a[0]) switch
            {
                NeverValue => Tuple(Error, new AtomValue("enoent")),
                var names => new ChoiceValue([Ok(names), Tuple(Error, new UnknownValue(ReasonOf(names), ValueShape.Atom))], ReasonOf(names)),
            });
        foreach (var (name, arity) in FileChanges.WritingFunctions)
        {
            table.Any(name, arity, (site, a) =>
            {
                site.Session.Changes.Add(site.Session, name, a);
                return null;
            });
        }
    }

    private static UnknownValue WorkingDirectory(EvaluationSession session) =>
        new("the project's folder", ValueShape.Binary) { TreePath = session.Changes.IsElsewhere ? null : session.Project.RootFolder, IsExistingFolder = true };

    /// <summary>
    /// The names in a folder: in no order that is known, and on the machine there may be others, secret or ignored by git. It raises where there
    /// is no such folder.
    /// </summary>
    private static AbstractValue List(EvaluationSession session, AbstractValue argument) =>
        Exists(session, argument, files: true, folders: true) is AtomValue { Name: "false" } ? Raise
            : Names(PathFunctions.PathOf(argument, session.Project.RootFolder) ?? "a folder outside the tree");

    private static UnknownValue Names(string folder) => new($"the names in {(folder.Length == 0 ? "the project's folder" : folder)}", ValueShape.List);

    private static string ReasonOf(AbstractValue value) => ((UnknownValue)value).Reason;

    private static AbstractValue Exists(EvaluationSession session, AbstractValue argument, bool files, bool folders)
    {
        if (PathFunctions.PathOf(argument, session.Project.RootFolder) is not { } path)
        {
            return new UnknownValue("whether a file outside the tree exists", ValueShape.Boolean);
        }

        if (session.Changes.MayConcern(path))
        {
            return new UnknownValue($"whether {path} exists, {FileChanges.Reason}", ValueShape.Boolean);
        }

        if ((files && session.Files.FileExists(path)) || (folders && FolderExists(session.Files, path)))
        {
            return AtomValue.True;
        }

        // A pattern of git's that ends in a slash ignores folders only: what would stand in such a folder tells.
        return session.MayExistElsewhere(path) || (folders && session.Files.IsIgnored(path + "/\u0001")) || TreeGlob.IsLink(session.Files, path)
            ? new UnknownValue($"whether {path} exists", ValueShape.Boolean)
            : AtomValue.False;
    }

    private static bool FolderExists(IProjectFiles files, string path) =>
        path.Length == 0 || files.ListFolders(TreePath.FolderOf(path)).Contains(TreePath.NameOf(path));

    /// <summary>A file's contents; it raises where there is none, and is null where that is not known.</summary>
    private static AbstractValue? Read(EvaluationSession session, AbstractValue argument)
    {
        if (PathFunctions.PathOf(argument, session.Project.RootFolder) is not { } path)
        {
            return null;
        }

        if (session.Changes.MayConcern(path))
        {
            return new UnknownValue($"{path}, {FileChanges.Reason}", ValueShape.Binary);
        }

        if (session.Files.FileExists(path))
        {
            return session.Files.Read(path) is { RoundTrips: true } source ? Str(source.Content) : null;
        }

        return session.MayExistElsewhere(path) || FolderExists(session.Files, path) || TreeGlob.IsLink(session.Files, path) ? null : Raise;
    }
}
