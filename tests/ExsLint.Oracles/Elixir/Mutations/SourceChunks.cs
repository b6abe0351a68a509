using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Text;

namespace ExsLint.Oracles.Elixir.Mutations;

/// <summary>Pieces of real files: statements that are short enough to be parsed by the thousand.</summary>
internal static class SourceChunks
{
    private const int MinLength = 8;
    private const int MaxLength = 400;
    private const int MaxFileLength = 2_000;

    /// <summary>The statements at any depth of these files, and the small files as a whole; each text once.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> files) =>
        [.. files.SelectMany(Chunks).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Chunks(string file)
    {
        var content = File.ReadAllText(file);
        var tree = ElixirParser.Parse(SourceFile.FromString(file, content), ElixirProgram.Dialect);
        var statements = tree.Root.DescendantNodesAndSelf()
            .Where(node => node.Parent is BodySyntax && node.Span.Length is >= MinLength and <= MaxLength)
            .Select(node => node.ToString());
        return content.Length <= MaxFileLength ? statements.Prepend(content) : statements;
    }
}
