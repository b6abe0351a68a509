using System.Text;
using ExsLint.Cli.Streams;

namespace ExsLint.Cli.Files;

/// <summary>Lists of paths: one a line, or, where a name may hold a line end, with NUL behind each.</summary>
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
            if (FileReader.ReadStream(source == "-" ? Console.OpenStandardInput() : File.OpenRead(source)) is not { } bytes)
            {
                trouble = FileReader.TooLarge;
                return null;
            }

            var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
            var paths = text.Contains('\0', StringComparison.Ordinal)
                ? text.Split('\0', StringSplitOptions.RemoveEmptyEntries)
                : text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

            trouble = null;
            return [.. paths];
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            trouble = FileTrouble.Describe(exception);
            return null;
        }
    }
}
