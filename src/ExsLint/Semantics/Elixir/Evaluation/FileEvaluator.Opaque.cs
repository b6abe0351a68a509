using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <content>Expressions that are not looked into: what they may configure and bind.</content>
internal sealed partial class FileEvaluator
{
    /// <summary>The function that configures.</summary>
    public const string ConfigName = "config";
    private const string ImportName = "import_config";

    /// <summary>
    /// The value of an expression that is not looked into. If it holds <c>config</c> or <c>import_config</c> calls, nobody knows what
    /// they configure; nor what variables hold that it may bind.
    /// </summary>
    private AbstractValue Opaque(SyntaxNode node, Scope scope, string reason, AbstractValue? value = null)
    {
        session.MayRaise = true;
        if (scope.Module is { IsDefining: true } module)
        {
            module.IsOpaque = true;
        }

        var configures = session.HasHiddenCalls && value is not OpaqueValue;
        var apps = new SortedSet<string>(StringComparer.Ordinal);
        session.AddHiddenChanges();
        foreach (var part in node.DescendantNodesAndSelf())
        {
            if (MayConfigure(part, scope))
            {
                if (AppOf(part) is { } app)
                {
                    apps.Add(app);
                }
                else
                {
                    configures = true;
                }

                session.HasHiddenCalls = session.HasHiddenCalls || IsKept(part, node);
                if (part is AliasSyntax { Name: "Code" } or MemberAccessSyntax)
                {
                    session.ForgetModules();
                }

                if (RunsCode(part, scope))
                {
                    session.ForgetAll();
                }
            }

            if (SetsMix(part, scope))
            {
                session.ForgetMix();
            }

            session.HasImplementations |= part is CallSyntax { LocalName: "defimpl" } or AliasSyntax { Name: "Protocol" };
            ForgetBindings(part, scope);
            if (part is MemberAccessSyntax { NameToken.Text: var function } && FileChanges.SetsVariables(function))
            {
                session.ForgetVariables();
            }

            session.Changes.AddUnseen(part, scope);
            if (FileChanges.IsGivenAway(part))
            {
                session.Changes.AddAny();
                session.ForgetVariables();
            }
        }

        var layer = new UnknownLayer($"config calls that are not followed, in {reason}", node.Location);
        if (configures || (session.HasHiddenCalls && apps.Count > 0))
        {
            session.AddLayer(layer);
        }
        else
        {
            foreach (var app in apps)
            {
                session.AddLayer(layer with { App = app });
            }
        }

        return value ?? new UnknownValue(reason);
    }

    /// <summary>The only application that a call configures, where that is written; null where it may be any.</summary>
    private static string? AppOf(SyntaxNode call) =>
        call is CallSyntax { LocalName: ConfigName, Arguments: [LiteralSyntax { Kind: SyntaxKind.Atom } app, _, ..], DoBlock: null, Parent: var parent }
        && !(parent is BinaryOperatorSyntax operation && operation.OperatorToken.TextSpanOf is "|>")
            ? LiteralValue.GetAtomName(app)
            : null;

    private static bool MayConfigure(SyntaxNode node, Scope scope) => node switch
    {
        CallSyntax { LocalName: ConfigName or ImportName } => true,
        _ when RunsCode(node, scope) => true,

        // `x |> config`, `&config/2`
        IdentifierSyntax { Parent: BinaryOperatorSyntax operation, Name: ConfigName or ImportName } name =>
            operation.OperatorToken.TextSpanOf is "/" || (operation.OperatorToken.TextSpanOf is "|>" && operation.Right == name),
        MemberAccessSyntax { Left: LiteralSyntax { Token.Text: ":code" }, NameToken.Text: var function } when HarmlessModules.Has(":code", function) => false,
        AliasSyntax { Name: "Code" or "EEx", Parent: MemberAccessSyntax { NameToken.Text: var function } } module
            when HarmlessModules.Has(module.Name, function) => false,
        AliasSyntax { Parent: not QualifiedAliasSyntax } or QualifiedAliasSyntax { Parent: not QualifiedAliasSyntax } =>
            AliasName((ExpressionSyntax)node) is { } name && ConfiguresOthers(scope.ExpandAlias(name)?.Name),
        MemberAccessSyntax { Left: StringLiteralSyntax or LiteralSyntax { Token.Text: ":code" } } => true,
        SkippedTokensSyntax => true,
        _ => false,
    };

    /// <summary>Modules whose functions run code that may configure.</summary>
    private static bool ConfiguresOthers(string? module) =>
        module is null or "Elixir.Config" or "Elixir.Mix.Config" || CodeRunners.IsRunner(module);

