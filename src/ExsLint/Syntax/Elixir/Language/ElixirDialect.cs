namespace ExsLint.Syntax.Elixir.Language;

/// <summary>
/// The versions of Elixir whose syntax or quoted form differ; each stands for itself and the versions up to the next.
/// </summary>
public enum ElixirDialect
{
    /// <summary>1.14: a solitary <c>not x</c> or <c>!x</c> is wrapped in a block, sigils have one letter.</summary>
    Elixir114,

    /// <summary>
    /// 1.15: no such wrapping; sigils may have several upper-case letters; <c>&amp;1.5</c> and <c>% {}.A{}</c> are errors.
    /// </summary>
    Elixir115,

    /// <summary>
    /// 1.17: <c>...</c> is an operator, not a name; <c>a -(b)</c> is a call; any value may name a struct; sigils may have digits
    /// behind the first letter.
    /// </summary>
    Elixir117,

    /// <summary>
    /// 1.18: the parts of a name between underscores may have a script each; escapes in a quoted call's name are dealt with.
    /// </summary>
    Elixir118,

    /// <summary>
    /// 1.19: far fewer characters may be in a name (Unicode 17); line breaks of other kinds are errors in comments.
    /// </summary>
    Elixir119,

    /// <summary>
    /// 1.20: a backslash before a line end is space everywhere; <c>"\x4"</c> is an error; so are line breaks of other kinds in
    /// quotes, and bare carriage returns in quotes and comments.
    /// </summary>
    Elixir120,

    /// <summary>The newest version known.</summary>
    Latest = Elixir120,
}
