using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Names;

/// <summary>
/// What the compiler refuses of <c>import</c>, <c>require</c>, <c>alias</c> and <c>use</c>: a module that is written as something
/// else than an alias or atom (<c>import config</c>, <c>import "Config"</c>), and <c>use Config</c>, which is to be imported.
/// </summary>
internal static class DirectiveFaults
{
    /// <summary>Modules that people write behind <c>use</c>, and that have no <c>__using__</c> (Elixir 1.14 to 1.20).</summary>
    private static readonly string[] NotUsed = ["Config", "Enum", "Keyword", "List", "Map", "Mix", "String", "System"];

    /// <summary>What is wrong with a directive; null where that is not known, or nothing.</summary>
    /// <param name="call">The directive.</param>
    public static string? Of(CallSyntax call) => call switch
    {
        { LocalName: { } name, DoBlock: null, Arguments: [var module, ..] }
            when name is "import" or "require" or "alias" or "use" =>
            IsNoModule(module) ? $"{name} of something that is no module's name"
                : name == "use" && module is AliasSyntax { Name: var used } && NotUsed.Contains(used, StringComparer.Ordinal)
                    && !MayBeAnother(call, used)
                    ? $"use {used}, a module that is imported, not used"
                : null,
        _ => null,
    };

    private static bool IsNoModule(ExpressionSyntax module) => module switch
    {
        IdentifierSyntax { Name: var name } => !name.StartsWith('_'),
        LiteralSyntax { Kind: SyntaxKind.Integer or SyntaxKind.Float or SyntaxKind.Character } => true,
        StringLiteralSyntax { Kind: SyntaxKind.StringStart or SyntaxKind.StringHeredocStart } => true,
        TupleSyntax or ListSyntax => true,
        _ => false,
    };

    /// <summary>Whether the file makes an alias or a module of that name.</summary>
    private static bool MayBeAnother(CallSyntax call, string name) => call.Tree.Root.DescendantNodesAndSelf().Any(node =>
        node is CallSyntax { LocalName: "alias" or "defmodule" or "require", Arguments: [_, ..] } other && other != call
        && other.Arguments.Any(argument => argument.ToString().Contains(name, StringComparison.Ordinal)));
}
