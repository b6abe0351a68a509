using System.Text;

namespace ExsLint.Cli.Files;

/// <summary>
/// One line of a <c>.gitignore</c> file (gitignore(5)). It matches bytes as git does, and in time that grows with the product of
/// the lengths: patterns come from repositories that nobody vouches for.
/// </summary>
internal sealed class GitPattern
{
    private const string Any = "*";
    private const string Special = "*?[\\";

    private readonly Segment[] _segments;
    private readonly bool _isForFolders;

    /// <summary>
    /// Whether it is tied to the file's own folder, by a slash that is not the last character; else it matches a name anywhere.
    /// </summary>
    private readonly bool _isAnchored;

    private GitPattern(string pattern, bool isNegated)
    {
        IsNegated = isNegated;
        _isForFolders = pattern.EndsWith('/');
        pattern = _isForFolders ? pattern[..^1] : pattern;
        _isAnchored = pattern.Contains('/', StringComparison.Ordinal);
        pattern = pattern.StartsWith('/') ? pattern[1..] : pattern;
        _segments = [.. pattern.Split('/').Select(segment => new Segment(segment))];
    }

    /// <summary>Whether a match means that the path is not ignored after all.</summary>
    public bool IsNegated { get; }

    /// <summary>Reads a line; null if it is empty or a comment.</summary>
    public static GitPattern? Parse(string line)
    {
        var pattern = TrimTrailingSpaces(line);
        if (pattern.Length == 0 || pattern[0] == '#')
        {
            return null;
        }

        var isNegated = pattern[0] == '!';
        return new GitPattern(isNegated ? pattern[1..] : pattern, isNegated);
    }

    /// <summary>Whether it matches a path relative to the folder of its file.</summary>
    public bool Matches(string path, bool isFolder)
    {
        if (_isForFolders && !isFolder)
        {
            return false;
        }

        if (!_isAnchored)
        {
            return _segments[0].Matches(path.AsSpan(path.LastIndexOf('/') + 1));
        }

        // Of most paths the first name says that they are others.
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? path : path.AsSpan(0, slash);
        return (_segments[0].IsAnyFolders || _segments[0].Matches(first)) && MatchesPath(path.Split('/'));
    }

    /// <summary>Tries segment by segment; on failure the last <c>**</c> takes one more.</summary>
    private bool MatchesPath(string[] path)
    {
        var (pattern, name) = (0, 0);
        var (star, starName) = (-1, 0);
        while (name < path.Length)
        {
            if (pattern < _segments.Length && _segments[pattern].IsAnyFolders)
            {
                if (pattern == _segments.Length - 1)
                {
                    return true;
                }

                (star, starName) = (pattern++, name);
            }
            else if (pattern < _segments.Length && _segments[pattern].Matches(path[name]))
            {
                (pattern, name) = (pattern + 1, name + 1);
            }
            else if (star < 0)
            {
                return false;
            }
            else
            {
                (pattern, name) = (star + 1, ++starName);
            }
        }

        return pattern == _segments.Length;
    }

    /// <summary>Trailing spaces do not count unless a backslash stands before them.</summary>
    private static string TrimTrailingSpaces(string line)
    {
        var end = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\')
            {
                i++;
                end = Math.Min(i + 1, line.Length);
            }
            else if (line[i] != ' ')
            {
                end = i + 1;
            }
        }

        return line[..end];
    }

    /// <summary>A part of a pattern between slashes.</summary>
    private sealed class Segment(string text)
    {
        private readonly byte[] _glob = Encoding.UTF8.GetBytes(text);

        // Most patterns are names, or ends of names: '_build', '*.beam'.
        private readonly string? _name = text.AsSpan().ContainsAny(Special) ? null : text;
        private readonly string? _end =
            text.StartsWith(Any, StringComparison.Ordinal) && !text.AsSpan(1).ContainsAny(Special) ? text[1..] : null;

        /// <summary>Whether it stands for any number of folders.</summary>
        public bool IsAnyFolders { get; } = text == "**";

        /// <summary>Whether it matches a name.</summary>
        public bool Matches(ReadOnlySpan<char> name) => _name is not null ? name.SequenceEqual(_name)
            : _end is not null ? name.EndsWith(_end, StringComparison.Ordinal)
            : GitGlob.Matches(_glob, Encoding.UTF8.GetBytes(name.ToArray()));
    }
}
