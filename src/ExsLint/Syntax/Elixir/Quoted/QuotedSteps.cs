using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Quoted;

/// <summary>One step of writing: a text, or a node that is still to be written.</summary>
/// <param name="Text">The text.</param>
/// <param name="Node">The node; null for a text.</param>
internal readonly record struct QuotedStep(string? Text, SyntaxNode? Node);

/// <summary>What one node consists of: texts, and nodes that are still to be written.</summary>
internal sealed class QuotedSteps
{
    private readonly List<QuotedStep> _steps = [];

    /// <summary>How many steps there are.</summary>
    public int Count => _steps.Count;

    /// <summary>A step by its number.</summary>
    public QuotedStep this[int index] => _steps[index];

    /// <summary>Forgets all steps.</summary>
    public void Clear() => _steps.Clear();

    /// <summary>Adds a text.</summary>
    public void Add(string part) => _steps.Add(new QuotedStep(part, null));

    /// <summary>Adds a node.</summary>
    public void Add(SyntaxNode node) => _steps.Add(new QuotedStep(null, node));

    /// <summary>Adds an atom.</summary>
    public void AddAtom(string name) => Add(JsonText.Of(name, static (json, it) => JsonText.AppendAtom(json, it)));

    /// <summary>Adds a call of a name, or an operator.</summary>
    public void AddCall(string name, ReadOnlySpan<ExpressionSyntax> arguments)
    {
        Add("{\"t\":[");
        AddAtom(name);
        Add(",[],[");
        AddAll(arguments);
        Add("]]}");
    }

    /// <summary>Adds nodes with commas between them.</summary>
    public void AddAll<T>(ImmutableArray<T> nodes)
        where T : ExpressionSyntax
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            if (i > 0)
            {
                Add(",");
            }

            Add(nodes[i]);
        }
    }

    /// <summary>Adds nodes with commas between them.</summary>
    public void AddAll(ReadOnlySpan<ExpressionSyntax> nodes)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            if (i > 0)
            {
                Add(",");
            }

            Add(nodes[i]);
        }
    }
}
