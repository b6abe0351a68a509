namespace ExsLint.Syntax.Elixir.Language;

/// <summary>What a token of Elixir text is. Names follow Elixir's own tokenizer where it has one.</summary>
public enum SyntaxKind : ushort
{
    /// <summary>The end of the text; empty.</summary>
    EndOfFile,

    /// <summary>Characters that start no token.</summary>
    BadToken,

    /// <summary>One or more line ends that separate expressions; its text is the first of them.</summary>
    EndOfLine,

    /// <summary><c>;</c></summary>
    Semicolon,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary>A variable or a call without parentheses: <c>foo</c>, <c>foo?</c>, <c>foo!</c>.</summary>
    Identifier,

    /// <summary>An identifier directly before <c>(</c>.</summary>
    ParenIdentifier,

    /// <summary>An identifier directly before <c>[</c>.</summary>
    BracketIdentifier,

    /// <summary>An identifier directly before <c>do</c>.</summary>
    DoIdentifier,

    /// <summary>An identifier before a sign that stands to its operand: <c>a -1</c>.</summary>
    OpIdentifier,

    /// <summary>One segment of an alias: <c>Foo</c>.</summary>
    Alias,

    /// <summary>An integer literal of any base.</summary>
    Integer,

    /// <summary>A float literal.</summary>
    Float,

    /// <summary>A character literal: <c>?a</c>, <c>?\n</c>.</summary>
    Character,

    /// <summary>An atom without quotes: <c>:foo</c>, <c>:+</c>.</summary>
    Atom,

    /// <summary><c>true</c></summary>
    True,

    /// <summary><c>false</c></summary>
    False,

    /// <summary><c>nil</c></summary>
    Nil,

    /// <summary>A keyword key with its colon: <c>foo:</c>.</summary>
    KeywordIdentifier,

    /// <summary>The opening <c>"</c> of a string.</summary>
    StringStart,

    /// <summary>The closing <c>"</c> of a string.</summary>
    StringEnd,

    /// <summary>The opening <c>'</c> of a charlist.</summary>
    CharlistStart,

    /// <summary>The closing <c>'</c> of a charlist.</summary>
    CharlistEnd,

    /// <summary>The opening <c>"""</c> of a heredoc, with the rest of its line.</summary>
    StringHeredocStart,

    /// <summary>The closing <c>"""</c> with its indentation.</summary>
    StringHeredocEnd,

    /// <summary>The opening <c>'''</c> of a charlist heredoc, with the rest of its line.</summary>
    CharlistHeredocStart,

    /// <summary>The closing <c>'''</c> with its indentation.</summary>
    CharlistHeredocEnd,

    /// <summary>The start of a sigil with its delimiter: <c>~w(</c>, <c>~S"""</c> with the rest of its line.</summary>
    SigilStart,

    /// <summary>The closing delimiter of a sigil with its modifiers (and its indentation, for a heredoc).</summary>
    SigilEnd,

    /// <summary>The start of a quoted atom: <c>:"</c> or <c>:'</c>.</summary>
    QuotedAtomStart,

    /// <summary>The end of a quoted atom.</summary>
    QuotedAtomEnd,

    /// <summary>The end of a quoted keyword key, with its colon: <c>":</c>. Its start is a StringStart or CharlistStart.</summary>
    QuotedKeywordEnd,

    /// <summary>Literal text within quotes, as written.</summary>
    StringText,

    /// <summary><c>#{</c> within quotes.</summary>
    InterpolationStart,

    /// <summary>The <c>}</c> that ends an interpolation.</summary>
    InterpolationEnd,

    /// <summary><c>(</c></summary>
    OpenParen,

    /// <summary><c>)</c></summary>
    CloseParen,

    /// <summary><c>[</c></summary>
    OpenBracket,

    /// <summary><c>]</c></summary>
    CloseBracket,

    /// <summary><c>{</c></summary>
    OpenBrace,

    /// <summary><c>}</c></summary>
    CloseBrace,

    /// <summary><c>&lt;&lt;</c></summary>
    OpenBits,

    /// <summary><c>&gt;&gt;</c></summary>
    CloseBits,

    /// <summary><c>%{}</c>'s percent sign.</summary>
    PercentBrace,

    /// <summary>A struct's percent sign: <c>%Foo{}</c>.</summary>
    Percent,

    /// <summary><c>.</c></summary>
    Dot,

    /// <summary><c>fn</c></summary>
    Fn,

    /// <summary><c>do</c></summary>
    Do,

    /// <summary><c>end</c></summary>
    End,

    /// <summary><c>else</c>, <c>rescue</c>, <c>catch</c> or <c>after</c> within a do-block.</summary>
    BlockIdentifier,

    /// <summary><c>-&gt;</c></summary>
    StabOperator,

    /// <summary><c>&lt;-</c> <c>\\</c></summary>
    InMatchOperator,

    /// <summary><c>when</c></summary>
    WhenOperator,

    /// <summary><c>::</c></summary>
    TypeOperator,

    /// <summary><c>|</c></summary>
    PipeOperator,

    /// <summary><c>=&gt;</c></summary>
    AssocOperator,

    /// <summary><c>&amp;</c></summary>
    CaptureOperator,

    /// <summary>The <c>&amp;</c> directly before an integer: <c>&amp;1</c>.</summary>
    CaptureInteger,

    /// <summary><c>=</c></summary>
    MatchOperator,

    /// <summary><c>||</c> <c>|||</c> <c>or</c></summary>
    OrOperator,

    /// <summary><c>&amp;&amp;</c> <c>&amp;&amp;&amp;</c> <c>and</c></summary>
    AndOperator,

    /// <summary><c>==</c> <c>!=</c> <c>=~</c> <c>===</c> <c>!==</c></summary>
    CompOperator,

    /// <summary><c>&lt;</c> <c>&gt;</c> <c>&lt;=</c> <c>&gt;=</c></summary>
    RelOperator,

    /// <summary><c>|&gt;</c> <c>&lt;&lt;&lt;</c> <c>&gt;&gt;&gt;</c> <c>~&gt;</c> and kin.</summary>
    ArrowOperator,

    /// <summary><c>in</c>, or <c>not in</c> as one token.</summary>
    InOperator,

    /// <summary><c>^^^</c></summary>
    XorOperator,

    /// <summary><c>//</c></summary>
    TernaryOperator,

    /// <summary><c>++</c> <c>--</c> <c>+++</c> <c>---</c> <c>&lt;&gt;</c></summary>
    ConcatOperator,

    /// <summary><c>..</c></summary>
    RangeOperator,

    /// <summary><c>...</c></summary>
    EllipsisOperator,

    /// <summary><c>+</c> <c>-</c>, binary or unary.</summary>
    DualOperator,

    /// <summary><c>*</c> <c>/</c></summary>
    MultOperator,

    /// <summary><c>**</c></summary>
    PowerOperator,

    /// <summary><c>!</c> <c>^</c> <c>not</c> <c>~~~</c></summary>
    UnaryOperator,

    /// <summary><c>@</c></summary>
    AtOperator,
}
