namespace ExsLint.Syntax.Elixir;

/// <summary>The versions of Elixir whose syntax or quoted form differ; each stands for itself and the versions up to the next.</summary>
public enum ElixirDialect
{
    /// <summary>1.14: a solitary <c>not x</c> or <c>!x</c> is wrapped in a block, sigils have one letter.</summary>
    Elixir114,

    /// <summary>1.15: no such wrapping; upper-case sigils may have several letters.</summary>
    Elixir115,

    /// <summary>1.17: a lone <c>...</c> is a call without arguments, not a variable.</summary>
    Elixir117,

    /// <summary>1.20: <c>"\x4"</c> is an error; so are bare carriage returns and other line breaks in quotes and comments.</summary>
    Elixir120,

    /// <summary>The newest version known.</summary>
    Latest = Elixir120,
}
