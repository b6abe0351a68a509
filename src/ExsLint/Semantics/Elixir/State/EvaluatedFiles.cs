using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>
/// The files evaluated so far, and the atoms that are certainly there: those of every system, and those that the files write.
/// </summary>
internal sealed class EvaluatedFiles
{
    private static readonly string[] OfEverySystem =
        ["true", "false", "nil", "ok", "error", "undefined", "infinity", "normal", "debug", "info", "notice", "warning"];

    private readonly Dictionary<ElixirSyntaxTree, ConfigFile> _files = [];
    private readonly List<ConfigFile> _ordered = [];
    private readonly List<ElixirSyntaxTree> _modules = [];
    private readonly HashSet<string> _required = [];
    private readonly HashSet<string> _atoms = new(OfEverySystem, StringComparer.Ordinal);
    private int _filesOfAtoms;

    /// <summary>The files evaluated on any way, in order, each once.</summary>
    public IReadOnlyList<ConfigFile> Files => _ordered;

    /// <summary>All trees that anything was taken from: of the files, and of modules that they call.</summary>
    public IEnumerable<ElixirSyntaxTree> Trees => _files.Keys.Concat(_modules);

    /// <summary>A module that a configuration calls is taken from a file of another kind.</summary>
    public void AddModule(ElixirSyntaxTree tree) => _modules.Add(tree);

    /// <summary>How many files <c>Code.require_file</c> has evaluated.</summary>
    public int RequiredCount => _required.Count;

    /// <summary>A file is evaluated; it keeps the role in which it was met first.</summary>
    public ConfigFile Add(ElixirSyntaxTree tree, ConfigFileRole role)
    {
        if (!_files.TryGetValue(tree, out var file))
        {
            file = new ConfigFile(tree, role);
            _files.Add(tree, file);
            _ordered.Add(file);
        }

        return file;
    }

    /// <summary>A file is required; false if it was before.</summary>
    public bool TryRequire(string path) => _required.Add(path);

    /// <summary>
    /// Whether an atom exists at this point. Elixir makes those of a file when it reads it: of its names, keys and atoms.
    /// </summary>
    /// <param name="name">Its name.</param>
    public bool IsAtom(string name)
    {
        for (; _filesOfAtoms < _ordered.Count; _filesOfAtoms++)
        {
            foreach (var node in _ordered[_filesOfAtoms].Tree.Root.DescendantNodesAndSelf())
            {
                AddAtom(node);
            }
        }

        return _atoms.Contains(name);
    }

    private void AddAtom(SyntaxNode node)
    {
        switch (node)
        {
            case LiteralSyntax { Kind: SyntaxKind.Atom } atom:
                _atoms.Add(LiteralValue.GetAtomName(atom));
                break;
            case IdentifierSyntax identifier:
                _atoms.Add(identifier.Name);
                break;
            case KeywordPairSyntax { KeyName: { } key }:
                _atoms.Add(key);
                break;
            case StringLiteralSyntax { Kind: SyntaxKind.QuotedAtomStart } quoted when StringContent.GetText(quoted) is { } text:
                _atoms.Add(text);
                break;
        }
    }
}
