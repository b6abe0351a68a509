using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Names;

/// <summary>Calls, and the macros of the language that decide themselves what is seen where.</summary>
internal sealed class CallNames(INameVisitor expressions, UsedNames names, BranchNames branches, ModuleNames modules)
{
    private readonly HashSet<string> _required = new(StringComparer.Ordinal);

    /// <summary>Looks at a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="scope">The scope around it.</param>
    /// <param name="piped">How many arguments stand in front of it: one behind <c>|&gt;</c>.</param>
    public void Visit(CallSyntax call, NameScope scope, int piped)
    {
        if ((call.LocalName ?? KernelFormOf(call)) is not { } name)
        {
            VisitRemote(call, scope);
            return;
        }

        // What an import of Kernel has left out is a call like any other, if something else brings it.
        var arity = call.Arguments.Length + piped + (call.DoBlock is null ? 0 : 1);
        var isChecked = scope.Hides(name, arity) || (name is "if" or "unless" && !IsWithinBlockOfConfig(call));
        if (call.LocalName is not null && isChecked && !names.Use(call.Callee, name, arity, scope))
        {
            return;
        }

        if (SectionForms.FaultOf(call, name) is { } fault)
        {
            names.Refuse(call, fault, scope);
        }

        if (DirectiveFaults.Of(call) is { } wrong)
        {
            names.Refuse(call, wrong, scope);
        }

        if (call.LocalName is not null && scope.Hides(name, arity))
        {
            VisitOperands(call, scope);
        }
        else
        {
            VisitForm(call, name, arity, scope);
        }
    }

    private void VisitRemote(CallSyntax call, NameScope scope)
    {
        expressions.Visit(call.Callee is MemberAccessSyntax member ? member.Left : call.Callee, scope);

        // What a macro of a module that is required makes of its arguments, nobody knows.
        var isMacro = call.Callee is MemberAccessSyntax { Left: AliasSyntax or QualifiedAliasSyntax } remote
            && _required.Contains(remote.Left.ToString());
        VisitOperands(call, isMacro ? new NameScope(scope) { IsOpen = true, MayHideKernel = true } : scope);
    }

    /// <summary>Looks at a macro of the language, or else at a function that is called by its name.</summary>
    private void VisitForm(CallSyntax call, string name, int arity, NameScope scope)
    {
        switch (name)
        {
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
                modules.VisitModule(call, scope);
                break;
            case "def" or "defp" or "defmacro" or "defmacrop" or "defguard" or "defguardp":
                modules.VisitDefinition(call, scope);
                break;
            case "match?" when call.Arguments is [var pattern, .. var rest]:
                expressions.Bind(pattern, new NameScope(scope));
                expressions.VisitAll(rest, scope);
                break;
            case "destructure" when call.Arguments is [var targets, .. var values]:
                expressions.VisitAll(values, scope);
                expressions.Bind(targets, scope);
                break;
            case "if" or "unless" or "case":
                branches.VisitBranches(call, scope, scope);
                break;
            case "for" or "with" or "cond" or "try" or "receive":
                branches.VisitBranches(call, scope, new NameScope(scope));
                break;
            default:
                // What the block of something unknown defines, nobody knows.
                if (names.Use(call.Callee, name, arity, scope) || call.DoBlock is null)
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
        expressions.VisitAll(call.Arguments, scope);
        foreach (var section in call.DoBlock?.Sections ?? [])
        {
            // To a function, its block is an argument: what that binds is seen behind it.
            expressions.VisitBody(section.Body, scope);
        }
    }

    /// <summary>
    /// Whether the block that an <c>if</c> lacks went to <c>config</c>, which says so: <c>config :a, b: if x do 1 end</c>.
    /// </summary>
    private static bool IsWithinBlockOfConfig(CallSyntax call) =>
        call.DoBlock is null
            && call.Parent?.Parent?.Parent is CallSyntax { LocalName: FunctionReference.Config, DoBlock: not null };
}
