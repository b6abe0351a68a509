namespace ExsLint.Oracles.Elixir;

/// <summary>Elixir files on the disk.</summary>
internal static class RepositoryFiles
{
    /// <summary>The root of this repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The Elixir files below a directory, in a fixed order, without what a build has copied.</summary>
    public static IEnumerable<string> ElixirFilesUnder(string directory) => Directory
        .EnumerateFiles(directory, "*.ex*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".ex" or ".exs")
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "ExsLint.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("ExsLint.sln is nowhere above the tests.");
        }

        return directory.FullName;
    }
}
