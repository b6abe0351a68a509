using System.Collections.Immutable;
using Pidgin;
using static Pidgin.Parser;
using static Pidgin.Parser<ExsLint.Syntax.Systemd.UnitToken>;

namespace ExsLint.Syntax.Systemd;

/// <summary>
/// The grammar of <c>grammars/systemd-unit.ebnf</c>: a field for each production, in the same order. Every sequence of tokens
/// that the scanner makes is a sentence of it, since what systemd cannot read has productions of its own.
/// </summary>
internal sealed class UnitGrammar
{
    private readonly UnitSyntaxTree _tree;

    public UnitGrammar(UnitSyntaxTree tree)
    {
        _tree = tree;
        EndOfLine = Token(UnitSyntaxKind.EndOfLine).Optional().Select(token => token.GetValueOrDefault(-1));
        UnknownLine = Map(MakeUnknownLine, Token(UnitSyntaxKind.UnknownText).AtLeastOnce(), EndOfLine);
        Value = Token(UnitSyntaxKind.Value).Many();
        Key = Token(UnitSyntaxKind.Key).Many();
        Directive = Map(MakeDirective, Key, Token(UnitSyntaxKind.Equals), Value, EndOfLine);
        Line = OneOf(UnknownLine, Directive);
        SectionHeader = Map(
            MakeHeader,
            Token(UnitSyntaxKind.OpenBracket),
            Token(UnitSyntaxKind.SectionName).Many(),
            Token(UnitSyntaxKind.CloseBracket).Optional(),
            EndOfLine);
        Section = Map(MakeSection, SectionHeader, Line.Many());
        UnitFile = Map(MakeUnitFile, Line.Many(), Section.Many(), Token(UnitSyntaxKind.EndOfFile));
    }

    public Parser<UnitToken, UnitFileSyntax> UnitFile { get; }

    public Parser<UnitToken, SectionSyntax> Section { get; }

    public Parser<UnitToken, SectionHeaderSyntax> SectionHeader { get; }

    public Parser<UnitToken, UnitLineSyntax> Line { get; }

    public Parser<UnitToken, UnitLineSyntax> Directive { get; }

    public Parser<UnitToken, IEnumerable<int>> Key { get; }

    public Parser<UnitToken, IEnumerable<int>> Value { get; }

    public Parser<UnitToken, UnitLineSyntax> UnknownLine { get; }

    public Parser<UnitToken, int> EndOfLine { get; }

    private static Parser<UnitToken, int> Token(UnitSyntaxKind kind) =>
        Parser<UnitToken>.Token(token => token.Kind == kind).Select(token => token.Index);

    private UnitFileSyntax MakeUnitFile(IEnumerable<UnitLineSyntax> lines, IEnumerable<SectionSyntax> sections, int endOfFile) =>
        new(_tree, endOfFile, [.. lines], [.. sections]);

    private SectionSyntax MakeSection(SectionHeaderSyntax header, IEnumerable<UnitLineSyntax> lines) =>
        new(_tree, header, [.. lines]);

    private SectionHeaderSyntax MakeHeader(int bracket, IEnumerable<int> name, Maybe<int> close, int endOfLine)
    {
        var lastName = name.LastOrDefault(bracket);
        return new SectionHeaderSyntax(_tree, bracket, lastName, close.HasValue, Math.Max(close.GetValueOrDefault(lastName), endOfLine));
    }

    private UnitLineSyntax MakeDirective(IEnumerable<int> key, int equals, IEnumerable<int> value, int endOfLine)
    {
        var lastValue = value.LastOrDefault(equals);
        return new DirectiveSyntax(_tree, key.FirstOrDefault(equals), equals, lastValue, Math.Max(lastValue, endOfLine));
    }

    private UnitLineSyntax MakeUnknownLine(IEnumerable<int> text, int endOfLine) =>
        new UnknownLineSyntax(_tree, text.First(), Math.Max(text.Last(), endOfLine));
}
