using ExsLint.Semantics.Elixir.Evaluation;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

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

        return session.Presence.Of(path, files, folders) switch
        {
            Presence.Present => AtomValue.True,
            Presence.Absent => AtomValue.False,
            _ => new UnknownValue($"whether {path} exists{(session.Changes.MayConcern(path) ? $", {FileChanges.Reason}" : "")}", ValueShape.Boolean),
        };
    }

    /// <summary>A file's contents; it raises where there is none, and is null where that is not known.</summary>
    private static AbstractValue? Read(EvaluationSession session, AbstractValue argument)
    {
        if (PathFunctions.PathOf(argument, session.Project.RootFolder) is not { } path)
        {
            return null;
        }

        return session.Presence.OfFile(path) switch
        {
            Presence.Present => session.Files.Read(path) is { RoundTrips: true } source ? Str(source.Content) : null,
            Presence.Absent => session.Presence.FolderExists(path) ? null : Raise,
            _ => session.Changes.MayConcern(path) ? new UnknownValue($"{path}, {FileChanges.Reason}", ValueShape.Binary) : null,
        };
    }
}
