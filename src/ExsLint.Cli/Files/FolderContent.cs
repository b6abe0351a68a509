namespace ExsLint.Cli.Files;

/// <summary>The names of what is directly in a folder, each list sorted by ordinal.</summary>
internal sealed class FolderContent
{
    private readonly HashSet<string> _links = new(StringComparer.Ordinal);

    /// <summary>What is in a folder that is not there.</summary>
    public static FolderContent Empty { get; } = new() { IsWhole = true };

    /// <summary>The regular files, and the links that stand for one.</summary>
    public List<string> Files { get; } = [];

    /// <summary>The folders; a link to a folder is none.</summary>
    public List<string> Folders { get; } = [];

    /// <summary>Whatever else there is.</summary>
    public List<string> Others { get; } = [];

    /// <summary>Whether everything is listed: what is not among the names is not there.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Takes in a file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isLink">Whether it is one by a link.</param>
    public void AddFile(string name, bool isLink)
    {
        Files.Add(name);
        if (isLink)
        {
            _links.Add(name);
        }
    }

    /// <summary>Puts the names in order, after which they can be asked for.</summary>
    public void Sort()
    {
        foreach (var names in new[] { Files, Folders, Others })
        {
            names.Sort(StringComparer.Ordinal);
        }
    }

    /// <summary>Whether a name is that of a file.</summary>
    public bool HasFile(string name) => Holds(Files, name);

    /// <summary>Whether a name is that of a file or a folder, and of no link.</summary>
    public bool HasWithoutLink(string name) => (HasFile(name) && !_links.Contains(name)) || Holds(Folders, name);

    /// <summary>Whether anything has a name.</summary>
    public bool Has(string name) => HasFile(name) || Holds(Folders, name) || Holds(Others, name);

    private static bool Holds(List<string> names, string name) => names.BinarySearch(name, StringComparer.Ordinal) >= 0;
}
