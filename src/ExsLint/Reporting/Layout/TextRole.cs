namespace ExsLint.Reporting.Layout;

/// <summary>What a piece of a report is. A terminal chooses its colour by it.</summary>
public enum TextRole
{
    /// <summary>Nothing special.</summary>
    Plain,

    /// <summary>A place: path, line and column.</summary>
    Place,

    /// <summary>Of an error: its level and its carets.</summary>
    Error,

    /// <summary>Of a warning.</summary>
    Warning,

    /// <summary>Of a notice.</summary>
    Notice,

    /// <summary>The id of a rule.</summary>
    RuleId,

    /// <summary>Line numbers and rules between columns.</summary>
    Gutter,

    /// <summary>A heading or a label.</summary>
    Heading,

    /// <summary>Text that stands for itself: code, an option.</summary>
    Code,

    /// <summary>An address.</summary>
    Link,

    /// <summary>Emphasized text.</summary>
    Strong,

    /// <summary>A line that a fix takes away.</summary>
    Removed,

    /// <summary>A line that a fix writes.</summary>
    Added,
}
