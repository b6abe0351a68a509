using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Names;

/// <summary>Operators and sigils: functions and macros with names of their own.</summary>
internal sealed class OperatorNames(UsedNames names)
{
    /// <summary>A binary operator is used.</summary>
    public void Use(BinaryOperatorSyntax binary, NameScope scope)
    {
        switch (binary.OperatorToken.Text)
        {
            case "|" or "when" or "\\\\" or "=>" or "." or "->":
                break;
            case "//":
                // `a..b//c`; the range's own operator is visited behind this, where both are there.
                Use(binary, "..//", 3, scope);
                break;
            case ".."
                when binary.Parent is BinaryOperatorSyntax step && step.Left == binary && step.OperatorToken.TextSpanOf is "//":
                break;
            case ['n', 'o', 't', ..]:
                Use(binary, "not", 1, scope);
                Use(binary, "in", 2, scope);
                break;
            case var text:
                Use(binary, text, 2, scope);
                break;
        }
    }

    /// <summary>An operator is used by its name.</summary>
    public void Use(ExpressionSyntax node, string name, int arity, NameScope scope)
    {
        if (name is not ("^" or "..."))
        {
            names.Use(node, name, arity, scope);
        }
    }

    /// <summary>A sigil is used; other texts have no name.</summary>
    public void UseSigil(StringLiteralSyntax text, NameScope scope)
    {
        if (text.Kind == SyntaxKind.SigilStart)
        {
            var name = string.Concat(text.FirstToken.Text.Skip(1).TakeWhile(char.IsAsciiLetterOrDigit));
            names.Use(text, "sigil_" + name, 2, scope);
        }
    }
}
