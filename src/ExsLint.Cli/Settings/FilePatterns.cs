using System.Collections.Immutable;
using ExsLint.Cli.Files;

namespace ExsLint.Cli.Settings;

/// <summary>
/// Patterns of files, as <c>.gitignore</c> has them: <c>config/dev.exs</c>, <c>vendor/</c>, <c>**/test.exs</c>.
/// </summary>
internal sealed class FilePatterns
{
    private readonly ImmutableArray<GitPattern> _patterns;
    private readonly string _prefix;

    /// <summary>Patterns of a settings file.</summary>
    /// <param name="patterns">The patterns.</param>
    /// <param name="folder">The folder they are relative to, from the tree's root.</param>
    public FilePatterns(IEnumerable<string> patterns, string folder)
    {
        _patterns = [.. patterns.Select(GitPattern.Parse).OfType<GitPattern>()];
        _prefix = folder.Length == 0 ? "" : folder + "/";
    }

    /// <summary>Whether a file, or a folder above it, is one of them. The last pattern that matches holds.</summary>
    /// <param name="path">The file, from the tree's root.</param>
    public bool Match(string path)
    {
        if (_patterns.IsEmpty || !path.StartsWith(_prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var relative = path[_prefix.Length..];
        for (var slash = relative.IndexOf('/', StringComparison.Ordinal); slash >= 0;
            slash = relative.IndexOf('/', slash + 1))
        {
            if (IsMatch(relative[..slash], isFolder: true))
            {
                return true;
            }
        }

        return IsMatch(relative, isFolder: false);
    }

    private bool IsMatch(string path, bool isFolder) =>
        _patterns.LastOrDefault(pattern => pattern.Matches(path, isFolder)) is { IsNegated: false };
}
