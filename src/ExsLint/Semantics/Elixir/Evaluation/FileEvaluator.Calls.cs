using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <content>Calls of functions.</content>
internal sealed partial class FileEvaluator
{
    /// <param name="call">The call.</param>
    /// <param name="scope">What is bound.</param>
    /// <param name="piped">What was piped into it: its first argument.</param>
    private AbstractValue EvaluateCall(CallSyntax call, Scope scope, AbstractValue? piped = null)
    {
        if (call.Callee is MemberAccessSyntax { NameToken: null, QuotedName: null } anonymous && call.DoBlock is null)
        {
            return EvaluateAnonymousCall(call, anonymous, scope, piped);
        }

        var function = Resolve(call.Callee, scope);
        var arity = call.Arguments.Length + (piped is null ? 0 : 1);
        if (function is { Name: { } name, Module: null or FunctionReference.Kernel }
            && EvaluateSpecialForm(call, name, arity, scope, piped) is { } value)
        {
            return value;
        }

        if (function is { Module: "Code", Name: "require_file" or "eval_file" or "compile_file" } && arity is 1 or 2 && call.DoBlock is null)
        {
            return EvaluateScript(function.Name, call, scope, piped);
        }

        if (function.Name is null && call.Callee is MemberAccessSyntax { NameToken: not null } member && call.DoBlock is null)
        {
            return EvaluateDynamicCall(member, call.Arguments, call, scope, piped);
        }

        return call.DoBlock is null
            ? EvaluateFunction(function, call, call.Callee, call.Arguments, scope, piped)
            : Opaque(call, scope, $"a {NameOf(call.Callee)} block");
    }

    /// <summary>A call without arguments or parentheses: <c>Mix.env</c>, <c>x |> to_string</c>; or a field of a map.</summary>
    private AbstractValue EvaluateBareCall(ExpressionSyntax callee, Scope scope, AbstractValue? piped)
    {
        var function = Resolve(callee, scope);
        if (function is { Name: { } name, Module: null or FunctionReference.Kernel })
        {
            if (piped is null && Environment(name, 0) is { } value)
            {
                return value;
            }

            if (piped is not null && name is "raise" or "throw" or "exit")
            {
                return new NeverValue { Kind = name == "raise" ? NeverKind.Error : NeverKind.Other };
            }
        }

        return function.Name is null && callee is MemberAccessSyntax { NameToken: not null } member
            ? EvaluateDynamicCall(member, [], callee, scope, piped)
            : EvaluateFunction(function, callee, callee, [], scope, piped);
    }

    /// <summary>Evaluates the arguments, then the function; where it is not known, or its arguments not well enough, it is unknown.</summary>
    private AbstractValue EvaluateFunction(
        FunctionReference function,
        ExpressionSyntax site,
        ExpressionSyntax callee,
        ImmutableArray<ExpressionSyntax> arguments,
        Scope scope,
        AbstractValue? piped)
    {
        var arity = arguments.Length + (piped is null ? 0 : 1);
        if (!IsKnown(function, arity, scope))
        {
            if (ForeignCalls.Acts(function.Module, site))
            {
                session.ForgetSetVariables();
                if (ForeignCalls.MayConfigure(function.Module!))
                {
                    session.AddLayer(new UnknownLayer($"what {NameOf(callee)}/{arity} may configure", site.Location));
                }
            }

            return Opaque(site, scope, $"result of {NameOf(callee)}/{arity}");
        }

        return EvaluateSiblings(arguments, scope, out var values, piped) is { } never
            ? never
            : CallNamed(function, values, callee, site, scope);
    }

    private bool IsKnown(FunctionReference function, int arity, Scope scope)
    {
        if (function.Name is not { } name || (function.Module == "Integer" && IsMacro(function) && !scope.Imports.Any(import => import.Module == "Integer")))
        {
            return false;
        }

        return function.Module is null
            ? FindLocal(name, arity, scope) is not null || KnownFunctions.Find(FunctionReference.Kernel, name, arity) is not null
                || ImportOf(name, arity, scope) is not null || (name == ConfigName && arity is 2 or 3)
            : session.Modules.ContainsKey(AtomName(function.Module)) || KnownFunctions.Find(function.Module, name, arity) is not null
                || HarmlessModules.Has(function.Module, name)
                || (function.Module == FunctionReference.Kernel && name == ConfigName && arity is 2 or 3);
    }

    /// <summary>Calls a function by its name.</summary>
    public AbstractValue CallNamed(
        FunctionReference function, ImmutableArray<AbstractValue> arguments, ExpressionSyntax callee, SyntaxNode site, Scope scope)
    {
        var name = function.Name ?? "";
        var module = function.Module;
        if (module is null)
        {
            if (FindLocal(name, arguments.Length, scope) is { } local)
            {
                return CallDefinition(local, arguments);
            }

            module = KnownFunctions.Find(FunctionReference.Kernel, name, arguments.Length) is null && name != ConfigName
                ? ImportOf(name, arguments.Length, scope) ?? FunctionReference.Kernel
                : FunctionReference.Kernel;
        }

        if (session.Modules.TryGetValue(AtomName(module), out var defined))
        {
            return CallModule(defined, name, arguments, callee, site);
        }

        if (arguments is [UnknownValue { IsEnvironment: true }, _, ..] && VariableFunction(module, name) is { } reader
            && KnownFunctions.Find("System", reader, arguments.Length - 1) is { } ofVariable)
        {
            return WithException(CallKnown(ofVariable, arguments[1..], callee, site), module, name, arguments);
        }

        if (KnownFunctions.Find(module, name, arguments.Length) is { } known)
        {
            return WithException(CallKnown(known, arguments, callee, site), module, name, arguments);
        }

        if (CodeRunners.Has(module, name))
        {
            return NotFollowed(site, $"result of {NameOf(callee)}/{arguments.Length}");
        }

        session.Changes.AddCall(module, name);
        if (module != "Application" && FileChanges.SetsVariables(name))
        {
            session.ForgetVariables();
        }

        return name == ConfigName && module == FunctionReference.Kernel && arguments.Length is 2 or 3
            ? Configure(site, arguments)
            : Undetermined($"result of {NameOf(callee)}/{arguments.Length}", arguments, site, isHarmless: HarmlessModules.Has(module, name));
    }

