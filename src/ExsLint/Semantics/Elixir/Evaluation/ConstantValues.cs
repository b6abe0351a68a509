using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>
/// The values of a file's literal collections. They are the same whenever and by whomever the file is evaluated, and most of a
/// configuration is made of them: an evaluation of changed files starts from those that the last one left here.
/// </summary>
internal sealed class ConstantValues
{
    private static readonly ConditionalWeakTable<ElixirSyntaxTree, ConstantValues> OfTrees = [];

    // Forms behind which an alias may stand for another module than the one that it names.
    private static readonly string[] AliasingForms = ["alias", "require", "use", "defmodule", "defprotocol", "defimpl"];

    /// <summary>The deepest nesting that is looked at. No person's literals nest like this, and the stack is finite.</summary>
    private const int MaximumDepth = 64;

    private readonly ConcurrentDictionary<SyntaxNode, (AbstractValue Value, long Cost)> _values =
        new(ReferenceEqualityComparer.Instance);

    // The collections that were looked at and have something else in them than literals.
    private readonly ConcurrentDictionary<SyntaxNode, bool> _others = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<bool> _hasPlainAliases;

    private ConstantValues(ElixirSyntaxTree tree) => _hasPlainAliases = new(() =>
        !WrittenWords.HasAny(tree, AliasingForms)
        || !tree.Root.DescendantNodesAndSelf()
            .Any(node => node is CallSyntax { LocalName: { } name } && AliasingForms.Contains(name, StringComparer.Ordinal)));

    /// <summary>The values of a file.</summary>
    public static ConstantValues Of(ElixirSyntaxTree tree) => OfTrees.GetValue(tree, key => new ConstantValues(key));

    /// <summary>The value of a collection, if one is kept.</summary>
    /// <param name="node">The collection.</param>
    /// <param name="value">Its value.</param>
    /// <param name="cost">What evaluating it took.</param>
    public bool TryFind(ExpressionSyntax node, out AbstractValue? value, out long cost)
    {
        var isFound = _values.TryGetValue(node, out var kept);
        (value, cost) = kept;
        return isFound;
    }

    /// <summary>Keeps the value of a collection of literals.</summary>
    /// <param name="node">The collection.</param>
    /// <param name="value">Its value; one that is not known, for its size say, is not kept.</param>
    /// <param name="cost">What evaluating it took.</param>
    public void Keep(ExpressionSyntax node, AbstractValue value, long cost)
    {
        if (ValueComparer.IsKnown(value))
        {
            _values.TryAdd(node, (value, cost));
        }
    }

    /// <summary>Whether a collection consists of literals.</summary>
    public bool IsConstant(ExpressionSyntax node) => IsConstant(node, depth: 0);

    private bool IsConstant(ExpressionSyntax node, int depth) => depth < MaximumDepth && node switch
    {
        LiteralSyntax => true,
        StringLiteralSyntax { Kind: SyntaxKind.StringStart or SyntaxKind.StringHeredocStart } text =>
            text.Parts.All(part => part is StringTextSyntax),
        AliasSyntax => _hasPlainAliases.Value,
        QualifiedAliasSyntax { Left: AliasSyntax or QualifiedAliasSyntax } alias => IsConstant(alias.Left, depth + 1),
        KeywordPairSyntax { QuotedKey: null } pair => IsConstant(pair.Value, depth + 1),
        ListSyntax or TupleSyntax or KeywordListSyntax or MapSyntax { StructName: null, Updated: null } =>
            HasConstantParts(node, depth),
        _ => false,
    };

    private bool HasConstantParts(ExpressionSyntax node, int depth)
    {
        if (_others.ContainsKey(node))
        {
            return false;
        }

        var isConstant = true;
        for (var i = 0; i < node.ChildCount && isConstant; i++)
        {
            isConstant = IsConstantPart(node, (ExpressionSyntax)node.GetChild(i), depth + 1);
        }

        if (!isConstant)
        {
            _others.TryAdd(node, true);
        }

        return isConstant;
    }

    private bool IsConstantPart(ExpressionSyntax node, ExpressionSyntax part, int depth) =>
        node is MapSyntax && part is BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.AssocOperator } pair
            ? IsConstant(pair.Left, depth) && IsConstant(pair.Right, depth)
            : IsConstant(part, depth);
}
