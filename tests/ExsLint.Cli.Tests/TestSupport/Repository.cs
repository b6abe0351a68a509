using System.Runtime.CompilerServices;

namespace ExsLint.Cli.Tests.TestSupport;

/// <summary>The repository this test was built from.</summary>
internal static class Repository
{
    /// <summary>Its absolute path.</summary>
    public static string Root { get; } = Find();

    /// <summary>The absolute path of something in it.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>The text of one of its files.</summary>
    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    private static string Find([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "../../.."));
}
