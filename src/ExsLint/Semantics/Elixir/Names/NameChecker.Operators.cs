using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Names;

/// <content>Operators and sigils: functions and macros with names of their own.</content>
internal sealed partial class NameChecker
{
    private void UseOperator(BinaryOperatorSyntax binary, NameScope scope)
    {
        switch (binary.OperatorToken.Text)
        {
            case "|" or "when" or "\\\\" or "=>" or "." or "->":
                break;
            case "//":
                // `a..b//c`; the range's own operator is visited behind this, where both are there.
                UseOperator(binary, "..//", 3, scope);
                break;
            case ".."
                when binary.Parent is BinaryOperatorSyntax step && step.Left == binary && step.OperatorToken.TextSpanOf is "//":
                break;
            case ['n', 'o', 't', ..]:
                UseOperator(binary, "not", 1, scope);
                UseOperator(binary, "in", 2, scope);
                break;
            case var text:
                UseOperator(binary, text, 2, scope);
                break;
        }
    }

    private void UseOperator(ExpressionSyntax node, string name, int arity, NameScope scope)
    {
        if (name is not ("^" or "..."))
        {
            Use(node, name, arity, scope);
        }
    }

    private void UseSigil(StringLiteralSyntax text, NameScope scope)
    {
        if (text.Kind == SyntaxKind.SigilStart)
        {
            Use(text, "sigil_" + string.Concat(text.FirstToken.Text.Skip(1).TakeWhile(char.IsAsciiLetterOrDigit)), 2, scope);
        }
    }
}
