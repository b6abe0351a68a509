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
internal sealed class ElixirSecrets
{
    /// <summary>A secret that goes through more variables is lost sight of.</summary>
    private const int MostRounds = 8;

    private readonly ElixirFlow _flow;
    private readonly SecretMarks _marks;
    private readonly NamedSecrets _named;
    private readonly SecretSources _sources;
    private readonly DerivedSecrets _derived;

    private ElixirSecrets(ElixirSyntaxTree tree, List<TextSpan> masks)
    {
        _flow = new ElixirFlow(tree);
        _marks = new SecretMarks(_flow, masks);
        _named = new NamedSecrets(_flow, _marks);
        _sources = new SecretSources(_flow, _marks);
        _derived = new DerivedSecrets(_flow, _marks);
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
    public bool IsSecret(SyntaxNode node) => _marks.Contains(node) || _derived.Contains(node);

    private void Run(IEnumerable<SyntaxNode> seeds)
    {
        foreach (var node in _flow.Nodes)
        {
            _named.Mark(node);
        }

        foreach (var variable in _flow.Variables)
        {
            if (SecretNames.MatchesVariable(variable))
            {
                _marks.MarkVariable(variable);
            }
        }

        foreach (var seed in seeds)
        {
            _marks.Mark(seed);
        }

        _sources.FollowAll();
        for (var round = 0; round < MostRounds; round++)
        {
            var before = (_marks.Count, _derived.FunctionCount);
            _derived.Derive();
            _derived.MarkDerived();
            _sources.FollowAll();
            if (before == (_marks.Count, _derived.FunctionCount))
            {
                return;
            }
        }
    }

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
}
