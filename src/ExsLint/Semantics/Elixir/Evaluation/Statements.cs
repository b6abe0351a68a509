using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>
/// Expressions that are made for what they do: <c>MyApp.configure_runtime()</c>. A call of a module that is not seen whose value
/// is used is trusted to give nothing but that value; as a statement it has another purpose, and in a configuration that may be
/// to configure.
/// </summary>
internal static class Statements
{
    /// <summary>Whether nobody takes the value of an expression.</summary>
    public static bool IsStatement(SyntaxNode node)
    {
        for (; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case BodySyntax { Parent: CompilationUnitSyntax }:
                    return true;
                case BodySyntax body when body.Expressions[^1] != node:
                    return true;
                case BodySyntax or DoSectionSyntax or DoBlockSyntax or ParenthesizedSyntax:
                case StabClauseSyntax clause when clause.Body == node:
                case BinaryOperatorSyntax pipe when pipe.Right == node && pipe.OperatorToken.TextSpanOf is "|>":
                case CallSyntax { LocalName: "if" or "unless" or "case" or "cond" or "with" or "try" } block
                    when block.DoBlock == node:
                case KeywordPairSyntax { KeyName: "do" or "else" }
                    or KeywordListSyntax { Parent: CallSyntax { LocalName: "if" or "unless" } }:
                    break;
                case CallSyntax { LocalName: "if" or "unless" } conditional when node is KeywordListSyntax
                    && conditional.Arguments[^1] == node:
                    break;
                default:
                    return false;
            }
        }

        return false;
    }
}
