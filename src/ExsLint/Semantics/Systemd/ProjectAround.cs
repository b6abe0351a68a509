using ExsLint.Syntax.Elixir;
using ExsLint.Text;

namespace ExsLint.Semantics.Systemd;

/// <summary>The Elixir project that a unit's file lies in, as far as it tells what the service runs.</summary>
public static class ProjectAround
{
    // A lock file of hundreds of packages has some 50 kB.
    private const int MaxLength = 1024 * 1024;

    /// <summary>
    /// Whether the project names one of these words outside of comments: in its <c>mix.exs</c>, its <c>mix.lock</c> or its
    /// <c>config</c> folder, those of an umbrella's children among them. A word is looked for as a whole, in atoms, aliases and
    /// strings.
    /// </summary>
    /// <param name="unit">The unit.</param>
    /// <param name="words">The words.</param>
    public static bool Names(EffectiveUnit unit, IReadOnlyCollection<string> words) => unit.Files.Tree is { } files
        && unit.Files.FoldersAbove().SelectMany(folder => Sources(files, folder)).Any(path => Names(files, path, words));

    private static bool Names(IProjectFiles files, string path, IReadOnlyCollection<string> words)
    {
        if (files.ReadStart(path, MaxLength) is not { } text || !words.Any(word => text.Contains(word, StringComparison.Ordinal)))
        {
            return false;
        }

        return ElixirParser.Parse(SourceFile.FromString(path, text)).Root.DescendantTokens()
            .SelectMany(token => token.Text.Split([' ', '/', '\\', '"', '\'', ':', '.', ',', '{', '}', '\n']))
            .Any(words.Contains);
    }

    private static IEnumerable<string> Sources(IProjectFiles files, string folder)
    {
        var children = files.FileExists($"{folder}mix.exs") ? files.ListFolders($"{folder}apps").Select(name => $"{folder}apps/{name}/") : [];
        return children.Prepend(folder).SelectMany(project => files.ListFiles($"{project}config")
            .Where(name => name.EndsWith(".exs", StringComparison.Ordinal))
            .Select(name => $"{project}config/{name}")
            .Prepend($"{project}mix.lock")
            .Prepend($"{project}mix.exs"));
    }
}
