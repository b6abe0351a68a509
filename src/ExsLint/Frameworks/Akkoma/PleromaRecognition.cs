using System.Buffers;
using ExsLint.Semantics.Elixir.Projects;

namespace ExsLint.Frameworks.Akkoma;

/// <summary>Tells Pleroma from Akkoma, whose application goes by the same name.</summary>
public static class PleromaRecognition
{
    private static readonly SearchValues<string> Akkoma = SearchValues.Create(["akkoma"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Pleroma = SearchValues.Create(
        ["/pleroma", "name: \"Pleroma\""], StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether files certainly belong to Pleroma: a folder above one, or a path or name written in one, says so, and nothing
    /// says Akkoma. In doubt it is Akkoma, whose rules ask for more.
    /// </summary>
    public static bool IsPleroma(IReadOnlyCollection<ConfigFile> files) =>
        !files.Any(file => Says(file, Akkoma)) && files.Any(SaysPleroma);

    /// <summary>Whether files certainly belong to Akkoma: a path or a text of one says so.</summary>
    public static bool IsAkkoma(IReadOnlyCollection<ConfigFile> files) => files.Any(file => Says(file, Akkoma));

    private static bool SaysPleroma(ConfigFile file) =>
        file.Path.StartsWith("pleroma/", StringComparison.OrdinalIgnoreCase)
        || file.Path.Contains("/pleroma/", StringComparison.OrdinalIgnoreCase)
        || Says(file, Pleroma);

    private static bool Says(ConfigFile file, SearchValues<string> words) =>
        file.Path.AsSpan().ContainsAny(words) || file.Source.Content.AsSpan().ContainsAny(words);
}
