using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>
/// Under which conditions a point of the evaluation is reached, and whether something before it may have raised.
/// </summary>
internal sealed class ControlState
{
    /// <summary>Deeper within conditions that are not known, nothing is called: every further one doubles the work.</summary>
    private const int MaximumBranchDepth = 6;

    private int _branchDepth;
    private int _tryDepth;

    /// <summary>
    /// What certainly holds at this point, in every run that gets here: the conditions around it, and those without which
    /// something before it would have raised. Null where nothing is known.
    /// </summary>
    public Condition? Path { get; set; }

    /// <summary>Whether this point stands in a condition that is not known.</summary>
    public bool IsInBranch => _branchDepth > 0;

    /// <summary>Whether this point stands in a <c>try</c>.</summary>
    public bool IsInTry => _tryDepth > 0;

    /// <summary>Whether this point is reached whatever is not known.</summary>
    public bool IsCertain => _branchDepth == 0 && _tryDepth == 0;

    /// <summary>Whether alternatives may still be followed one by one.</summary>
    public bool MayBranch => _branchDepth < MaximumBranchDepth;

    /// <summary>Whether functions are still called here.</summary>
    public bool MayCall => _branchDepth <= MaximumBranchDepth;

    /// <summary>Whether something since the last look may have raised: that is not known.</summary>
    public bool MayRaise { get; set; }

    /// <summary>Evaluates what stands under a condition that is not known.</summary>
    public T InBranch<T>(Func<T> branch)
    {
        _branchDepth++;
        var value = branch();
        _branchDepth--;
        return value;
    }

    /// <summary>Enters a <c>try</c>; each needs a <see cref="LeaveTry"/>.</summary>
    public void EnterTry() => _tryDepth++;

    /// <summary>Leaves a <c>try</c>.</summary>
    public void LeaveTry() => _tryDepth--;
}
