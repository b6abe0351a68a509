using ExsLint.Analysis.Baselines;

namespace ExsLint.Analysis.Fixing;

/// <summary>Which fixes to apply, and where.</summary>
public sealed record FixOptions
{
    /// <summary>Whether unsafe fixes are applied as well as safe ones. Suggestions never are.</summary>
    public bool Unsafe { get; init; }

    /// <summary>Known findings, which are not fixed; null for none.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>Whether findings in this file are to be fixed.</summary>
    public Func<string, bool> Covers { get; init; } = _ => true;

    /// <summary>Why a file of this path must not be changed, as words that follow a colon; null where it may be.</summary>
    public Func<string, string?> WhyUntouchable { get; init; } = _ => null;

    /// <summary>Where the drop-ins are; what belongs to a package is never changed.</summary>
    public DropInLayout DropIns { get; init; } = new(isSystem: false);

    /// <summary>Whether fixes are written as drop-ins, so that units stay as they are.</summary>
    public bool WritesDropIns { get; init; }
}
