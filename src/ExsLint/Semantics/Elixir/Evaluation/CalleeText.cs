using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>How calls are shown to people.</summary>
internal static class CalleeText
{
    public static string Of(ExpressionSyntax callee) => callee switch
    {
        IdentifierSyntax name => name.Name,
        MemberAccessSyntax { NameToken: { } member, Left: AliasSyntax or QualifiedAliasSyntax or LiteralSyntax } access =>
            $"{access.Left}.{member.Text}",
        _ => "a function",
    };
}
