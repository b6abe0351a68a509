using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Syntax.Systemd;
using ExsLint.Syntax.Systemd.Language;
using ExsLint.Syntax.Systemd.Nodes;

namespace ExsLint.Syntax.Json;

/// <summary>
/// What kinds of nodes and tokens are called in JSON: like their classes and enumerations, which this need not reflect on.
/// </summary>
internal static class NodeKinds
{
    private static readonly string[] ElixirTokens = Enum.GetNames<SyntaxKind>();
    private static readonly string[] UnitTokens = Enum.GetNames<UnitSyntaxKind>();
    private static readonly string[] Trivia = Enum.GetNames<SyntaxTriviaKind>();

    /// <summary>The kind of a node: its class without <c>Syntax</c>.</summary>
    public static string Of(SyntaxNode node) => node switch
    {
        CompilationUnitSyntax => "CompilationUnit",
        BodySyntax => "Body",
        IdentifierSyntax => "Identifier",
        LiteralSyntax => "Literal",
        AliasSyntax => "Alias",
        NullaryOperatorSyntax => "NullaryOperator",
        StringLiteralSyntax => "StringLiteral",
        StringTextSyntax => "StringText",
        InterpolationSyntax => "Interpolation",
        CallSyntax => "Call",
        KeywordPairSyntax => "KeywordPair",
        KeywordListSyntax => "KeywordList",
        ListSyntax => "List",
        TupleSyntax => "Tuple",
        MapSyntax => "Map",
        BitstringSyntax => "Bitstring",
        BinaryOperatorSyntax => "BinaryOperator",
        UnaryOperatorSyntax => "UnaryOperator",
        CaptureArgumentSyntax => "CaptureArgument",
        AccessSyntax => "Access",
        MemberAccessSyntax => "MemberAccess",
        QualifiedAliasSyntax => "QualifiedAlias",
        MultiAliasSyntax => "MultiAlias",
        ParenthesizedSyntax => "Parenthesized",
        FnSyntax => "Fn",
        StabClauseSyntax => "StabClause",
        DoBlockSyntax => "DoBlock",
        DoSectionSyntax => "DoSection",
        SkippedTokensSyntax => "SkippedTokens",
        UnitFileSyntax => "UnitFile",
        SectionSyntax => "Section",
        SectionHeaderSyntax => "SectionHeader",
        DirectiveSyntax => "Directive",
        UnknownLineSyntax => "UnknownLine",
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "A node without a name."),
    };

    /// <summary>The kind of a token, as its language's enumeration has it.</summary>
    public static string Of(SyntaxToken token) => (token.Tree is UnitSyntaxTree ? UnitTokens : ElixirTokens)[token.RawKind];

    /// <summary>The kind of a piece of trivia.</summary>
    public static string Of(SyntaxTriviaKind kind) => Trivia[(int)kind];
}