    /// <summary>The function of <c>System</c> that gives the same as one of <c>Map</c> gives for <c>System.get_env()</c>.</summary>
    private static string? VariableFunction(string module, string name) => (module, name) switch
    {
        ("Map", "get") => "get_env",
        ("Map", "fetch") => "fetch_env",
        ("Map", "fetch!") => "fetch_env!",
        _ => null,
    };

    private AbstractValue CallModule(
        ModuleDefinition module, string name, ImmutableArray<AbstractValue> arguments, ExpressionSyntax callee, SyntaxNode site)
    {
        if (module is { IsOpaque: false, IsDefining: false } && !module.MayHave(name, arguments.Length))
        {
            return new NeverValue { ExceptionType = "Elixir.UndefinedFunctionError" };
        }

        if (module.IsOpaque || module.IsDefining || module.Find(name, arguments.Length) is not { IsPublic: true } function)
        {
            return Undetermined($"result of {NameOf(callee)}/{arguments.Length}", arguments, site);
        }

        return CallDefinition(function, arguments);
    }

    /// <summary>A function of the module whose function this is.</summary>
    private static FunctionDefinition? FindLocal(string name, int arity, Scope scope) =>
        scope is { Attributes: not null, Module: { IsOpaque: false } module } ? module.Find(name, arity) : null;

    /// <summary>The module that an import brings a function from.</summary>
    private string? ImportOf(string name, int arity, Scope scope)
    {
        foreach (var import in scope.Imports)
        {
            if (import.Brings(name, arity)
                && (session.Modules.TryGetValue(AtomName(import.Module), out var module)
                    ? module is { IsOpaque: false, IsDefining: false } && module.Find(name, arity) is { IsPublic: true }
                    : KnownFunctions.Find(import.Module, name, arity) is not null))
            {
                return import.Module;
            }
        }

        return null;
    }

    /// <summary>Evaluates expressions side by side, behind what was piped; gives the one that raises, if one does.</summary>
    private AbstractValue? EvaluateSiblings<T>(
        ImmutableArray<T> nodes, Scope scope, out ImmutableArray<AbstractValue> values, AbstractValue? piped = null)
        where T : ExpressionSyntax
    {
        var first = piped is null ? 0 : 1;
        var evaluated = new AbstractValue[nodes.Length + first];
        if (piped is not null)
        {
            evaluated[0] = piped;
        }

        var siblings = new SiblingScope(scope);
        values = [];
        for (var i = 0; i < nodes.Length; i++)
        {
            var value = Evaluate(nodes[i], scope);
            if (value is NeverValue)
            {
                return value;
            }

            evaluated[first + i] = value;
            siblings.Next();
        }

        siblings.End();
        values = ImmutableCollectionsMarshal.AsImmutableArray(evaluated);
        return null;
    }

    /// <summary>The function a callee names: <c>config</c>, <c>System.get_env</c>, <c>:timer.seconds</c>; without a name where that is not known.</summary>
    private FunctionReference Resolve(ExpressionSyntax callee, Scope scope)
    {
        switch (callee)
        {
            case IdentifierSyntax name:
                return scope.HidesKernel ? default : new FunctionReference(null, session.Names.Get(name.Token.TextSpanOf));
            case MemberAccessSyntax { NameToken: { } member, Left: LiteralSyntax { Kind: SyntaxKind.Atom } atom }:
                return new FunctionReference(FunctionReference.ModuleName(LiteralValue.GetAtomName(atom)), session.Names.Get(member.TextSpanOf));
            case MemberAccessSyntax { NameToken: { } member, Left: AliasSyntax or QualifiedAliasSyntax } access
                when AliasOf(access.Left, scope) is { } module:
                return new FunctionReference(session.Names.GetModule(module.Name), session.Names.Get(member.TextSpanOf));
            case MemberAccessSyntax { NameToken: { } member, Left: IdentifierSyntax { Name: "__MODULE__" } } when scope.Module is { } own:
                return new FunctionReference(FunctionReference.ModuleName(own.Name), session.Names.Get(member.TextSpanOf));
            default:
                return default;
        }
    }

    private string AtomName(string module) => session.Names.GetAtom(module);

    private static string NameOf(ExpressionSyntax callee) => callee switch
    {
        IdentifierSyntax name => name.Name,
        MemberAccessSyntax { NameToken: { } member, Left: AliasSyntax or QualifiedAliasSyntax or LiteralSyntax } access =>
            $"{access.Left}.{member.Text}",
        _ => "a function",
    };
}
