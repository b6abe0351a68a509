using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ExsLint.Tests.Architecture;

/// <summary>The C# sources of a project, by folder: which types a folder declares, and which folders it leans on.</summary>
internal sealed partial class SourceTree
{
    private readonly List<SourceText> _sources;
    private readonly ILookup<string, string> _foldersByType;

    private SourceTree(string rootNamespace, List<SourceText> sources)
    {
        RootNamespace = rootNamespace;
        _sources = sources;
        _foldersByType = sources
            .SelectMany(
                source => TypeDeclaration().Matches(source.Code).Select(match => (Name: match.Groups[1].Value, source.Folder)))
            .Distinct()
            .ToLookup(type => type.Name, type => type.Folder, StringComparer.Ordinal);
    }

    /// <summary>The namespace of the project's own folder.</summary>
    public string RootNamespace { get; }

    /// <summary>
    /// The files: each path, relative to the project's folder, with its namespace; null where it declares none.
    /// </summary>
    public IEnumerable<(string Path, string Folder, string? Namespace)> Files =>
        _sources.Select(source => (source.Path, source.Folder, source.Namespace));

    /// <summary>Reads a project.</summary>
    /// <param name="folder">Its folder, relative to the repository.</param>
    /// <param name="rootNamespace">Its namespace.</param>
    public static SourceTree Read(string folder, string rootNamespace)
    {
        var root = Path.Combine(Repository(), folder);
        return new SourceTree(rootNamespace,
        [
            .. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
                .Where(
                    path =>
                        !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(path => new SourceText(path, File.ReadAllText(Path.Combine(root, path)))),
        ]);
    }

    /// <summary>The text of a file of the repository.</summary>
    public static string ReadText(string path) => File.ReadAllText(Path.Combine(Repository(), path));

    /// <summary>The namespace of a folder.</summary>
    public string NamespaceOf(string folder) =>
        folder.Length == 0 ? RootNamespace : $"{RootNamespace}.{folder.Replace('/', '.')}";

    /// <summary>
    /// Which folder leans on which, and where: by what it imports, and by the types of the folders around it, which need no
    /// import.
    /// </summary>
    public IEnumerable<(string From, string To, string Where)> Uses() =>
        _sources.SelectMany(source => ImportsOf(source).Concat(NamesOf(source))).Distinct();

    private IEnumerable<(string From, string To, string Where)> ImportsOf(SourceText source) =>
        from import in source.Imports
        from folder in _sources.Select(other => other.Folder).Distinct()
        where folder != source.Folder && (import == NamespaceOf(folder) || IsTypeOf(folder, import))
        select (source.Folder, folder, $"{source.Path} imports {import}");

    private IEnumerable<(string From, string To, string Where)> NamesOf(SourceText source) =>
        from name in source.Names
        from folder in _foldersByType[name]
        where folder != source.Folder && !_foldersByType[name].Contains(source.Folder) && IsAbove(folder, source.Folder)
        select (source.Folder, folder, $"{source.Path} names {name}");

    /// <summary>Whether an import names a type of a folder: those with <c>using static</c> do.</summary>
    private bool IsTypeOf(string folder, string import) =>
        import.LastIndexOf('.') is var dot
        && import[..Math.Max(0, dot)] == NamespaceOf(folder)
        && _foldersByType[import[(dot + 1)..]].Contains(folder);

    private static bool IsAbove(string folder, string below) =>
        folder.Length == 0 || below.StartsWith(folder + "/", StringComparison.Ordinal);

    private static string Repository([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "../../.."));

    private const string Modifiers = "public|internal|sealed|static|abstract|readonly|partial|file|ref|unsafe";
    private const string Kinds = "class|struct|record struct|record class|record|interface|enum|delegate [^\\n(]*?";

    [GeneratedRegex($@"^(?:\[.*\]\s*)*(?:(?:{Modifiers})\s+)*(?:{Kinds})\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"//[^\n]*|""""""[\s\S]*?""""""|'(?:\\.[^']*|[^'\\])'|(?<!\$)""(?:\\.|[^""\\\n])*""")]
    private static partial Regex CommentOrText();

    [GeneratedRegex(@"(?<![.\w])[A-Z]\w*")]
    private static partial Regex Name();

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?(ExsLint[\w.]*);", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceDeclaration();

    private sealed class SourceText(string path, string text)
    {
        public string Path { get; } = path;

        public string Folder { get; } = path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";

        public string Code { get; } = CommentOrText().Replace(text, "\"\"");

        public string? Namespace => NamespaceDeclaration().Match(text) is { Success: true } match ? match.Groups[1].Value : null;

        public IEnumerable<string> Imports => Import().Matches(Code).Select(match => match.Groups[1].Value);

        public IEnumerable<string> Names => Name().Matches(Code).Select(match => match.Value).Distinct();
    }
}
