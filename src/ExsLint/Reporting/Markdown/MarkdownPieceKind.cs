namespace ExsLint.Reporting.Markdown;

/// <summary>What a part of a line is.</summary>
internal enum MarkdownPieceKind
{
    /// <summary>Text without a mark.</summary>
    Text,

    /// <summary>Text between backticks.</summary>
    Code,

    /// <summary>Text between pairs of asterisks.</summary>
    Strong,

    /// <summary>An address between angle brackets.</summary>
    Address,

    /// <summary>A label in brackets, itself Markdown, with an address in parentheses.</summary>
    Link,
}
