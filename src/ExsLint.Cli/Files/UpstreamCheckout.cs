using ExsLint.Frameworks.Catalog;
using ExsLint.Semantics;
using ExsLint.Syntax.Elixir;
using ExsLint.Text;

namespace ExsLint.Cli.Files;

/// <summary>
/// A checkout of a framework's own source, such as Akkoma's, from which an instance runs: what git tracks there is upstream's,
/// and the next update would collide with a change of it.
/// </summary>
internal sealed class UpstreamCheckout(IProjectFiles files, string root)
{
    private const string ProjectFile = "mix.exs";
    private const int MaxLength = 256 * 1024;

    private readonly Lazy<GitIndex?> _index = new(() =>
        files.ReadStart(ProjectFile, MaxLength) is { } text
        && IsUpstreams(text)
        && GitIndex.Read(root) is var index && index.MayTrack(ProjectFile)
            ? index
            : null);

    /// <summary>
    /// Whether a file is upstream's. What an instance keeps for itself is not, though somebody put it under version control.
    /// </summary>
    /// <param name="path">The path relative to the root.</param>
    public bool Owns(string path) =>
        !path.EndsWith(".secret.exs", StringComparison.Ordinal) && _index.Value?.MayTrack(path) == true;

    private static bool IsUpstreams(string text)
    {
        var tokens = ElixirParser.Parse(SourceFile.FromString(ProjectFile, text)).Root.DescendantTokens()
            .Select(token => token.Text)
            .ToList();
        return tokens.Zip(tokens.Skip(1)).Any(pair => pair.First.TrimEnd(':') == "app" && IsOwn(pair.Second))
            || tokens
                .Zip(tokens.Skip(1), tokens.Skip(2))
                .Any(three => three is ("app", ":", var name) && IsOwn(name));
    }

    /// <summary>Whether an atom in <c>mix.exs</c> names a framework's own application.</summary>
    private static bool IsOwn(string atom) => atom is [':', .. var name] && FrameworkCatalog.IsOwn(name);
}
