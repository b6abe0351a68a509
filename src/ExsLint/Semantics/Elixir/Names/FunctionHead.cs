using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Names;

/// <summary>
/// What stands behind <c>def</c>: <c>f</c>, <c>f(a, b)</c>, an operator (<c>a &lt;~&gt; b</c>, <c>!a</c>), each with or without a
/// guard.
/// </summary>
/// <param name="Name">The function's name.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Guard">What stands behind <c>when</c>, else null.</param>
internal sealed record FunctionHead(string Name, ImmutableArray<ExpressionSyntax> Parameters, ExpressionSyntax? Guard)
{
    /// <summary>Reads a head; null where it is written in any other way.</summary>
    public static FunctionHead? Read(ExpressionSyntax head) => head switch
    {
        IdentifierSyntax name => new(name.Name, [], null),
        CallSyntax { Callee: IdentifierSyntax callee, DoBlock: null } call => new(callee.Name, call.Arguments, null),
        BinaryOperatorSyntax guarded when guarded.OperatorToken.TextSpanOf is "when" =>
            Read(guarded.Left) is { Guard: null } inner
                ? inner with { Guard = guarded.Right }
                : null,
        BinaryOperatorSyntax operation when !IsOfTheLanguage(operation.OperatorToken.Text) => operation.OperatorToken.Text switch
        {
            "//" => operation.Left is BinaryOperatorSyntax range && range.OperatorToken.TextSpanOf is ".."
                ? new("..//", [range.Left, range.Right, operation.Right], null)
                : null,
            var text => new(text, [operation.Left, operation.Right], null),
        },
        UnaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.UnaryOperator or (int)SyntaxKind.DualOperator } operation
            when operation.OperatorToken.TextSpanOf is not "^" => new(operation.OperatorToken.Text, [operation.Operand], null),
        ParenthesizedSyntax { Body: { HasClauses: false, Expressions: [var only] } } => Read(only),
        _ => null,
    };

    /// <summary>
    /// The arities with which the function can be called: fewer where parameters have defaults.
    /// </summary>
    public IEnumerable<int> Arities() =>
        Enumerable.Range(Parameters.Length - Parameters.Count(HasDefault), Parameters.Count(HasDefault) + 1);

    private static bool HasDefault(ExpressionSyntax parameter) =>
        parameter is BinaryOperatorSyntax operation && operation.OperatorToken.TextSpanOf is "\\\\";

    /// <summary>
    /// Whether an operator is a special form, or one that only means something within another form; <c>not in</c> is two
    /// operators.
    /// </summary>
    private static bool IsOfTheLanguage(string text) =>
        text is "=" or "::" or "<-" or "\\\\" or "=>" or "|" or "when" or "." or "->"
            || text.StartsWith("not", StringComparison.Ordinal);
}
