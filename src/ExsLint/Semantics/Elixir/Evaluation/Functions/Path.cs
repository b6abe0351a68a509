using System.Collections.Immutable;
using static ExsLint.Semantics.Elixir.Terms;

namespace ExsLint.Semantics.Elixir;

/// <summary>
/// <c>Path</c>. Paths into the analysed tree are unknown, since nobody knows where it lies, but remember where in the tree they lead.
/// </summary>
internal static class PathFunctions
{
    private const string ReasonOfPath = "a path";

    public static void AddTo(FunctionTable table)
    {
        table.In("Path");
        table
            .Any("join", 2, (_, a) => Join(a[0], a[1]))
            .Any("join", 1, (_, a) => Items(a[0]) is { Length: > 1 } parts ? parts[1..].Aggregate(parts[0], Join) : null)
            .Any("expand", 1, (site, a) => Expand(a[0], site.Session.Project.RootFolder))
            .Any("expand", 2, (site, a) => ExpandFrom(a[0], a[1], site.Session.Project.RootFolder))
            .Any("absname", 1, (site, a) => a[0] is BinaryValue { ValidText: { } text } && !text.Contains("..", StringComparison.Ordinal) ? Expand(a[0], site.Session.Project.RootFolder) : null)
            .Any("dirname", 1, (_, a) => a[0] is UnknownValue { TreePath: { Length: > 0 } path }
                ? InTree(TreePath.FolderOf(path))
                : OfPlain(a[0], DirectoryOf))
            .Any("basename", 1, (_, a) => a[0] is UnknownValue { TreePath: { Length: > 0 } path }
                ? Str(TreePath.NameOf(path))
                : OfPlain(a[0], BaseName))
            .Exact("basename", 2, ValueShape.Binary, a => a[1] is BinaryValue { ValidText: { } extension }
                ? OfPlain(a[0], path => BaseName(path) is var name && name.Length > extension.Length && name.EndsWith(extension, StringComparison.Ordinal) ? name[..^extension.Length] : name == extension ? null : name)
                : null)
            .Exact("extname", 1, ValueShape.Binary, a => OfPlain(a[0], Extension))
            .Exact("rootname", 1, ValueShape.Binary, a => OfPlain(a[0], path => Extension(path) is { } extension && !path.EndsWith('/') ? path[..^extension.Length] : null))
            .Exact("split", 1, ValueShape.List, a => Plain(a[0]) is { } path
                ? List([.. path.StartsWith('/') ? (AbstractValue[])[Str("/")] : [], .. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Str)])
                : null)
            .Exact("type", 1, ValueShape.Atom, a => Plain(a[0]) is { } path ? new AtomValue(path.StartsWith('/') ? "absolute" : "relative") : null)
            .Any("wildcard", 1, (site, a) => PathOf(a[0], site.Session.Project.RootFolder) is { } pattern ? Wildcard(site.Session, pattern, a[0]) : null);
    }

    /// <summary>A path that means the same everywhere: no doubled slashes, nothing that is looked up.</summary>
    private static string? Plain(AbstractValue value) =>
        value is BinaryValue { ValidText: { Length: > 0 } path } && !path.Contains("//", StringComparison.Ordinal) && !path.Contains('\0', StringComparison.Ordinal)
        && path[0] != '~' ? path : null;

    private static AbstractValue? OfPlain(AbstractValue value, Func<string, string?> change) =>
        Plain(value) is { } path ? change(path) is { } changed ? Str(changed) : null
        : value is UnknownValue unknown ? new UnknownValue(unknown.Reason, ValueShape.Binary) : null;

    private static string? DirectoryOf(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "." : slash == 0 ? "/" : path[..slash];
    }

    private static string BaseName(string path) => path.TrimEnd('/') is var name ? name[(name.LastIndexOf('/') + 1)..] : "";

    /// <summary>Names that start with their only dot have an extension in some versions of OTP.</summary>
    private static string? Extension(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "" : dot == 0 ? null : name[dot..];
    }

    private static UnknownValue InTree(string? path) => new(ReasonOfPath, ValueShape.Binary) { TreePath = path };

    /// <summary>How doubled and lone slashes are joined differs between versions; that is left unknown.</summary>
    private static AbstractValue Join(AbstractValue left, AbstractValue right)
    {
        if (right is not BinaryValue { ValidText: { } behind })
        {
            return new UnknownValue(right is UnknownValue unknown ? unknown.Reason : ReasonOfPath, ValueShape.Binary);
        }

        return left switch
        {
            BinaryValue { ValidText: { } text } when IsPlain(text) && text[0] != '~' && IsPlain(behind) => Str(text.TrimEnd('/') + "/" + behind.Trim('/')),
            UnknownValue { TreePath: { } folder } => InTree(TreePath.Combine(folder, behind.TrimStart('/'))),
            UnknownValue unknown => new UnknownValue(unknown.Reason, ValueShape.Binary),
            ChoiceValue choice => new UnknownValue(choice.Reason, ValueShape.Binary),
            _ => InTree(null),
        };
    }

    private static bool IsPlain(string path) => path.Trim('/').Length > 0 && !path.Contains("//", StringComparison.Ordinal);

    /// <summary><c>Path.expand/1</c>: an absolute path without <c>.</c> and <c>..</c>, or a path into the tree.</summary>
    private static AbstractValue? Expand(AbstractValue path, string folder) => path switch
    {
        BinaryValue { ValidText: ['/', ..] text } => Absolute(text),
        BinaryValue binary => InTree(TreePath.Combine(folder, binary.Text)),
        UnknownValue { TreePath: not null } => path,
        UnknownValue unknown => new UnknownValue(unknown.Reason, ValueShape.Binary),
        ChoiceValue choice => new UnknownValue(choice.Reason, ValueShape.Binary),
        _ => null,
    };

    private static AbstractValue? ExpandFrom(AbstractValue path, AbstractValue from, string root) => (path, from) switch
    {
        (BinaryValue { ValidText: ['/', ..] } or UnknownValue { TreePath: not null }, BinaryValue or UnknownValue) => Expand(path, root),
        (BinaryValue, UnknownValue { TreePath: { } folder }) => Expand(path, folder),
        (BinaryValue { ValidText: { Length: > 0 } text }, BinaryValue { ValidText: ['/', ..] folder }) when text[0] != '~' => Absolute($"{folder}/{text}"),
        (BinaryValue { ValidText: { Length: > 0 } }, BinaryValue { ValidText: { Length: > 0 } folder }) when folder[0] != '~' =>
            TreePath.Combine(root, folder) is { } inTree ? Expand(path, inTree) : InTree(null),
        (UnknownValue unknown, _) => new UnknownValue(unknown.Reason, ValueShape.Binary),
        (_, UnknownValue unknown) => new UnknownValue(unknown.Reason, ValueShape.Binary),
        _ => null,
    };

    private static BinaryValue? Absolute(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                if (segments.Count > 0)
                {
                    segments.RemoveAt(segments.Count - 1);
                }
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        return path.Contains('\0', StringComparison.Ordinal) ? null : Str("/" + string.Join('/', segments));
    }

    /// <summary>The path in the tree that a path leads to, from the project's root; null where it leads elsewhere, or <c>..</c> may follow a link.</summary>
    public static string? PathOf(AbstractValue path, string root) => path switch
    {
        BinaryValue { ValidText: { Length: > 0 } text } when !text.EndsWith('/') && !text.Contains('\0', StringComparison.Ordinal)
            && text.IndexOf("..", 1, StringComparison.Ordinal) < 0 => TreePath.Combine(root, text),
        UnknownValue unknown => unknown.TreePath,
        _ => null,
    };

    /// <summary>The files and folders of the tree that a pattern of <c>*</c> and <c>?</c> names, sorted; null where more may be on the machine.</summary>
    private static ListValue? Wildcard(EvaluationSession session, string pattern, AbstractValue written)
    {
        const string Unsupported = "[]{}\\";
        if (pattern.Contains("**", StringComparison.Ordinal) || pattern.Any(c => Unsupported.Contains(c, StringComparison.Ordinal)))
        {
            return null;
        }

        var segments = pattern.Split('/');
        if (Matches("prod.secret.exs", segments[^1]) || session.MayExistElsewhere(pattern))
        {
            return null;
        }

        var found = new List<string> { "" };
        for (var i = 0; i < segments.Length; i++)
        {
            found = [.. found.SelectMany(folder => Below(session.Files, folder, segments[i], foldersOnly: i < segments.Length - 1))];
        }

        // A relative pattern gives paths as it is written.
        var prefix = session.Project.RootFolder.Length == 0 ? "" : session.Project.RootFolder + "/";
        return written is UnknownValue ? List(found.Select(InTree))
            : written is BinaryValue { ValidText: { } text } && !text.StartsWith('.') && found.TrueForAll(path => path.StartsWith(prefix, StringComparison.Ordinal))
                ? List(found.Select(path => Str(path[prefix.Length..])))
            : null;
    }

    private static IEnumerable<string> Below(IProjectFiles files, string folder, string segment, bool foldersOnly)
    {
        var names = files.ListFolders(folder).Concat(foldersOnly ? [] : files.ListFiles(folder));
        return names.Where(name => Matches(name, segment)).Order(StringComparer.Ordinal).Select(name => folder.Length == 0 ? name : $"{folder}/{name}");
    }

    /// <summary>Names that start with a dot are matched only by a dot.</summary>
    private static bool Matches(string name, string pattern) =>
        (!name.StartsWith('.') || pattern.StartsWith('.')) && System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);
}
