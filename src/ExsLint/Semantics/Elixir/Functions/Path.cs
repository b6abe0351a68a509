using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>
/// <c>Path</c>. Paths into the analysed tree are unknown, since nobody knows where it lies, but remember where in the tree they
/// lead.
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
            .Any("expand", 1, (site, a) => Expand(a[0], site.Caller.Files.RootFolder))
            .Any("expand", 2, (site, a) => ExpandFrom(a[0], a[1], site.Caller.Files.RootFolder))
            .Any("absname", 1, (site, a) =>
                a[0] is BinaryValue { ValidText: { } text } && !text.Contains("..", StringComparison.Ordinal)
                    ? Expand(a[0], site.Caller.Files.RootFolder)
                    : null)
            .Any("dirname", 1, (_, a) => a[0] is UnknownValue { TreePath: { Length: > 0 } path, HasSteps: false } inner
                ? InTree(TreePath.FolderOf(path)) with { MovesInRelease = inner.MovesInRelease }
                : OfPlain(a[0], DirectoryOf))
            .Any("basename", 1, (_, a) => a[0] is UnknownValue
            {
                TreePath: { Length: > 0 } path, HasSteps: false, MovesInRelease: false
            }
                ? Str(TreePath.NameOf(path))
                : OfPlain(a[0], BaseName))
            .Exact("basename", 2, ValueShape.Binary, a => a[1] is BinaryValue { ValidText: { Length: > 0 } extension }
                ? OfPlain(a[0], path =>
                    path.EndsWith('/') ? null
                        : BaseName(path) is var name
                            && name.Length > extension.Length
                            && name.EndsWith(extension, StringComparison.Ordinal)
                            ? name[..^extension.Length]
                        : name == extension ? null
                        : name)
                : null)
            .Exact("extname", 1, ValueShape.Binary, a => OfPlain(a[0], Extension))
            .Exact("rootname", 1, ValueShape.Binary, a =>
                OfPlain(a[0], path => Extension(path) is { } extension && !path.EndsWith('/') ? path[..^extension.Length] : null))
            .Exact("split", 1, ValueShape.List, a => Plain(a[0]) is { } path
                ? List([.. path.StartsWith('/') ? (AbstractValue[])[Str("/")] : [],
                    .. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Str)])
                : null)
            .Exact("type", 1, ValueShape.Atom, a =>
                Plain(a[0]) is { } path ? new AtomValue(path.StartsWith('/') ? "absolute" : "relative") : null)
            .Exact("rootname", 2, ValueShape.Binary, a => a[1] is BinaryValue { ValidText: { Length: > 0 } extension }
                ? OfPlain(a[0], path => !path.EndsWith(extension, StringComparison.Ordinal) ? path
                    : BaseName(path).Length > extension.Length ? path[..^extension.Length] : null)
                : null)
            .Any("relative_to", 2, (_, a) => RelativeTo(a[0], a[1]))
            .Any("relative_to_cwd", 1, (site, a) =>
                a[0] is UnknownValue ? RelativeTo(a[0], InTree(site.Caller.Files.RootFolder)) : null)
            .Any("wildcard", 1, (site, a) => Wildcard(site.Caller.Files, a[0], matchDot: false))
            .Any("wildcard", 2, (site, a) => a[1] switch
            {
                ListValue { Rest: null, Items: [] } => Wildcard(site.Caller.Files, a[0], matchDot: false),
                ListValue { Rest: null, Items: [TupleValue { Items: [AtomValue { Name: "match_dot" }, AtomValue matches] }] } =>
                    Wildcard(site.Caller.Files, a[0], matches.IsTruthy == true),
                _ => null,
            });
    }

    /// <summary>
    /// <c>Path.relative_to/2</c>, where versions of Elixir agree: between places of the tree, and between absolute paths, of
    /// which the first is below the second or leads elsewhere, without <c>.</c> and <c>..</c>.
    /// </summary>
    private static AbstractValue? RelativeTo(AbstractValue path, AbstractValue from)
    {
        switch (path, from)
        {
            case (UnknownValue { TreePath: { Length: > 0 } inner, HasSteps: false } one,
                UnknownValue { TreePath: { } folder, HasSteps: false } other) when one.MovesInRelease == other.MovesInRelease:
                return TreePath.Within(folder, inner) is { } rest && inner != folder ? Str(rest) : null;
            case (UnknownValue unknown, _):
                return new UnknownValue(unknown.Reason, ValueShape.Binary);
            case (_, UnknownValue unknown):
                return new UnknownValue(unknown.Reason, ValueShape.Binary);
            default:
                return Plain(path) is ['/', _, ..] written
                    && Plain(from) is ['/', ..] start
                    && !TreePath.HasSteps(written)
                    && !TreePath.HasSteps(start)
                    && !written.EndsWith('/') && written != start.TrimEnd('/')
                    ? Str(TreePath.Within(start.TrimEnd('/'), written) is { } below ? below.TrimStart('/') : written)
                    : null;
        }
    }

    /// <summary>A path that means the same everywhere: no doubled slashes, nothing that is looked up.</summary>
    private static string? Plain(AbstractValue value) =>
        value is BinaryValue { ValidText: { Length: > 0 } path }
        && !path.Contains("//", StringComparison.Ordinal)
        && !path.Contains('\0', StringComparison.Ordinal)
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
            BinaryValue { ValidText: "/" } when IsPlain(behind) => Str("/" + behind.Trim('/')),
            BinaryValue { ValidText: { } text } when IsPlain(text) && text[0] != '~' && IsPlain(behind) =>
                Str(text.TrimEnd('/') + "/" + behind.Trim('/')),
            UnknownValue { TreePath: not null } folder => Below(folder, behind) with { Reason = ReasonOfPath },
            UnknownValue unknown => new UnknownValue(unknown.Reason, ValueShape.Binary),
            ChoiceValue choice => new UnknownValue(choice.Reason, ValueShape.Binary),
            _ => InTree(null),
        };
    }

    /// <summary>A path that starts with one into the tree.</summary>
    /// <param name="folder">The path into the tree.</param>
    /// <param name="behind">What stands behind it.</param>
    public static UnknownValue Below(UnknownValue folder, string behind) => new(folder.Reason, ValueShape.Binary)
    {
        TreePath = LeavesName(folder, behind) || TreeGlob.HasStepBehindWildcard($"{folder.TreePath}/{behind}")
            ? null
            : TreePath.Combine(folder.TreePath ?? "", behind.TrimStart('/')),
        HasSteps = folder.HasSteps || TreePath.HasSteps(behind),
        MovesInRelease = folder.MovesInRelease,
    };

    /// <summary>
    /// Whether <c>..</c> stands behind a name: where there is no such folder, the system finds nothing, whatever is left of the
    /// path.
    /// </summary>
    private static bool LeavesName(UnknownValue folder, string behind)
    {
        var isFolder = folder.IsExistingFolder;
        foreach (var segment in behind.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == ".." && !isFolder)
            {
                return true;
            }

            isFolder &= segment is "." or "..";
        }

        return false;
    }

    private static bool IsPlain(string path) => path.Trim('/').Length > 0 && !path.Contains("//", StringComparison.Ordinal);

    /// <summary><c>Path.expand/1</c>: an absolute path without <c>.</c> and <c>..</c>, or a path into the tree.</summary>
    private static AbstractValue? Expand(AbstractValue path, string folder) => path switch
    {
        BinaryValue { ValidText: ['/', ..] text } => Absolute(text),
        BinaryValue binary => InTree(TreePath.Combine(folder, binary.Text)),
        UnknownValue { TreePath: not null } inTree => inTree with { HasSteps = false },
        UnknownValue unknown => new UnknownValue(unknown.Reason, ValueShape.Binary),
        ChoiceValue choice => new UnknownValue(choice.Reason, ValueShape.Binary),
        _ => null,
    };

    private static AbstractValue? ExpandFrom(AbstractValue path, AbstractValue from, string root) => (path, from) switch
    {
        (BinaryValue { ValidText: ['/', ..] } or UnknownValue { TreePath: not null }, BinaryValue or UnknownValue) =>
            Expand(path, root),
        (BinaryValue, UnknownValue { TreePath: { } folder, MovesInRelease: var moves }) =>
            Expand(path, folder) is UnknownValue expanded ? expanded with { MovesInRelease = moves } : Expand(path, folder),
        (BinaryValue { ValidText: { Length: > 0 } text }, BinaryValue { ValidText: ['/', ..] folder }) when text[0] != '~' =>
            Absolute($"{folder}/{text}"),
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

    /// <summary>
    /// The path in the tree that a path leads to, from the project's root; null where it leads elsewhere, or <c>..</c> may follow
    /// a link.
    /// </summary>
    public static string? PathOf(AbstractValue path, string root) => path switch
    {
        BinaryValue { ValidText: { Length: > 0 } text } when !text.EndsWith('/') && !text.Contains('\0', StringComparison.Ordinal)
            && text.IndexOf("..", 1, StringComparison.Ordinal) < 0 => TreePath.Combine(root, text),
        UnknownValue { MovesInRelease: false } unknown => unknown.TreePath,
        _ => null,
    };

    /// <summary>The files and folders of the tree that a pattern matches; null where more may be on the machine.</summary>
    private static ListValue? Wildcard(IFileView files, AbstractValue written, bool matchDot)
    {
        var (folder, pattern) = written switch
        {
            UnknownValue { TreePath: { } path, MovesInRelease: false } => ("", path),
            BinaryValue { ValidText: { Length: > 0 } text }
                when text[0] is not ('/' or '~') && !text.Contains('\0', StringComparison.Ordinal) =>
                (files.RootFolder, text),
            _ => ("", ""),
        };
        if (pattern.Length == 0 || files.Expand(folder, pattern, matchDot) is not { } paths)
        {
            return null;
        }

        // A relative pattern gives paths as it is written.
        return List(paths.Select(path =>
            written is UnknownValue ? InTree(path) : (AbstractValue)Str(TreePath.Within(folder, path) ?? path)));
    }
}
