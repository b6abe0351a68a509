using static ExsLint.Semantics.Elixir.Terms;

namespace ExsLint.Semantics.Elixir;

/// <summary><c>File</c>, as far as the analysed tree tells.</summary>
internal static class FileFunctions
{
    private const string Outside = "a file outside the tree";

    public static void AddTo(FunctionTable table) => table.In("File")
        .Any("cwd!", 0, (site, _) => new UnknownValue("the project's folder", ValueShape.Binary) { TreePath = site.Session.Project.RootFolder })
        .Any("exists?", 1, (site, a) => Exists(site.Session, a[0], files: true, folders: true))
        .Any("regular?", 1, (site, a) => Exists(site.Session, a[0], files: true, folders: false))
        .Any("dir?", 1, (site, a) => Exists(site.Session, a[0], files: false, folders: true))
        .Any("read", 1, (site, a) => Read(site.Session, a[0]) switch
        {
            NeverValue => Tuple(Error, new AtomValue("enoent")),
            BinaryValue text => Ok(text),
            _ => null,
        })
        .Any("read!", 1, (site, a) => Read(site.Session, a[0]) ?? new UnknownValue(Outside, ValueShape.Binary));

    private static AbstractValue Exists(EvaluationSession session, AbstractValue argument, bool files, bool folders)
    {
        if (PathFunctions.PathOf(argument, session.Project.RootFolder) is not { } path)
        {
            return new UnknownValue("whether a file outside the tree exists", ValueShape.Boolean);
        }

        if ((files && session.Files.FileExists(path)) || (folders && FolderExists(session.Files, path)))
        {
            return AtomValue.True;
        }

        return session.MayExistElsewhere(path)
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

        if (session.Files.FileExists(path))
        {
            return session.Files.Read(path) is { RoundTrips: true } source ? Str(source.Content) : null;
        }

        return session.MayExistElsewhere(path) || FolderExists(session.Files, path) ? null : Raise;
    }
}
