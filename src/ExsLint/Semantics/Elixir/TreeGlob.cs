using System.Collections.Immutable;
using System.IO.Enumeration;

namespace ExsLint.Semantics.Elixir;

/// <summary>File patterns as <c>Path.wildcard/1</c> and thus <c>Mix.Config.import_config/1</c> take them, within the analysed tree.</summary>
public static class TreeGlob
{
    private const string Unsupported = "[{\\";

    /// <summary>Whether a path is a pattern at all (Mix.Config, Elixir 1.14).</summary>
    public static bool IsPattern(string path) => path.AsSpan().IndexOfAny("*?[{") >= 0;

    /// <summary>
    /// The files that a pattern matches, in the order in which Elixir gives them: <c>*</c> and <c>?</c> match within a name, and no name that
    /// starts with a dot. Null for patterns that are not followed: <c>**</c>, <c>[a-z]</c>, <c>{a,b}</c>.
    /// </summary>
    /// <param name="files">The tree.</param>
    /// <param name="pattern">The pattern, relative to the tree's root.</param>
    public static ImmutableArray<string>? Expand(IProjectFiles files, string pattern)
    {
        if (pattern.AsSpan().IndexOfAny(Unsupported) >= 0 || pattern.Contains("**", StringComparison.Ordinal))
        {
            return null;
        }

        var segments = pattern.Split('/');
        List<string> folders = [""];
        foreach (var segment in segments[..^1])
        {
            folders = [.. folders.SelectMany(folder => Match(segment, files.ListFolders(folder)).Select(name => Join(folder, name)))];
        }

        return [.. folders.SelectMany(folder => Match(segments[^1], files.ListFiles(folder)).Select(name => Join(folder, name)))];
    }

    private static IEnumerable<string> Match(string pattern, IReadOnlyList<string> names) => names.Where(name => IsPattern(pattern)
        ? (name[0] != '.' || pattern[0] == '.') && FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false)
        : name == pattern);

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";
}
