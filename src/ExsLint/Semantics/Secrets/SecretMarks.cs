using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Nodes;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Semantics.Secrets;

/// <summary>What is known to be secret so far, and what of it was not followed yet.</summary>
/// <param name="flow">How values flow within the file.</param>
/// <param name="masks">Takes the spans that reports hide.</param>
internal sealed class SecretMarks(ElixirFlow flow, List<TextSpan> masks)
{
    // What is marked, and whether only as part of what a function gives.
    private readonly Dictionary<SyntaxNode, bool> _secret = [];
    private readonly Dictionary<string, bool> _variables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);
    private readonly Stack<(SyntaxNode Node, bool HidesKeys)> _pending = new();
    private bool _isResult;

    /// <summary>How many expressions and variables are marked.</summary>
    public (int Expressions, int Variables) Count => (_secret.Count, _variables.Count);

    /// <summary>Whether an expression is marked.</summary>
    public bool Contains(SyntaxNode node) => _secret.ContainsKey(node);

    /// <summary>Whether a variable or a module's attribute (<c>@name</c>) is marked.</summary>
    public bool IsSecretVariable(string name) => _variables.ContainsKey(name);

    /// <summary>Hides a span in reports.</summary>
    public void Mask(TextSpan span) => masks.Add(span);

    /// <summary>
    /// Takes an expression that was not followed yet. What is marked until the next one is taken belongs to what a function gives
    /// if this one does.
    /// </summary>
    public bool TryTake(out (SyntaxNode Node, bool HidesKeys) item)
    {
        _isResult = _pending.TryPop(out item) && _secret[item.Node];
        return item.Node is not null;
    }

    /// <summary>Marks an expression.</summary>
    public void Mark(SyntaxNode node, bool hidesKeys = false)
    {
        if (Add(_secret, node))
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

    /// <summary>
    /// Marks what a variable stands for where it is used. A parameter in what a function gives stands for an argument of each
    /// call; a call that gives a secret has marked its own.
    /// </summary>
    public void MarkVariable(IdentifierSyntax use)
    {
        if (!_isResult || !ElixirFlow.IsParameter(use))
        {
            MarkVariable(use.Name);
        }
    }

    /// <summary>Marks what a variable or a module's attribute is given.</summary>
    public void MarkVariable(string name)
    {
        if (!Add(_variables, name))
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
            var before = _isResult;
            _isResult = true;
            foreach (var body in flow.BodiesOf(name))
            {
                Mark(body);
            }

            _isResult = before;
        }
    }

    /// <summary>Adds what is not there yet, or there only as part of what a function gives.</summary>
    private bool Add<T>(Dictionary<T, bool> marked, T item)
        where T : notnull
    {
        if (marked.TryGetValue(item, out var isResult) && (_isResult || !isResult))
        {
            return false;
        }

        marked[item] = _isResult;
        return true;
    }
}
