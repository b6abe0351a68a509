using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Semantics.Secrets;

/// <summary>
/// Tells which expressions of an Elixir file are secret: what stands under a secret's name (<c>password: "x"</c>,
/// <c>config :app, :token, "x"</c>, <c>System.get_env("SECRET") || "x"</c>), what flows into such a place through variables and
/// functions, and what is made of it (<c>password &lt;&gt; "!"</c>). Flow is followed by names within the file: it would rather
/// hide too much.
/// </summary>
internal sealed partial class ElixirSecrets
{
    /// <summary>A secret that goes through more variables is lost sight of.</summary>
    private const int MostRounds = 8;

    private readonly ElixirSyntaxTree _tree;
    private readonly ElixirFlow _flow;
    private readonly List<TextSpan> _masks;
    private readonly HashSet<SyntaxNode> _secret = [];
    private readonly HashSet<SyntaxNode> _derived = [];
    private readonly HashSet<string> _secretVariables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _secretFunctions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _markedFunctions = new(StringComparer.Ordinal);
    private readonly Stack<(SyntaxNode Node, bool HidesKeys)> _pending = new();

    private ElixirSecrets(ElixirSyntaxTree tree, List<TextSpan> masks)
    {
        _tree = tree;
        _masks = masks;
        _flow = new ElixirFlow(tree);
    }

    /// <summary>Finds the secrets of a file.</summary>
    /// <param name="tree">The file's tree.</param>
    /// <param name="seeds">Expressions that are known to be secret.</param>
    /// <param name="masks">Takes the literals.</param>
    public static ElixirSecrets Find(ElixirSyntaxTree tree, IEnumerable<SyntaxNode> seeds, List<TextSpan> masks)
    {
        var secrets = new ElixirSecrets(tree, masks);
        secrets.Run([.. seeds, .. LiteralSecrets.Find(tree, secrets._flow.Nodes, masks)]);
        LineSecrets.FindInComments(tree.File.Content, Comments(tree), masks);
        if (tree.Diagnostics.Any(diagnostic => diagnostic.IsError))
        {
            BrokenSecrets.Find(tree, masks);
        }

        return secrets;
    }

    /// <summary>Whether an expression within a span is secret, or made of something secret.</summary>
    public bool HasSecretIn(TextSpan span)
    {
        for (var i = _flow.FirstNodeFrom(span.Start); i < _flow.Nodes.Length && _flow.Nodes[i].Span.Start < span.End; i++)
        {
            if (IsSecret(_flow.Nodes[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the value of an expression is secret.</summary>
    public bool IsSecret(SyntaxNode node) => _secret.Contains(node) || _derived.Contains(node);

    private void Run(IEnumerable<SyntaxNode> seeds)
    {
        foreach (var node in _flow.Nodes)
        {
            MarkByName(node);
        }

        foreach (var variable in _flow.Variables)
        {
            if (IsSecretVariable(variable))
            {
                MarkVariable(variable);
            }
        }

        foreach (var seed in seeds)
        {
            Mark(seed);
        }

        Drain();
        for (var round = 0; round < MostRounds; round++)
        {
            var before = (_secret.Count, _secretVariables.Count, _secretFunctions.Count);
            Derive();
            MarkDerived();
            Drain();
            if (before == (_secret.Count, _secretVariables.Count, _secretFunctions.Count))
            {
                return;
            }
        }
    }

    /// <summary>What is called <c>key</c> alone is mostly the key of a list.</summary>
    private static bool IsSecretVariable(string name) => SecretNames.Matches(name) && name is not ("key" or "keys");

    private static IEnumerable<TextSpan> Comments(ElixirSyntaxTree tree)
    {
        for (var i = 0; i < tree.TokenCount; i++)
        {
            var token = tree.GetToken(i);
            if (token.FullSpan.Start == token.Span.Start)
            {
                continue;
            }

            foreach (var trivia in token.LeadingTrivia)
            {
                if (trivia.Kind == SyntaxTriviaKind.Comment)
                {
                    yield return trivia.Span;
                }
            }
        }
    }

    private void Mark(SyntaxNode node, bool hidesKeys = false)
    {
        if (_secret.Add(node))
        {
            _pending.Push((node, hidesKeys));
        }
    }

    private void MarkVariable(string name)
    {
        if (!_secretVariables.Add(name))
        {
            return;
        }

        foreach (var value in _flow.DefinitionsOf(name))
        {
            Mark(value);
        }

        foreach (var argument in _flow.ArgumentsFor(name))
        {
            Mark(argument);
        }
    }

    private void MarkFunction(string name)
    {
        if (_markedFunctions.Add(name))
        {
            foreach (var body in _flow.BodiesOf(name))
            {
                Mark(body);
            }
        }
    }
}
