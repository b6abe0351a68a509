using System.Collections.Immutable;
using System.Text;

namespace ExsLint.Semantics.Elixir.Files;

/// <summary>
/// File patterns as <c>Path.wildcard/2</c> and thus <c>Mix.Config.import_config/1</c> take them, within the analysed tree (Elixir
/// 1.14, whose <c>Path.wildcard</c> is Erlang's <c>filelib:wildcard/2</c> with names that start with a dot left out of every
/// folder that is listed).
/// </summary>
public sealed class TreeGlob
{
    /// <summary>A pattern that looks at more names than this is left unknown.</summary>
    private const int MaximumNames = 100_000;

    private const int MaximumSamples = 64;

    private readonly IProjectFiles _files;
    private readonly bool _matchDot;
    private readonly List<string> _found = [];
    private int _names;
    private bool _isUnknown;

    private TreeGlob(IProjectFiles files, bool matchDot)
    {
        _files = files;
        _matchDot = matchDot;
    }

    /// <summary>Whether a path is a pattern at all (Mix.Config, Elixir 1.14).</summary>
    public static bool IsPattern(string path) => path.AsSpan().IndexOfAny("*?[{") >= 0;

    /// <summary>Whether a path has a <c>.</c> or <c>..</c> behind a wildcard: there it is a name to match, and no step.</summary>
    public static bool HasStepBehindWildcard(string path)
    {
        var segments = path.Split('/');
        var wildcard = Array.FindIndex(segments, segment =>
            IsPattern(segment) || segment.Contains('\\', StringComparison.Ordinal));
        return wildcard >= 0 && segments.AsSpan(wildcard).ContainsAny(".", "..");
    }

    /// <summary>
    /// The files and folders that a pattern matches, as paths in the tree, in the order in which Elixir gives them: sorted as
    /// whole paths, and those that several ways through <c>**</c> lead to more than once. Null where it is not known: for a
    /// pattern that Erlang refuses, and where it meets a link or a device.
    /// </summary>
    /// <param name="files">The tree.</param>
    /// <param name="folder">The folder that the pattern starts in; it is no pattern itself.</param>
    /// <param name="pattern">The pattern, relative to the folder.</param>
    /// <param name="matchDot">Whether wildcards match names that start with a dot.</param>
    public static ImmutableArray<string>? Expand(IProjectFiles files, string folder, string pattern, bool matchDot = false)
    {
        // What Erlang finds behind a doubled slash depends on what stands around it.
        if (pattern.Contains("//", StringComparison.Ordinal)
            || Parse(pattern) is not { IsDefaultOrEmpty: false } segments
            || segments[^1].Literal == ".")
        {
            return null;
        }

        var literal = 0;
        var path = folder;
        for (; literal < segments.Length && segments[literal].Literal is { } name; literal++)
        {
            path = name is "." ? path : Join(path, name);
        }

        var glob = new TreeGlob(files, matchDot) { _isUnknown = IsLink(files, path) };
        if (literal == segments.Length)
        {
            glob.FindLiteral(path);
        }
        else
        {
            glob.Walk(path, segments.AsSpan()[literal..]);
        }

        glob._found.Sort(ComparePaths);
        return glob._isUnknown ? null : [.. glob._found];
    }

    /// <summary>Some paths that a pattern matches, whether or not anything is there.</summary>
    internal static IEnumerable<string> Samples(string folder, string pattern) =>
        Parse(pattern) is not { IsDefaultOrEmpty: false } segments
            ? []
            : segments
                .Aggregate((IEnumerable<string>)[folder], (paths, segment) =>
                    paths.SelectMany(path => segment.Samples.Select(name => Join(path, name))))
                .Take(MaximumSamples);

    /// <summary>Whether the last segment of a pattern matches a name.</summary>
    internal static bool MatchesLast(string pattern, string name) =>
        Parse(pattern) is { IsDefaultOrEmpty: false } segments && segments[^1].Matches(name);

    private static ImmutableArray<GlobSegment> Parse(string pattern)
    {
        if (pattern.Contains("..", StringComparison.Ordinal) && pattern.Split('/').Contains(".."))
        {
            return default;
        }

        var segments = pattern.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(GlobSegment.Parse).ToList();
        return segments.Contains(null) ? default : [.. segments.OfType<GlobSegment>()];
    }

    private void FindLiteral(string path)
    {
        var folder = TreePath.FolderOf(path);
        var name = TreePath.NameOf(path);
        if (path.Length == 0 || _files.FileExists(path) || _files.ListFolders(folder).Contains(name))
        {
            _found.Add(path);
        }
    }

    /// <summary>Whether a path is, or leads through, what is neither a file nor a folder of the tree.</summary>
    internal static bool IsLink(IProjectFiles files, string path) => path.Length > 0
        && (files.ListOthers(TreePath.FolderOf(path)).Contains(TreePath.NameOf(path)) || IsLink(files, TreePath.FolderOf(path)));

    private void Walk(string folder, ReadOnlySpan<GlobSegment> segments)
    {
        if (segments.IsEmpty)
        {
            _found.Add(folder);
            return;
        }

        if (segments[0].IsAnyDepth)
        {
            WalkAnyDepth(folder, segments[1..]);
            return;
        }

        foreach (var name in NamesIn(folder))
        {
            if (segments[0].Matches(name))
            {
                Walk(Join(folder, name), segments[1..]);
            }
        }

        foreach (var name in Shown(_files.ListOthers(folder)))
        {
            _isUnknown |= segments[0].Matches(name);
        }
    }

    /// <summary>
    /// Whatever lies below: each name, at any depth, is matched with the segment behind <c>**</c>. Of two such segments the
    /// second takes a name of its own.
    /// </summary>
    private void WalkAnyDepth(string folder, ReadOnlySpan<GlobSegment> rest)
    {
        _isUnknown |= Shown(_files.ListOthers(folder)).Any();
        foreach (var name in NamesIn(folder))
        {
            var path = Join(folder, name);
            WalkAnyDepth(path, rest);
            if (rest.IsEmpty)
            {
                _found.Add(path);
            }
            else if (rest[0].IsAnyDepth || rest[0].Matches(name))
            {
                Walk(path, rest[1..]);
            }
        }
    }

    private IEnumerable<string> NamesIn(string folder)
    {
        string[] names = [.. Shown(_files.ListFolders(folder)), .. Shown(_files.ListFiles(folder))];
        _names += names.Length;
        if (_names <= MaximumNames)
        {
            return names;
        }

        _isUnknown = true;
        return [];
    }

    private IEnumerable<string> Shown(IEnumerable<string> names) =>
        _matchDot ? names : names.Where(name => !name.StartsWith('.'));

    /// <summary>Erlang sorts paths character by character.</summary>
    private static int ComparePaths(string left, string right) =>
        Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";
}
