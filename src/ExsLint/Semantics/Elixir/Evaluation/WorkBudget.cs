namespace ExsLint.Semantics.Elixir;

/// <summary>
/// How much work an evaluation may still do. What is left undone is unknown, so that no input can hang the analysis: a few short lines
/// can describe a value of a million parts, or merge a growing list a million times.
/// </summary>
/// <param name="units">The work allowed; one unit is an expression evaluated or an item copied, some tens of nanoseconds.</param>
internal sealed class WorkBudget(long units)
{
    /// <summary>More than the largest file takes that is analysed; a few seconds.</summary>
    public const long PerEvaluation = 60_000_000;

    /// <summary>What is unknown because nothing is left to spend.</summary>
    public const string Reason = "a configuration too large to follow";

    private long _left = units;

    /// <summary>Whether nothing is left.</summary>
    public bool IsSpent => _left <= 0;

    /// <summary>Takes some units; false once nothing is left.</summary>
    public bool TrySpend(long amount)
    {
        _left -= amount;
        return _left >= 0;
    }
}
