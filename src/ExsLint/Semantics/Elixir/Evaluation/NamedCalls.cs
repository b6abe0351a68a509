using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Effects;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>Calls of functions by their names, with the arguments evaluated.</summary>
internal sealed class NamedCalls(
    EvaluationState state,
    ConfigCalls configs,
    KnownCalls knownCalls,
    DefinedFunctions definedFunctions,
    UnfollowedCode unfollowed)
{
    public bool IsKnown(FunctionReference function, int arity, Scope scope)
    {
        if (function.Name is not { } name
            || (function.Module == "Integer" && IsMacro(function) && !scope.Imports.Any(import => import.Module == "Integer")))
        {
            return false;
        }

        return function.Module is null
            ? scope.FindFunction(name, arity) is not null
                || KnownFunctions.Find(FunctionReference.Kernel, name, arity) is not null
                || ImportOf(name, arity, scope) is not null || (name == FunctionReference.Config && arity is 2 or 3)
            : state.Modules.Has(AtomName(function.Module)) || KnownFunctions.Find(function.Module, name, arity) is not null
                || !EffectTable.Of(function.Module, name, arity).MayRunOwnCode()
                || (function.Module == FunctionReference.Kernel && name == FunctionReference.Config && arity is 2 or 3);
    }

    /// <summary>Calls a function by its name.</summary>
    public AbstractValue Call(
        FunctionReference function,
        ImmutableArray<AbstractValue> arguments,
        ExpressionSyntax callee,
        SyntaxNode site,
        Scope scope)
    {
        var name = function.Name ?? "";
        var module = function.Module;
        if (module is null)
        {
            if (scope.FindFunction(name, arguments.Length) is { } local)
            {
                return definedFunctions.Call(local, arguments);
            }

            module = KnownFunctions.Find(FunctionReference.Kernel, name, arguments.Length) is null
                && name != FunctionReference.Config
                ? ImportOf(name, arguments.Length, scope) ?? FunctionReference.Kernel
                : FunctionReference.Kernel;
        }

        if (state.Modules.TryGet(AtomName(module), out var defined))
        {
            return CallModule(defined, name, arguments, callee, site);
        }

        if (arguments is [UnknownValue { IsEnvironment: true }, _, ..] && VariableFunction(module, name) is { } reader
            && KnownFunctions.Find("System", reader, arguments.Length - 1) is { } ofVariable)
        {
            return RaisedExceptions.Name(knownCalls.Call(ofVariable, arguments[1..], callee, site), module, name, arguments);
        }

        if (KnownFunctions.Find(module, name, arguments.Length) is { } known)
        {
            return RaisedExceptions.Name(knownCalls.Call(known, arguments, callee, site), module, name, arguments);
        }

        var effects = EffectTable.Of(module, name, arguments.Length);
        if (effects.May(CallEffects.RunCode))
        {
            return unfollowed.NotFollowed(site, $"result of {CalleeText.Of(callee)}/{arguments.Length}");
        }

        state.AddChanges(effects);
        return name == FunctionReference.Config && module == FunctionReference.Kernel && arguments.Length is 2 or 3
            ? configs.Configure(site, arguments)
            : unfollowed.Undetermined(
                $"result of {CalleeText.Of(callee)}/{arguments.Length}", arguments, site, isHarmless: !effects.MayRunOwnCode());
    }

    /// <summary><c>apply(module, name, arguments)</c></summary>
    public AbstractValue? Apply(string module, string name, ImmutableArray<AbstractValue> arguments, SyntaxNode site)
    {
        var function = new FunctionReference(state.Names.GetModule(module), name);
        return !IsMacro(function) && site is ExpressionSyntax callee && IsKnown(function, arguments.Length, new Scope())
            ? Call(function, arguments, callee, site, new Scope())
            : null;
    }

    /// <summary>
    /// The function of <c>System</c> that gives the same as one of <c>Map</c> gives for <c>System.get_env()</c>.
    /// </summary>
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
            return unfollowed.Undetermined($"result of {CalleeText.Of(callee)}/{arguments.Length}", arguments, site);
        }

        if (function.IsUnseen)
        {
            return unfollowed.Undetermined($"result of {CalleeText.Of(callee)}/{arguments.Length}", arguments, site);
        }

        var value = definedFunctions.Call(function, arguments);
        return module.Library is { } library ? LibraryValues.At(site, value, library, state.Budget) : value;
    }

    /// <summary>
    /// Whether a function is one of the project's <c>lib</c>. As a statement it is called for what it does, as one that is not
    /// seen.
    /// </summary>
    public bool IsOfLibrary(FunctionReference function) =>
        function.Module is { } module && state.Modules.TryGet(AtomName(module), out var defined) && defined.Library is not null;

    /// <summary>The module that an import brings a function from.</summary>
    private string? ImportOf(string name, int arity, Scope scope)
    {
        foreach (var import in scope.Imports)
        {
            if (import.Brings(name, arity)
                && (state.Modules.TryGet(AtomName(import.Module), out var module)
                    ? module is { IsOpaque: false, IsDefining: false } && module.Find(name, arity) is { IsPublic: true }
                    : KnownFunctions.Find(import.Module, name, arity) is not null))
            {
                return import.Module;
            }
        }

        return null;
    }

    /// <summary>Whether it is expanded where it is written, so that no module that is a value has it.</summary>
    public static bool IsMacro(FunctionReference function) => function switch
    {
        { Module: FunctionReference.Kernel } =>
            function.Name is "to_string" or "to_charlist" or "is_nil" or "is_struct" or "then" or "tap" or "dbg" or "in" or "!"
            or ".." or "match?" or "if" or "unless" or "raise",
        { Module: "Integer" } => function.Name is "is_even" or "is_odd",
        _ => false,
    };

    /// <summary>
    /// The function a callee names: <c>config</c>, <c>System.get_env</c>, <c>:timer.seconds</c>; without a name where that is not
    /// known.
    /// </summary>
    public FunctionReference Resolve(ExpressionSyntax callee, Scope scope)
    {
        switch (callee)
        {
            case IdentifierSyntax name:
                return scope.HidesKernel ? default : new FunctionReference(null, state.Names.Get(name.Token.TextSpanOf));
            case MemberAccessSyntax { NameToken: { } member, Left: LiteralSyntax { Kind: SyntaxKind.Atom } atom }:
                return new FunctionReference(
                    FunctionReference.ModuleName(LiteralValue.GetAtomName(atom)), state.Names.Get(member.TextSpanOf));
            case MemberAccessSyntax { NameToken: { } member, Left: AliasSyntax or QualifiedAliasSyntax } access
                when Aliases.Of(access.Left, scope) is { } module:
                return new FunctionReference(state.Names.GetModule(module.Name), state.Names.Get(member.TextSpanOf));
            case MemberAccessSyntax { NameToken: { } member, Left: IdentifierSyntax { Name: "__MODULE__" } }
                when scope.Module is { } own:
                return new FunctionReference(FunctionReference.ModuleName(own.Name), state.Names.Get(member.TextSpanOf));
            default:
                return default;
        }
    }

    private string AtomName(string module) => state.Names.GetAtom(module);
}
