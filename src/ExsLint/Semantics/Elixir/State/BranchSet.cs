using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>
/// Branches of which one is taken, nobody knows which. Each starts from the same configuration; what is known of all is joined. A
/// branch that raises is not taken.
/// </summary>
internal sealed class BranchSet(EvaluationState state)
{
    private readonly ConfigJournal _journal = state.Journal;
    private readonly ConfigMark _start = state.Journal.Begin();
    private readonly List<ConfigOutcome> _outcomes = [];
    private readonly List<AbstractValue> _values = [];

    /// <summary>Evaluates a branch from the configuration at this point, and returns to it.</summary>
    public void Run(Func<AbstractValue> branch)
    {
        var here = _journal.Mark();
        var value = state.Control.InBranch(branch);
        state.Control.MayRaise |= value is NeverValue;
        if (value is not NeverValue)
        {
            _outcomes.Add(_journal.Capture(_start));
            _values.Add(value);
        }

        _journal.RollBack(here);
    }

    /// <summary>Leaves the configuration as it may be after any of the branches, and gives the value.</summary>
    public AbstractValue Join(string reason)
    {
        _journal.RollBack(_start);
        _journal.End(_outcomes, reason);
        if (_values.Count == 0)
        {
            return new NeverValue { Kind = NeverKind.Other };
        }

        return state.Budget.TrySpend(_values.Min(value => value.Weight))
            ? ChoiceValue.Of(_values, reason)
            : new UnknownValue(WorkBudget.Reason);
    }
}
