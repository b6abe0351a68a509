namespace ExsLint.Cli.Files;

/// <summary>Lists of paths, one a line.</summary>
internal static class PathList
{
    /// <summary>Reads a list.</summary>
    /// <param name="source">A file, or <c>-</c> for standard input.</param>
    /// <param name="trouble">Why it cannot be read, or null.</param>
    /// <returns>The paths, empty lines left out; null where there is trouble.</returns>
    public static List<string>? Read(string source, out string? trouble)
    {
        try
        {
            using var reader = new StreamReader(source == "-" ? Console.OpenStandardInput() : File.OpenRead(source));
            var paths = new List<string>();
            while (reader.ReadLine() is { } line)
            {
                if (line.Length > 0)
                {
                    paths.Add(line);
                }
            }

            trouble = null;
            return paths;
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            trouble = FileTrouble.Describe(exception);
            return null;
        }
    }
}
