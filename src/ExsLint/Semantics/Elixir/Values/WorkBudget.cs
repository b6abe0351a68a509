namespace ExsLint.Semantics.Elixir.Values;

/// <summary>
/// How much work an evaluation may still do. What is left undone is unknown, so that no input can hang the analysis: a few short
/// lines can describe a value of a million parts, or merge a growing list a million times.
/// </summary>
/// <param name="units">The work allowed; one unit is an item copied or compared, some tens of nanoseconds.</param>
/// <param name="cancellation">Ends the evaluation early: whoever wanted it does not any more.</param>
internal sealed class WorkBudget(long units, CancellationToken cancellation = default)
{
    /// <summary>More than the largest file takes that is analysed; one to two seconds.</summary>
    public const long PerEvaluation = 60_000_000;

    /// <summary>What an expression takes to evaluate, and an item to be matched with a pattern.</summary>
    public const int PerExpression = 10;

    /// <summary>What is unknown because nothing is left to spend.</summary>
    public const string Reason = "a configuration too large to follow";

    private long _left = units;

    /// <summary>Whether nothing is left.</summary>
    public bool IsSpent => _left <= 0;

    /// <summary>How many units are left; below zero where more was wanted than there was.</summary>
    public long Left => _left;

    /// <summary>Takes some units; false once nothing is left.</summary>
    /// <exception cref="OperationCanceledException">The evaluation is to end.</exception>
    public bool TrySpend(long amount)
    {
        cancellation.ThrowIfCancellationRequested();
        _left -= amount;
        return _left >= 0;
    }
}
