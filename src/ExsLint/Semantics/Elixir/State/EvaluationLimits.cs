using System.Runtime.CompilerServices;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>How deep and how long an evaluation may go.</summary>
/// <param name="budget">The work that may be done.</param>
/// <param name="control">Where the evaluation is.</param>
internal sealed class EvaluationLimits(WorkBudget budget, ControlState control)
{
    /// <summary>
    /// Deeper expressions are unknown, imports counted in; no config a person wrote nests like this, and the stack is finite.
    /// </summary>
    private const int MaximumDepth = 400;

    /// <summary>The most calls of functions that the analysed files define. More of them are an endless loop.</summary>
    private const int MaximumCalls = 100_000;

    /// <summary>The deepest nesting of imports. A deeper one is an endless loop.</summary>
    private const int MaximumImportDepth = 32;

    private int _depth;
    private int _calls;
    private int _importDepth;

    /// <summary>Whether one more file may be imported from here.</summary>
    public bool MayImport => _importDepth < MaximumImportDepth;

    /// <summary>Enters an expression; false if that is too deep or too much. Each success needs a <see cref="Leave"/>.</summary>
    public bool TryEnter()
    {
        if (_depth >= MaximumDepth
            || !budget.TrySpend(WorkBudget.PerExpression)
            || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return false;
        }

        _depth++;
        return true;
    }

    /// <summary>Leaves an expression.</summary>
    public void Leave() => _depth--;

    /// <summary>Whether one more function may be called.</summary>
    public bool TryCall() => control.MayCall && ++_calls <= MaximumCalls;

    /// <summary>Enters a file; each needs a <see cref="LeaveFile"/>.</summary>
    public void EnterFile() => _importDepth++;

    /// <summary>Leaves a file.</summary>
    public void LeaveFile() => _importDepth--;
}
