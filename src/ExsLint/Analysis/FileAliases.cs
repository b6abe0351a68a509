using ExsLint.Rules;
using ExsLint.Semantics;
using ExsLint.Text;

namespace ExsLint.Analysis;

/// <summary>
/// Files that were read under several names, because of links. A file is evaluated under each name, since its neighbours
/// differ, and reported under one.
/// </summary>
internal sealed class FileAliases
{
    private readonly Dictionary<string, SourceFile> _reported = new(StringComparer.Ordinal);

    /// <summary>Finds the files with several names.</summary>
    /// <param name="files">The tree.</param>
    /// <param name="read">The files that were read; one may come more than once.</param>
    public FileAliases(IProjectFiles files, IEnumerable<SourceFile> read)
    {
        var byPath = read
            .DistinctBy(file => file.Path, StringComparer.Ordinal)
            .ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var (path, file) in byPath)
        {
            if (files.CanonicalPath(path) is var name && name != path
                && byPath.TryGetValue(name, out var reported) && reported.Content == file.Content)
            {
                _reported.Add(path, reported);
            }
        }
    }

    /// <summary>Whether reports use another name for a file.</summary>
    public bool IsAlias(string path) => _reported.ContainsKey(path);

    /// <summary>The file under the name that reports use.</summary>
    public SourceFile Of(SourceFile file) => _reported.GetValueOrDefault(file.Path, file);

    /// <summary>The findings under the names that reports use. Those found under another name come last.</summary>
    /// <param name="found">The findings.</param>
    /// <param name="redact">Takes secrets out of a finding, by what is secret in the files that it was made from.</param>
    public List<Diagnostic> Apply(List<Diagnostic> found, Func<Diagnostic, Diagnostic> redact) => _reported.Count == 0 ? found :
    [
        .. found.Where(diagnostic => !IsAlias(diagnostic.Location.File.Path)).Select(Rename),
        .. found.Where(diagnostic => IsAlias(diagnostic.Location.File.Path)).Select(diagnostic => Rename(redact(diagnostic))),
    ];

    private Diagnostic Rename(Diagnostic diagnostic) => diagnostic with
    {
        Location = Rename(diagnostic.Location),
        RelatedLocations =
        [
            .. diagnostic.RelatedLocations.Select(related => related with { Location = Rename(related.Location) }),
        ],
        Fix = diagnostic.Fix?.Renamed(Of),
    };

    private Location Rename(Location location) => location with { File = Of(location.File) };
}
