namespace ExsLint.Rules.Policy;

/// <summary>How a requirement looks at a value.</summary>
public enum RequirementOperator
{
    /// <summary><c>==</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c>: of numbers; nothing else is less.</summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>in</c> a list.</summary>
    In,

    /// <summary><c>not in</c> a list.</summary>
    NotIn,

    /// <summary><c>matches</c> a regular expression, of Elixir's.</summary>
    Matches,

    /// <summary><c>exists</c></summary>
    Exists,

    /// <summary><c>absent</c></summary>
    Absent,

    /// <summary><c>is atom</c></summary>
    IsAtom,

    /// <summary><c>is string</c></summary>
    IsString,

    /// <summary><c>is integer</c></summary>
    IsInteger,

    /// <summary><c>is list</c></summary>
    IsList,
}
