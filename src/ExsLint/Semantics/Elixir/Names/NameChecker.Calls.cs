using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Names;

/// <content>Calls, the macros of the language that decide themselves what is seen where, and modules.</content>
internal sealed partial class NameChecker
{
    private void VisitCall(CallSyntax call, NameScope scope, int piped)
    {
        if ((call.LocalName ?? KernelFormOf(call)) is not { } name)
        {
            Visit(call.Callee is MemberAccessSyntax member ? member.Left : call.Callee, scope);

            // What a macro of a module that is required makes of its arguments, nobody knows.
            var isMacro = call.Callee is MemberAccessSyntax { Left: AliasSyntax or QualifiedAliasSyntax } remote
                && _required.Contains(remote.Left.ToString());
            VisitOperands(call, isMacro ? new NameScope(scope) { IsOpen = true, MayHideKernel = true } : scope);
            return;
        }

        // What an import of Kernel has left out is a call like any other, if something else brings it.
        var arity = call.Arguments.Length + piped + (call.DoBlock is null ? 0 : 1);
        var isChecked = IsHidden(name, arity, scope) || (name is "if" or "unless" && !IsWithinBlockOfConfig(call));
        if (call.LocalName is not null && isChecked && !Use(call.Callee, name, arity, scope))
        {
            return;
        }

        CheckForm(call, name, scope);
        switch (name)
        {
            case var _ when call.LocalName is not null && IsHidden(name, arity, scope):
                VisitOperands(call, scope);
                break;
            case "require" when call.Arguments is [AliasSyntax or QualifiedAliasSyntax, ..]:
                _required.Add(call.Arguments[0].ToString());
                if (call.Arguments is [_, KeywordListSyntax { Pairs: [{ KeyName: "as", Value: var other }] }])
                {
                    _required.Add(other.ToString());
                }

                break;
            case "quote" or "alias" or "require" or "defimpl" or "defprotocol" or "defdelegate" or "unquote"
                or "unquote_splicing":
                break;
            case "import" or "use":
                ConfigImports.Add(call, scope);
                break;
            case "defmodule":
                VisitModule(call, scope);
                break;
            case "def" or "defp" or "defmacro" or "defmacrop" or "defguard" or "defguardp":
                VisitDefinition(call, scope);
                break;
            case "match?" when call.Arguments is [var pattern, .. var rest]:
                Bind(pattern, new NameScope(scope));
                VisitAll(rest, scope);
                break;
            case "destructure" when call.Arguments is [var targets, .. var values]:
                VisitAll(values, scope);
                Bind(targets, scope);
                break;
            case "if" or "unless" or "case":
                VisitBranches(call, scope, scope);
                break;
            case "for" or "with" or "cond" or "try" or "receive":
                VisitBranches(call, scope, new NameScope(scope));
                break;
            default:
                // What the block of something unknown defines, nobody knows.
                if (Use(call.Callee, name, arity, scope) || call.DoBlock is null)
                {
                    VisitOperands(call, scope);
                }

                break;
        }
    }

    /// <summary>A macro of Kernel that binds, called by its full name: <c>Kernel.match?(x, y)</c>.</summary>
    private static string? KernelFormOf(CallSyntax call) =>
        call.Callee is MemberAccessSyntax { Left: AliasSyntax { Name: FunctionReference.Kernel }, NameToken.Text: var name }
            && name is "match?" or "destructure" or "if" or "unless"
            ? name
            : null;

    private void VisitOperands(CallSyntax call, NameScope scope)
    {
        VisitAll(call.Arguments, scope);
        foreach (var section in call.DoBlock?.Sections ?? [])
        {
            // To a function, its block is an argument: what that binds is seen behind it.
            VisitBody(section.Body, scope);
        }
    }

    /// <summary>
    /// Whether the block that an <c>if</c> lacks went to <c>config</c>, which says so: <c>config :a, b: if x do 1 end</c>.
    /// </summary>
    private static bool IsWithinBlockOfConfig(CallSyntax call) =>
        call.DoBlock is null
            && call.Parent?.Parent?.Parent is CallSyntax { LocalName: FunctionReference.Config, DoBlock: not null };

    /// <summary>Arguments, and the branches behind them: what these bind stays within each.</summary>
    /// <param name="call">The call.</param>
    /// <param name="scope">The scope around it.</param>
    /// <param name="inner">What the arguments bind into: the scope around the call, or one for them and the body.</param>
    private void VisitBranches(CallSyntax call, NameScope scope, NameScope inner)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument is KeywordListSyntax { Pairs: var pairs })
            {
                foreach (var pair in pairs)
                {
                    Visit(pair.Value, new NameScope(pair.KeyName == "else" ? scope : inner));
                }
            }
            else
            {
                Visit(argument, inner);
            }
        }

        VisitSections(call, scope, inner);
    }

    private void VisitSections(CallSyntax call, NameScope scope, NameScope inner)
    {
        foreach (var section in call.DoBlock?.Sections ?? [])
        {
            var keyword = section.Keyword.TextSpanOf;
            var seen = new NameScope(keyword is "do" ? inner : scope);
            var isCondition = keyword is "after" || call.LocalName == "cond";
            foreach (var expression in section.Body.Expressions)
            {
                if (isCondition && expression is StabClauseSyntax clause)
                {
                    VisitClause(clause, seen, isCondition);
                }
                else
                {
                    Visit(expression, seen);
                }
            }
        }
    }

    /// <summary>
    /// A module's functions see one another wherever they stand, and no variables of around it. What the compiler would refuse in
    /// it counts only where it is certainly defined.
    /// </summary>
    private void VisitModule(CallSyntax call, NameScope scope)
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
            VisitBody(section.Body, inner);
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

    private void VisitDefinition(CallSyntax call, NameScope scope)
    {
        var inner = new NameScope(scope, seesVariables: false) { Siblings = scope.Definitions };
        if (call.Arguments is [var written, .. var rest])
        {
            var head = FunctionHead.Read(written);
            foreach (var parameter in head?.Parameters ?? [])
            {
                BindParameter(parameter, inner, scope);
            }

            Visit(head?.Guard, inner);
            VisitAll(rest, inner);
        }

        VisitSections(call, inner, inner);
    }

    /// <summary>A parameter; its default sees none of the others.</summary>
    private void BindParameter(ExpressionSyntax parameter, NameScope inner, NameScope scope)
    {
        if (parameter is BinaryOperatorSyntax { Left: var pattern, Right: var value } optional
            && optional.OperatorToken.TextSpanOf is "\\\\")
        {
            Bind(pattern, inner);
            Visit(value, new NameScope(scope, seesVariables: false));
        }
        else
        {
            Bind(parameter, inner);
        }
    }
}
