using System.Runtime.CompilerServices;
using System.Text;
using ExsLint.Text;

namespace ExsLint.Benchmarks;

/// <summary>What is measured: the example instance of the documentation, and long files made of it.</summary>
public static class Corpus
{
    /// <summary>As many copies make a file of about a megabyte.</summary>
    private const int ManyCopies = 512;

    /// <summary>The repository's root.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The folder of the example instance.</summary>
    public static string Example => Path.Combine(Repository, "docs", "examples", "akkoma");

    /// <summary>Elixir config: the example's main file, and many copies of it in one.</summary>
    public static IEnumerable<Sample> ConfigFiles() => Samples("config/config.exs");

    /// <summary>systemd units: the example's service, and many copies of it in one.</summary>
    public static IEnumerable<Sample> UnitFiles() => Samples("installation/akkoma.service");

    private static Sample[] Samples(string path)
    {
        var text = File.ReadAllText(Path.Combine(Example, path));
        return [new Sample("example", text),
            new Sample($"{ManyCopies} copies", string.Concat(Enumerable.Repeat(text, ManyCopies)))];
    }

    private static string FindRepository([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "../.."));
}

/// <summary>A text to parse.</summary>
/// <param name="name">How results call it.</param>
/// <param name="text">The text.</param>
public sealed class Sample(string name, string text)
{
    /// <summary>The file.</summary>
    public SourceFile File { get; } = SourceFile.FromString("sample", text);

    /// <summary>Its length in UTF-8.</summary>
    public int Bytes { get; } = Encoding.UTF8.GetByteCount(text);

    /// <inheritdoc/>
    public override string ToString() => name;
}
