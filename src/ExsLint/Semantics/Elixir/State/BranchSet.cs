using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>
/// Branches of which one is taken, nobody knows which. Each starts from the same configuration; what is known of all is joined. A
/// branch that raises is not taken: behind the branches holds what decided for the others.
/// </summary>
internal sealed class BranchSet(EvaluationState state)
{
    private readonly ConfigJournal _journal = state.Journal;
    private readonly ConfigMark _start = state.Journal.Begin();
    private readonly Condition? _path = state.Control.Path;
    private readonly List<ConfigOutcome> _outcomes = [];
    private readonly List<Alternative> _values = [];
    private Condition? _behind;

    /// <summary>Evaluates a branch from the configuration at this point, and returns to it.</summary>
    public void Run(Func<AbstractValue> branch) => Run(null, branch);

    /// <summary>Evaluates a branch under a condition; not at all where that cannot hold here.</summary>
    /// <param name="condition">What holds in the branch; null for what nobody knows.</param>
    /// <param name="branch">The branch.</param>
    public void Run(Condition? condition, Func<AbstractValue> branch)
    {
        if (!Condition.TryAnd(_path, condition, out var path))
        {
            return;
        }

        var here = _journal.Mark();
        state.Control.Path = path;
        var value = state.Control.InBranch(branch);
        var end = state.Control.Path;
        state.Control.Path = _path;
        state.Control.MayRaise |= value is NeverValue;
        if (value is not NeverValue)
        {
            var beyond = Condition.Beyond(end, _path);
            _behind = _values.Count == 0 ? beyond : Condition.Common(_behind, beyond);
            _outcomes.Add(_journal.Capture(_start, beyond));
            _values.Add(new Alternative(value, beyond));
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

        _ = Condition.TryAnd(_path, _behind, out var path);
        state.Control.Path = path;
        return state.Budget.TrySpend(_values.Min(alternative => alternative.Value.Weight))
            ? ChoiceValue.Of(_values, reason)
            : new UnknownValue(WorkBudget.Reason);
    }
}
