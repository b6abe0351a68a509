namespace ExsLint.Semantics.Elixir.Files;

/// <summary>Whether something stands at a path on the machine that reads the configuration.</summary>
internal enum Presence
{
    /// <summary>Nothing stands there.</summary>
    Absent,

    /// <summary>It stands there.</summary>
    Present,

    /// <summary>Nobody knows: it is not in the tree, but may be on the machine.</summary>
    Unknown,
}
