using ExsLint.Semantics.Elixir.Effects;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>What the parts of an expression may do that is not evaluated.</summary>
internal static class UnseenCode
{
    /// <summary>What a part may do by itself, its own parts left out.</summary>
    /// <param name="part">The part.</param>
    /// <param name="scope">What aliases and imports are in force.</param>
    public static CallEffects EffectsOf(SyntaxNode part, Scope scope) => part switch
    {
        CallSyntax { LocalName: { } name } => OfLocal(name, scope),

        // `x |> config`, `&config/2`
        IdentifierSyntax { Parent: BinaryOperatorSyntax operation } name => OfOperand(name, operation, scope),
        MemberAccessSyntax member => OfMember(member, scope),
        AliasSyntax { Parent: not QualifiedAliasSyntax } or QualifiedAliasSyntax { Parent: not QualifiedAliasSyntax } =>
            OfModule((ExpressionSyntax)part, scope),
        SkippedTokensSyntax => CallEffects.Configure,
        _ => CallEffects.None,
    };

    /// <summary>What may be done by whoever is given a module: <c>Task.async(File, :rm!, ["x"])</c>.</summary>
    /// <param name="part">Part of an expression.</param>
    public static CallEffects EffectsOfGiven(SyntaxNode part) => (CallEffects.WriteFiles | CallEffects.SetVariables) & part switch
    {
        AliasSyntax { Parent: not (MemberAccessSyntax or QualifiedAliasSyntax) } module =>
            EffectTable.OfGiven(AtomValue.AliasPrefix + module.Name),
        LiteralSyntax { Kind: SyntaxKind.Atom, Parent: not MemberAccessSyntax } atom =>
            EffectTable.OfGiven(LiteralValue.GetAtomName(atom)),
        _ => CallEffects.None,
    };

    private static CallEffects OfLocal(string name, Scope scope)
    {
        var effects = EffectTable.OfName(name);
        return (effects & CallEffects.Configure)
            | (effects.May(CallEffects.RunCode) && ImportsRunner(scope)
                ? CallEffects.RunCode | CallEffects.Configure
                : CallEffects.None);
    }

    private static CallEffects OfOperand(IdentifierSyntax name, BinaryOperatorSyntax operation, Scope scope)
    {
        var isCaptured = operation.OperatorToken.TextSpanOf is "/";
        if (!isCaptured && operation.OperatorToken.TextSpanOf is not "|>")
        {
            return CallEffects.None;
        }

        var effects = OfLocal(name.Name, scope);
        return isCaptured || operation.Right == name || effects.May(CallEffects.RunCode)
            ? effects
            : effects & ~CallEffects.Configure;
    }

    private static bool ImportsRunner(Scope scope) => scope.Imports.Any(import => import.Module is "Code" or "EEx");

    private static CallEffects OfMember(MemberAccessSyntax member, Scope scope)
    {
        // `:"Elixir.Code".eval_string(..)`
        var configures = member.Left is StringLiteralSyntax;
        if (member.NameToken is not { Text: var name })
        {
            return configures || IsErlangCode(member.Left) ? CallEffects.Configure : CallEffects.None;
        }

        // Names tell what a function sets, whatever the module.
        var module = ModuleOf(member.Left, scope);
        var effects = EffectTable.Of(module, name, arity: 0);
        var result = (effects & CallEffects.RunPrograms) | (EffectTable.OfName(name) & CallEffects.SetVariables);
        configures |= effects.May(CallEffects.RunCode) || (IsErlangCode(member.Left) && effects.MayRunOwnCode());
        result |= configures ? CallEffects.Configure | (effects & CallEffects.RunCode) : CallEffects.None;

        // What an alias stands for that is not known may be File.
        var writes = module is null && member.Left is AliasSyntax ? EffectTable.Of("File", name, arity: 0) : effects;
        return result | (writes & CallEffects.WriteFiles);
    }

    private static bool IsErlangCode(ExpressionSyntax module) => module is LiteralSyntax { Token.Text: ":code" };

    private static string? ModuleOf(ExpressionSyntax module, Scope scope) => module switch
    {
        LiteralSyntax { Kind: SyntaxKind.Atom } atom => FunctionReference.ModuleName(LiteralValue.GetAtomName(atom)),
        AliasSyntax or QualifiedAliasSyntax =>
            Aliases.Of(module, scope) is { } known ? FunctionReference.ModuleName(known.Name) : null,
        _ => null,
    };

    /// <summary>What naming a module allows: to call its functions, or to give it to somebody who does.</summary>
    private static CallEffects OfModule(ExpressionSyntax module, Scope scope)
    {
        var atom = Aliases.Of(module, scope)?.Name;
        var effects = CallEffects.None;
        if (!IsHarmlessCall(module) && Aliases.NameOf(module) is { } name)
        {
            effects = scope.ExpandAlias(name) is { } expanded
                ? EffectTable.OfGiven(expanded.Name) & CallEffects.Configure
                : CallEffects.Configure;
        }

        if (atom is null || !EffectTable.OfGiven(atom).May(CallEffects.SetMix))
        {
            return effects;
        }

        var setsMix = module.Parent is MemberAccessSyntax member
            ? EffectTable.Of(
                FunctionReference.ModuleName(atom), member.NameToken?.Text ?? "", HasArguments(member)
                    ? 1
                    : 0).May(CallEffects.SetMix)
            : !IsAskedFor(module) || atom != "Elixir.Mix";
        return setsMix ? effects | CallEffects.SetMix : effects;
    }

    /// <summary>A call of a function of Code or EEx that only asks: <c>Code.ensure_loaded?(Foo)</c>.</summary>
    private static bool IsHarmlessCall(ExpressionSyntax module) =>
        module is AliasSyntax { Name: "Code" or "EEx", Parent: MemberAccessSyntax { NameToken.Text: var function } } alias
        && !EffectTable.Of(alias.Name, function, arity: 0).MayRunOwnCode();

    /// <summary>
    /// Whether a function is given arguments, or captured with some: <c>Mix.env(:dev)</c>, <c>&amp;Mix.env/1</c>.
    /// </summary>
    private static bool HasArguments(MemberAccessSyntax member)
    {
        SyntaxNode call = member.Parent is CallSyntax { Callee: var callee } whole && callee == member ? whole : member;
        return call is CallSyntax { Arguments.IsEmpty: false }
            || (call.Parent is BinaryOperatorSyntax operation
                && (operation.OperatorToken.TextSpanOf is "|>"
                    ? operation.Right == call
                    : operation.Parent is UnaryOperatorSyntax));
    }

    /// <summary>Whether a module is named only to ask whether it is there: <c>Code.ensure_loaded?(Mix)</c>.</summary>
    private static bool IsAskedFor(SyntaxNode module) =>
        module.Parent is CallSyntax { LocalName: "function_exported?" or "macro_exported?" }
        or CallSyntax { Callee: MemberAccessSyntax { Left: AliasSyntax { Name: "Code" } } };
}
