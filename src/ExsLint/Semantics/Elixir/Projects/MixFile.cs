using ExsLint.Semantics.Elixir.Files;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Text;

namespace ExsLint.Semantics.Elixir.Projects;

/// <summary>What a <c>mix.exs</c> says of its project, as far as its text shows. It is never run.</summary>
public sealed class MixFile
{
    /// <summary>The name of such a file.</summary>
    public const string Name = "mix.exs";

    private readonly SyntaxNode _root;
    private readonly SyntaxNode? _project;

    private MixFile(ElixirSyntaxTree tree)
    {
        _root = tree.Root;
        _project = _root.DescendantNodesAndSelf().FirstOrDefault(IsProject);
    }

    /// <summary>
    /// The application's name: <c>shop</c> for <c>app: :shop</c>; null where it is not known, and for the root of an umbrella.
    /// </summary>
    public string? App => Value("app") is LiteralSyntax { Kind: SyntaxKind.Atom } atom ? LiteralValue.GetAtomName(atom) : null;

    /// <summary>The folder of an umbrella's applications, relative to the file; null where there is none.</summary>
    public string? AppsPath => Value("apps_path") is StringLiteralSyntax path ? StringContent.GetText(path) : null;

    /// <summary>Reads the file of a folder; null if there is none that can be read.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="trees">The analysed tree.</param>
    public static MixFile? In(string folder, IElixirTrees trees) =>
        TreePath.Combine(folder, Name) is { } path && trees.Files.FileExists(path) && trees.Get(path) is { } tree
            ? new MixFile(tree)
            : null;

    /// <summary>Whether a switch is written as on, or as off, in whatever function of the file.</summary>
    /// <param name="key">The switch.</param>
    /// <param name="isOn">Which of both.</param>
    public bool Has(string key, bool isOn) =>
        PairsOf(key).Any(pair => Resolve(pair.Value)?.ToString() == (isOn ? "true" : "false"));

    /// <summary>Reads a text.</summary>
    internal static MixFile Of(SourceFile source) => new(ElixirParser.Parse(source));

    /// <summary>The pairs of a key, in whatever function of the file they stand.</summary>
    internal IEnumerable<KeywordPairSyntax> PairsOf(string key) =>
        _root.DescendantNodesAndSelf().OfType<KeywordPairSyntax>().Where(pair => pair.KeyName == key);

    /// <summary>What an expression stands for: a module attribute for what it is set to. Null where that is nowhere.</summary>
    internal ExpressionSyntax? Resolve(ExpressionSyntax? value) =>
        value is UnaryOperatorSyntax { OperatorToken.Text: "@", Operand: IdentifierSyntax attribute }
            ? Attribute(attribute.Name)
            : value;

    /// <summary>The value of a key in what <c>project/0</c> gives.</summary>
    private ExpressionSyntax? Value(string key) =>
        Resolve(
            _project?.DescendantNodesAndSelf().OfType<KeywordPairSyntax>().FirstOrDefault(pair => pair.KeyName == key)?.Value);

    private ExpressionSyntax? Attribute(string name) => _root.DescendantNodesAndSelf()
        .OfType<UnaryOperatorSyntax>()
        .Where(node => node.OperatorToken.Text == "@")
        .Select(node => node.Operand)
        .OfType<CallSyntax>()
        .Where(call => call.LocalName == name && call.Arguments.Length == 1)
        .Select(call => call.Arguments[0])
        .FirstOrDefault();

    private static bool IsProject(SyntaxNode node) =>
        node is CallSyntax { LocalName: "def", Arguments: [var head, ..] }
        && head is IdentifierSyntax { Name: "project" } or CallSyntax { LocalName: "project" };
}
