namespace ExsLint.Semantics.Elixir.RegularExpressions;

/// <summary>Whether a set holds what is no ASCII character.</summary>
internal enum BeyondAscii
{
    /// <summary>Nothing of it.</summary>
    None,

    /// <summary>All of it.</summary>
    All,

    /// <summary>That is a matter of options, tables and versions.</summary>
    Unknown,
}
