using ExsLint.Syntax.Systemd.Language;
using ExsLint.Syntax.Systemd.Nodes;
using Pidgin;
using static Pidgin.Parser;

namespace ExsLint.Syntax.Systemd;

/// <summary>
/// The grammar of <c>grammars/systemd-unit.ebnf</c>: a field for each production, in the same order. Every sequence of tokens
/// that the scanner makes is a sentence of it, since what systemd cannot read has productions of its own.
/// </summary>
internal sealed class UnitGrammar
{
    // Of a text that may be missing.
    private const int None = -1;

    /// <summary>The only instance; it keeps no state of a parse.</summary>
    public static readonly UnitGrammar Instance = new();

    private UnitGrammar()
    {
        EndOfLine = Token(UnitSyntaxKind.EndOfLine).Select(token => token.Index).Or(Parser<UnitToken>.Return(None));
        UnknownLine = Map(MakeUnknownLine, Token(UnitSyntaxKind.UnknownText), Last(UnitSyntaxKind.UnknownText), EndOfLine);
        Value = Last(UnitSyntaxKind.Value);
        Key = Parser<UnitToken>.CurrentOffset.Before(Token(UnitSyntaxKind.Key).SkipMany());
        Directive = Map(MakeDirective, Key, Token(UnitSyntaxKind.Equals), Value, EndOfLine);
        Line = OneOf(UnknownLine, Directive);
        SectionHeader = Map(
            MakeHeader,
            Token(UnitSyntaxKind.OpenBracket),
            Last(UnitSyntaxKind.SectionName),
            Token(UnitSyntaxKind.CloseBracket).Select(token => token.Index).Or(Parser<UnitToken>.Return(None)),
            EndOfLine);
        Section = Map(MakeSection, SectionHeader, Line.Many());
        UnitFile = Map(MakeUnitFile, Line.Many(), Section.Many(), Token(UnitSyntaxKind.EndOfFile));
    }

    public Parser<UnitToken, UnitFileSyntax> UnitFile { get; }

    public Parser<UnitToken, SectionSyntax> Section { get; }

    public Parser<UnitToken, SectionHeaderSyntax> SectionHeader { get; }

    public Parser<UnitToken, UnitLineSyntax> Line { get; }

    public Parser<UnitToken, UnitLineSyntax> Directive { get; }

    public Parser<UnitToken, int> Key { get; }

    public Parser<UnitToken, int> Value { get; }

    public Parser<UnitToken, UnitLineSyntax> UnknownLine { get; }

    public Parser<UnitToken, int> EndOfLine { get; }

    private static Parser<UnitToken, UnitToken> Token(UnitSyntaxKind kind) =>
        Parser<UnitToken>.Token(token => token.Kind == kind);

    /// <summary>Any number of tokens of a kind; the number of the last one, or -1.</summary>
    private static Parser<UnitToken, int> Last(UnitSyntaxKind kind) => Map(
        (start, _, end) => end > start ? end - 1 : None,
        Parser<UnitToken>.CurrentOffset,
        Token(kind).SkipMany(),
        Parser<UnitToken>.CurrentOffset);

    private static UnitFileSyntax MakeUnitFile(
        IEnumerable<UnitLineSyntax> lines, IEnumerable<SectionSyntax> sections, UnitToken endOfFile) =>
        new(endOfFile.Tree, endOfFile.Index, [.. lines], [.. sections]);

    private static SectionSyntax MakeSection(SectionHeaderSyntax header, IEnumerable<UnitLineSyntax> lines) =>
        new((UnitSyntaxTree)header.Tree, header, [.. lines]);

    private static SectionHeaderSyntax MakeHeader(UnitToken bracket, int lastName, int close, int endOfLine)
    {
        var last = Math.Max(bracket.Index, lastName);
        return new SectionHeaderSyntax(
            bracket.Tree, bracket.Index, last, close != None, Math.Max(Math.Max(last, close), endOfLine));
    }

    private static UnitLineSyntax MakeDirective(int key, UnitToken equals, int lastValue, int endOfLine)
    {
        var last = Math.Max(equals.Index, lastValue);
        return new DirectiveSyntax(equals.Tree, key, equals.Index, last, Math.Max(last, endOfLine));
    }

    private static UnitLineSyntax MakeUnknownLine(UnitToken first, int lastText, int endOfLine) =>
        new UnknownLineSyntax(first.Tree, first.Index, Math.Max(Math.Max(first.Index, lastText), endOfLine));
}
