namespace ExsLint.Reporting.Markdown;

/// <summary>What a line of a page is.</summary>
internal enum MarkdownLineKind
{
    /// <summary>Text of a paragraph.</summary>
    Prose,

    /// <summary>Text that starts an item of a list; the dash is a part of it.</summary>
    Item,

    /// <summary>A heading, without its number signs.</summary>
    Heading,

    /// <summary>An empty line.</summary>
    Blank,

    /// <summary>The start of a block of code; the text is what stands behind the backticks.</summary>
    FenceStart,

    /// <summary>A line of code.</summary>
    Code,

    /// <summary>The end of a block of code.</summary>
    FenceEnd,
}
