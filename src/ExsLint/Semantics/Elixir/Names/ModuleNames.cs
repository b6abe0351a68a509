using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Names;

/// <summary>Modules, and the functions that they define.</summary>
internal sealed class ModuleNames(INameVisitor expressions, BranchNames branches)
{
    /// <summary>
    /// A module's functions see one another wherever they stand, and no variables of around it. What the compiler would refuse in
    /// it counts only where it is certainly defined.
    /// </summary>
    public void VisitModule(CallSyntax call, NameScope scope)
    {
        if (call.DoBlock is not { } block)
        {
            return;
        }

        var inner = new NameScope(scope) { IsRun = scope.IsRun };
        inner.IsOpen |= !scope.IsRun || block.Sections[0].Body.Expressions.Any(MayDefine);
        var names = inner.Functions.ToBuilder();
        foreach (var node in block.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case CallSyntax { LocalName: "quote" or "unquote" or "unquote_splicing" or "defoverridable" or "use" }:
                case UnaryOperatorSyntax
                {
                    OperatorToken.RawKind: (int)SyntaxKind.AtOperator,
                    Operand: CallSyntax { LocalName: "before_compile" or "on_definition" or "after_compile" }
                }:
                case AliasSyntax { Name: "Module" or "Code" }:
                    inner.IsOpen = true;
                    break;
                case CallSyntax
                {
                    Arguments: [var head, ..],
                    LocalName: "def" or "defp" or "defmacro" or "defmacrop" or "defguard" or "defguardp" or "defdelegate"
                }:
                    names.UnionWith(FunctionHead.Read(head) is { } read ? [read.Name] : []);
                    break;
            }
        }

        inner.Functions = names.ToImmutable();
        inner.MayHideKernel |= inner.IsOpen;
        inner.Siblings = [];
        inner.Definitions = [.. block.Sections[0].Body.Expressions.OfType<CallSyntax>().SelectMany(DefinitionsOf)];
        foreach (var section in block.Sections)
        {
            expressions.VisitBody(section.Body, inner);
        }
    }

    /// <summary>
    /// Whether an expression in a module's body may be a macro, of another module or unknown, that defines functions.
    /// </summary>
    private static bool MayDefine(ExpressionSyntax expression) => expression is MemberAccessSyntax or CallSyntax
    {
        LocalName: not ("def" or "defp" or "defmacro" or "defmacrop" or "defguard" or "defguardp" or "defstruct" or "defexception"
            or "defmodule" or "import" or "require" or "alias")
    };

    private static IEnumerable<(string Name, int Arity)> DefinitionsOf(CallSyntax call) =>
        call is { LocalName: "def" or "defp" or "defmacro" or "defmacrop", Arguments: [var written, ..] }
            && FunctionHead.Read(written) is { } head
            ? head.Arities().Select(arity => (head.Name, arity))
            : [];

    /// <summary>A function or macro: its body sees its parameters, and no variables of around it.</summary>
    public void VisitDefinition(CallSyntax call, NameScope scope)
    {
        var inner = new NameScope(scope, seesVariables: false) { Siblings = scope.Definitions };
        if (call.Arguments is [var written, .. var rest])
        {
            var head = FunctionHead.Read(written);
            foreach (var parameter in head?.Parameters ?? [])
            {
                BindParameter(parameter, inner, scope);
            }

            expressions.Visit(head?.Guard, inner);
            expressions.VisitAll(rest, inner);
        }

        branches.VisitSections(call, inner, inner);
    }

    /// <summary>A parameter; its default sees none of the others.</summary>
    private void BindParameter(ExpressionSyntax parameter, NameScope inner, NameScope scope)
    {
        if (parameter is BinaryOperatorSyntax { Left: var pattern, Right: var value } optional
            && optional.OperatorToken.TextSpanOf is "\\\\")
        {
            expressions.Bind(pattern, inner);
            expressions.Visit(value, new NameScope(scope, seesVariables: false));
        }
        else
        {
            expressions.Bind(parameter, inner);
        }
    }
}
