using ExsLint.Semantics.Elixir.Effects;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>
/// Which modules of <c>lib</c> are followed: those that hold nothing but functions, attributes, aliases and what documents them.
/// What the compiler runs for others (<c>use</c>, macros, conditions around functions) is not seen.
/// </summary>
internal static class PlainModule
{
    /// <summary>Attributes that tell people and tools something, and Elixir nothing.</summary>
    private static readonly string[] Notes =
    [
        "moduledoc", "doc", "typedoc", "spec", "type", "typep", "opaque", "impl", "since", "deprecated", "dialyzer", "behaviour",
        "callback", "optional_callbacks",
    ];

    /// <summary>Whether a module consists of what is followed.</summary>
    /// <param name="body">What stands between <c>do</c> and <c>end</c>.</param>
    public static bool IsPlain(BodySyntax body) => body.Expressions.All(expression => expression switch
    {
        CallSyntax { LocalName: "def" or "defp" } => !expression.DescendantNodesAndSelf().Any(
            part => part is CallSyntax { LocalName: "unquote" or "unquote_splicing" }),
        CallSyntax { LocalName: "alias" or "require", DoBlock: null } => true,
        CallSyntax { LocalName: "import", Arguments: [AliasSyntax { Name: "Bitwise" }], DoBlock: null } => true,
        UnaryOperatorSyntax
        {
            OperatorToken.RawKind: (int)SyntaxKind.AtOperator, Operand: CallSyntax { Arguments: [_] } attribute
        } =>
            IsNote(attribute) || attribute.LocalName is not (null or "before_compile" or "after_compile" or "on_definition"
                or "on_load" or "after_verify" or "compile" or "derive"),
        _ => false,
    });

    /// <summary>Whether an attribute is for people and tools only.</summary>
    public static bool IsNote(CallSyntax attribute) => Notes.Contains(attribute.LocalName, StringComparer.Ordinal);

    /// <summary>
    /// Whether a function does more than giving a value, or depends on where its file is: nothing is known of it but what is
    /// known of functions that are not seen.
    /// </summary>
    public static bool HasEffects(CallSyntax definition, Scope scope) => definition.DescendantNodesAndSelf().Any(part =>
        part is IdentifierSyntax { Name: "__DIR__" or "__ENV__" or "__CALLER__" or "__STACKTRACE__" }
            or CallSyntax { LocalName: "quote" or "receive" or "send" or "spawn" or "defmodule" or "import" or "use" }
        || UnseenCode.EffectsOf(part, scope).May(
            CallEffects.Configure | CallEffects.RunCode | CallEffects.WriteFiles | CallEffects.RunPrograms
            | CallEffects.SetVariables | CallEffects.SetMix)
        || UnseenCode.EffectsOfGiven(part) != CallEffects.None
        || IsStatementOfUnseen(part, scope));

    /// <summary>A call of a module that is not seen, made for what it does.</summary>
    private static bool IsStatementOfUnseen(SyntaxNode part, Scope scope) =>
        part is CallSyntax
        {
            Callee: MemberAccessSyntax { NameToken: { } name, Left: AliasSyntax or QualifiedAliasSyntax } callee
        } call
        && Aliases.Of(callee.Left, scope) is { } module
        && EffectTable.Of(FunctionReference.ModuleName(module.Name), name.Text, call.Arguments.Length)
            .May(CallEffects.SetVariablesAsStatement | CallEffects.ConfigureAsStatement)
        && Statements.IsStatement(call);
}
