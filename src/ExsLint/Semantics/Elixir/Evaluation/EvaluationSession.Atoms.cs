using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <content>The atoms that are certainly there: those of every system, and those that the files read so far write.</content>
internal sealed partial class EvaluationSession
{
    private static readonly string[] OfEverySystem =
        ["true", "false", "nil", "ok", "error", "undefined", "infinity", "normal", "debug", "info", "notice", "warning"];

    private readonly HashSet<string> _atoms = new(OfEverySystem, StringComparer.Ordinal);
    private int _filesOfAtoms;

    /// <summary>
    /// Whether an atom exists at this point. Elixir makes those of a file when it reads it: of its names, keys and atoms.
    /// </summary>
    /// <param name="name">Its name.</param>
    public bool IsAtom(string name)
    {
        for (; _filesOfAtoms < Evaluated.Count; _filesOfAtoms++)
        {
            foreach (var node in Evaluated[_filesOfAtoms].Tree.Root.DescendantNodesAndSelf())
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
