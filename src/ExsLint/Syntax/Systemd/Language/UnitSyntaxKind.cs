namespace ExsLint.Syntax.Systemd.Language;

/// <summary>What a token of a unit file is.</summary>
public enum UnitSyntaxKind : ushort
{
    /// <summary>The end of the text; empty.</summary>
    EndOfFile,

    /// <summary>The line end that ends a directive, a section header or an unknown line.</summary>
    EndOfLine,

    /// <summary>The <c>[</c> of a section header.</summary>
    OpenBracket,

    /// <summary>The <c>]</c> of a section header.</summary>
    CloseBracket,

    /// <summary>A section's name, or what stands after the <c>[</c> of a header that is not closed.</summary>
    SectionName,

    /// <summary>A directive's key.</summary>
    Key,

    /// <summary>The first <c>=</c> of a directive.</summary>
    Equals,

    /// <summary>The part of a value that stands on one line.</summary>
    Value,

    /// <summary>A line that is neither a section header nor a directive.</summary>
    UnknownText,
}
