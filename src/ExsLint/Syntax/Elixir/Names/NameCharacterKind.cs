namespace ExsLint.Syntax.Elixir.Names;

/// <summary>Where in a name a character may stand.</summary>
internal enum NameCharacterKind
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>Anywhere, but a name that starts with it is only good for an atom or a key.</summary>
    Upper,

    /// <summary>Anywhere.</summary>
    Start,

    /// <summary>Behind the first character.</summary>
    Continue,
}