    /// <summary>
    /// Whether part of an expression is a function that runs code: <c>Code.eval_string</c>, <c>:file.script</c>,
    /// <c>m.eval_file</c>.
    /// </summary>
    private static bool RunsCode(SyntaxNode part, Scope scope) => part switch
    {
        CallSyntax { LocalName: { } local } => CodeRunners.HasName(local) && ImportsRunner(scope),
        IdentifierSyntax { Name: var captured, Parent: BinaryOperatorSyntax operation } =>
            operation.OperatorToken.TextSpanOf is "/" or "|>" && CodeRunners.HasName(captured) && ImportsRunner(scope),
        MemberAccessSyntax { NameToken.Text: var function, Left: var module } => CodeRunners.Has(
            module switch
            {
                LiteralSyntax { Kind: SyntaxKind.Atom } atom => FunctionReference.ModuleName(LiteralValue.GetAtomName(atom)),
                AliasSyntax or QualifiedAliasSyntax => AliasOf(module, scope) is { } known ? FunctionReference.ModuleName(known.Name) : null,
                _ => null,
            },
            function),
        _ => false,
    };

    private static bool ImportsRunner(Scope scope) => scope.Imports.Any(import => import.Module is "Code" or "EEx");

    /// <summary>
    /// Whether part of an expression may set what Mix tells: <c>Mix.env(:dev)</c>, <c>&amp;Mix.env/1</c>, <c>Task.async(Mix,
    /// ..)</c>.
    /// </summary>
    private static bool SetsMix(SyntaxNode part, Scope scope) => part switch
    {
        AliasSyntax { Parent: not QualifiedAliasSyntax } or QualifiedAliasSyntax { Parent: not QualifiedAliasSyntax } =>
            AliasOf((ExpressionSyntax)part, scope)?.Name switch
            {
                "Elixir.Mix.State" => true,
                "Elixir.Mix" => part.Parent is MemberAccessSyntax member ? IsSetter(member) : !IsAskedFor(part),
                _ => false,
            },
        _ => false,
    };

    private static bool IsSetter(MemberAccessSyntax member)
    {
        if (member.NameToken?.Text is not ("env" or "target"))
        {
            return false;
        }

        SyntaxNode call = member.Parent is CallSyntax { Callee: var callee } whole && callee == member ? whole : member;
        return call is CallSyntax { Arguments.IsEmpty: false }
            || (call.Parent is BinaryOperatorSyntax operation && (operation.OperatorToken.TextSpanOf is "|>" ? operation.Right == call : operation.Parent is UnaryOperatorSyntax));
    }

    /// <summary>Whether a module is named only to ask whether it is there: <c>Code.ensure_loaded?(Mix)</c>.</summary>
    private static bool IsAskedFor(SyntaxNode module) => module.Parent is CallSyntax { LocalName: "function_exported?" or "macro_exported?" }
        or CallSyntax { Callee: MemberAccessSyntax { Left: AliasSyntax { Name: "Code" } } };

    /// <summary>Whether a call stands in a function, macro or module that may be kept and called later. <c>Enum.each</c> keeps none.</summary>
    private static bool IsKept(SyntaxNode call, SyntaxNode within)
    {
        for (var node = call; node is not null; node = node == within ? null : node.Parent)
        {
            var isFunction = node switch
            {
                FnSyntax or UnaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.CaptureOperator } =>
                    node.Parent is not CallSyntax { Callee: MemberAccessSyntax { Left: AliasSyntax { Name: "Enum" } } },
                CallSyntax { LocalName: "defmodule" or "quote" or "defimpl" } => true,
                _ => false,
            };
            if (isFunction)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The variables that an expression rebinds are unknown behind it. Most such expressions are scopes of their own, out of which
    /// nothing gets; that is not looked into either.
    /// </summary>
    private static void ForgetBindings(SyntaxNode node, Scope scope)
    {
        if (node is BinaryOperatorSyntax match && match.OperatorToken.TextSpanOf is "=")
        {
            ForgetVariables(match.Left, scope);
        }
        else if (node is CallSyntax { LocalName: "destructure", Arguments: [var pattern, ..] })
        {
            ForgetVariables(pattern, scope);
        }
    }

    private static void ForgetVariables(SyntaxNode pattern, Scope scope)
    {
        foreach (var variable in pattern.DescendantNodesAndSelf().OfType<IdentifierSyntax>())
        {
            if (scope.Find(variable.Name) is not null)
            {
                scope.Bind(variable.Name, new UnknownValue($"variable {variable.Name}"));
            }
        }
    }
}
