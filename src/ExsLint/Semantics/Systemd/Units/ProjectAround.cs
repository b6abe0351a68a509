using System.Collections.Concurrent;
using ExsLint.Syntax.Elixir;
using ExsLint.Text;

namespace ExsLint.Semantics.Systemd.Units;

/// <summary>
/// The Elixir projects that units' files lie in, as far as they tell what the services run. What a folder names is looked up
/// once.
/// </summary>
/// <param name="files">The tree.</param>
public sealed class ProjectAround(IProjectFiles files)
{
    // A lock file of hundreds of packages has some 50 kB.
    private const int MaxLength = 1024 * 1024;

    private readonly ConcurrentDictionary<(string Folder, IReadOnlyCollection<string> Words), bool> _named = [];

    /// <summary>
    /// Whether the project names one of these words outside of comments: in its <c>mix.exs</c>, its <c>mix.lock</c> or its
    /// <c>config</c> folder, those of an umbrella's children among them. A word is looked for as a whole, in atoms, aliases and
    /// strings.
    /// </summary>
    /// <param name="unit">The unit's files.</param>
    /// <param name="words">The words; the same object for the same words.</param>
    public bool Names(UnitFiles unit, IReadOnlyCollection<string> words) =>
        unit.FoldersAbove().Any(folder => NamesIn(folder, words));

    private bool NamesIn(string folder, IReadOnlyCollection<string> words) =>
        _named.GetOrAdd((folder, words), key => Sources(key.Folder).Any(path => NamesInFile(path, key.Words)));

    private bool NamesInFile(string path, IReadOnlyCollection<string> words)
    {
        if (files.ReadStart(path, MaxLength) is not { } text || !words.Any(word => text.Contains(word, StringComparison.Ordinal)))
        {
            return false;
        }

        return ElixirParser.Parse(SourceFile.FromString(path, text)).Root.DescendantTokens()
            .SelectMany(token => token.Text.Split([' ', '/', '\\', '"', '\'', ':', '.', ',', '{', '}', '\n']))
            .Any(words.Contains);
    }

    private IEnumerable<string> Sources(string folder)
    {
        var children = files.FileExists($"{folder}mix.exs")
            ? files.ListFolders($"{folder}apps").Select(name => $"{folder}apps/{name}/") : [];
        return children.Prepend(folder).SelectMany(project => files.ListFiles($"{project}config")
            .Where(name => name.EndsWith(".exs", StringComparison.Ordinal))
            .Select(name => $"{project}config/{name}")
            .Prepend($"{project}mix.lock")
            .Prepend($"{project}mix.exs"));
    }
}
