using System.Collections.Immutable;

namespace ExsLint.Syntax.Elixir.Nodes;

/// <summary>
/// A call with arguments, parentheses or a do-block: <c>f a, b: 1</c>, <c>M.f(a)</c>, <c>f.(a)</c>, <c>f do .. end</c>,
/// <c>f(a)(b)</c>. Bracketless keywords at the end are one argument, a <see cref="KeywordListSyntax"/>.
/// </summary>
public sealed class CallSyntax : ExpressionSyntax
{
    internal CallSyntax(
        SyntaxTree tree,
        int lastToken,
        ExpressionSyntax callee,
        ImmutableArray<ExpressionSyntax> arguments,
        bool hasParentheses,
        DoBlockSyntax? doBlock)
        : base(tree, callee.FirstTokenIndex, lastToken)
    {
        Callee = Adopt(callee);
        Arguments = arguments;
        foreach (var argument in arguments)
        {
            Adopt(argument);
        }

        HasParentheses = hasParentheses;
        DoBlock = Adopt(doBlock);
    }

    /// <summary>
    /// An <see cref="IdentifierSyntax"/> (local call), a <see cref="MemberAccessSyntax"/> (remote or anonymous call) or a call.
    /// </summary>
    public ExpressionSyntax Callee { get; }

    /// <summary>The arguments, the do-block not among them.</summary>
    public ImmutableArray<ExpressionSyntax> Arguments { get; }

    /// <summary>Whether the arguments stand in parentheses.</summary>
    public bool HasParentheses { get; }

    /// <summary>The do-block, which Elixir passes as one more argument.</summary>
    public DoBlockSyntax? DoBlock { get; }

    /// <summary>The name of a local call, else null.</summary>
    public string? LocalName => (Callee as IdentifierSyntax)?.Name;

    /// <inheritdoc/>
    public override int ChildCount => 1 + Arguments.Length + (DoBlock is null ? 0 : 1);

    /// <inheritdoc/>
    public override SyntaxNode GetChild(int index) =>
        index == 0 ? Callee : index <= Arguments.Length ? Arguments[index - 1] : DoBlock!;
}
