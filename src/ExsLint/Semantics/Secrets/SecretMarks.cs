using ExsLint.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Semantics.Secrets;

/// <summary>What is known to be secret so far, and what of it was not followed yet.</summary>
/// <param name="flow">How values flow within the file.</param>
/// <param name="masks">Takes the spans that reports hide.</param>
internal sealed class SecretMarks(ElixirFlow flow, List<TextSpan> masks)
{
    private readonly HashSet<SyntaxNode> _secret = [];
    private readonly HashSet<string> _variables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);
    private readonly Stack<(SyntaxNode Node, bool HidesKeys)> _pending = new();

    /// <summary>How many expressions and variables are marked.</summary>
    public (int Expressions, int Variables) Count => (_secret.Count, _variables.Count);

    /// <summary>Whether an expression is marked.</summary>
    public bool Contains(SyntaxNode node) => _secret.Contains(node);

    /// <summary>Whether a variable or a module's attribute (<c>@name</c>) is marked.</summary>
    public bool IsSecretVariable(string name) => _variables.Contains(name);

    /// <summary>Hides a span in reports.</summary>
    public void Mask(TextSpan span) => masks.Add(span);

    /// <summary>Takes an expression that was not followed yet.</summary>
    public bool TryTake(out (SyntaxNode Node, bool HidesKeys) item) => _pending.TryPop(out item);

    /// <summary>Marks an expression.</summary>
    public void Mark(SyntaxNode node, bool hidesKeys = false)
    {
        if (_secret.Add(node))
        {
            _pending.Push((node, hidesKeys));
        }
    }

    /// <summary>Marks expressions.</summary>
    public void MarkAll(IEnumerable<SyntaxNode> nodes, bool hidesKeys = false)
    {
        foreach (var node in nodes)
        {
            Mark(node, hidesKeys);
        }
    }

    /// <summary>Marks what a variable or a module's attribute is given.</summary>
    public void MarkVariable(string name)
    {
        if (!_variables.Add(name))
        {
            return;
        }

        foreach (var value in flow.DefinitionsOf(name))
        {
            Mark(value);
        }

        foreach (var argument in flow.ArgumentsFor(name))
        {
            Mark(argument);
        }
    }

    /// <summary>Marks what a function of the file gives.</summary>
    public void MarkFunction(string name)
    {
        if (_functions.Add(name))
        {
            foreach (var body in flow.BodiesOf(name))
            {
                Mark(body);
            }
        }
    }
}
