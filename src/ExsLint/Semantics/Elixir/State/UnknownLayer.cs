using ExsLint.Text;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>
/// Something that may change settings in ways that cannot be seen: a file that is not there, a call that is not understood.
/// </summary>
/// <param name="Reason">What it is, for people: <c>config/prod.secret.exs, which is not in the tree</c>.</param>
/// <param name="Location">Where it takes effect.</param>
/// <param name="MissingFile">The path of the file that is not there or cannot be read, else null.</param>
/// <param name="App">The only application it can change, or null for any.</param>
public sealed record UnknownLayer(string Reason, Location Location, string? MissingFile = null, string? App = null)
{
    /// <summary>Whether the file is there, but may not or cannot be read.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>Whether what makes it unknown is an error that is reported as such.</summary>
    public bool IsOfError { get; init; }

    /// <summary>The layer of a file that is there and cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="location">Where it takes effect.</param>
    internal static UnknownLayer OfUnreadable(string path, Location location) =>
        new($"{path}, which cannot be read", location, path) { IsUnreadable = true };
}
