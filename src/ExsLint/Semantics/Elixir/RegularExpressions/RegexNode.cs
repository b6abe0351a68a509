using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir.RegularExpressions;

/// <summary>A part of a regular expression.</summary>
internal abstract record RegexNode;

/// <summary>One character.</summary>
/// <param name="Set">Which it may be.</param>
internal sealed record RegexCharacter(CharacterSet Set) : RegexNode;

/// <summary>One part behind the other.</summary>
internal sealed record RegexSequence(ImmutableArray<RegexNode> Nodes) : RegexNode;

/// <summary>The first of several parts that leads to a match.</summary>
internal sealed record RegexAlternation(ImmutableArray<RegexNode> Nodes) : RegexNode;

/// <summary>A group that captures.</summary>
/// <param name="Body">What it holds.</param>
/// <param name="Name">Its name, or null.</param>
/// <param name="Number">Its number from 1, by opening parenthesis; 0 as long as groups were not counted.</param>
internal sealed record RegexGroup(RegexNode Body, string? Name, int Number) : RegexNode;

/// <summary>A part some number of times.</summary>
/// <param name="Body">The part.</param>
/// <param name="Minimum">How often at least.</param>
/// <param name="Maximum">How often at most.</param>
/// <param name="Kind">How many are tried first.</param>
internal sealed record RegexRepeat(RegexNode Body, int Minimum, int Maximum, RegexRepeatKind Kind) : RegexNode;

/// <summary>How many times a part is tried first.</summary>
internal enum RegexRepeatKind
{
    /// <summary>As often as possible.</summary>
    Greedy,

    /// <summary>As seldom as possible.</summary>
    Lazy,

    /// <summary>As often as possible, and never less.</summary>
    Possessive,
}

/// <summary>A place.</summary>
internal sealed record RegexAnchor(RegexAnchorKind Kind) : RegexNode;

/// <summary>Which place an anchor matches at.</summary>
internal enum RegexAnchorKind
{
    /// <summary><c>\A</c>: the start of the text.</summary>
    Start,

    /// <summary><c>\z</c>: the end of the text.</summary>
    End,

    /// <summary><c>\Z</c>: the end of the text, or before a line feed that ends it.</summary>
    EndOrLastLine,

    /// <summary><c>^</c>: the start of the text, with <c>m</c> of any line but the empty one at the end.</summary>
    LineStart,

    /// <summary><c>$</c>: as <see cref="EndOrLastLine"/>, with <c>m</c> before any line feed too.</summary>
    LineEnd,

    /// <summary><c>\b</c></summary>
    WordBoundary,

    /// <summary><c>\B</c></summary>
    NoWordBoundary,
}

/// <summary><c>(?=...)</c>, <c>(?!...)</c></summary>
internal sealed record RegexLookahead(RegexNode Body, bool IsNegated) : RegexNode;

/// <summary><c>(?>...)</c></summary>
internal sealed record RegexAtomic(RegexNode Body) : RegexNode;

/// <summary><c>\1</c></summary>
internal sealed record RegexBackReference(int Number) : RegexNode;
