using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Model;

/// <summary>
/// The environments that a configuration is made for: those of every Mix project, each for which a computed import would find a
/// file, and each that the configuration compares <c>config_env()</c> or <c>Mix.env()</c> with.
/// </summary>
public static class KnownEnvironments
{
    /// <summary>The environments that every project has (Mix's own, and the one that generators write).</summary>
    public static ImmutableSortedSet<string> OfEveryProject { get; } = ["dev", "prod", "test"];

    /// <summary>Whether a text can be the name of an environment.</summary>
    public static bool IsName(string name) =>
        name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');

    /// <summary>The environments that some configurations know, sorted by ordinal.</summary>
    /// <param name="models">The configurations, evaluated in whatever environment.</param>
    public static ImmutableSortedSet<string> Of(IEnumerable<ConfigModel> models)
    {
        var names = new SortedSet<string>(OfEveryProject, StringComparer.Ordinal);
        foreach (var model in models)
        {
            foreach (var file in model.Files.Where(file => file.Role != ConfigFileRole.Defaults))
            {
                names.UnionWith(Compared(file.Tree));
                names.UnionWith(Imported(file.Tree, model.Trees.Files));
            }
        }

        return [.. names];
    }

    /// <summary>
    /// The literals that stand where a file looks at its environment: beside an operator, in a clause, among the keys it looks
    /// up.
    /// </summary>
    private static IEnumerable<string> Compared(ElixirSyntaxTree tree)
    {
        var nodes = tree.Root.DescendantNodesAndSelf().ToList();
        var variables = nodes.OfType<BinaryOperatorSyntax>()
            .Where(assignment => assignment.OperatorToken.TextSpanOf is "=" && IsEnvironment(assignment.Right, []))
            .Select(assignment => (assignment.Left as IdentifierSyntax)?.Name)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return nodes.SelectMany(node => LiteralsBeside(node, variables));
    }

    private static IEnumerable<string> LiteralsBeside(SyntaxNode node, HashSet<string> variables) => node switch
    {
        BinaryOperatorSyntax { OperatorToken.TextSpanOf: "==" or "!=" or "===" or "!==" or "in" or "not in" } comparison =>
            IsEnvironment(comparison.Left, variables) ? Names(comparison.Right)
            : IsEnvironment(comparison.Right, variables) ? Names(comparison.Left)
            : [],
        CallSyntax { LocalName: "case", Arguments: [var subject, ..], DoBlock: { } block }
            when IsEnvironment(subject, variables) =>
            block.Sections[0].Body.Expressions.OfType<StabClauseSyntax>().SelectMany(clause => clause.Patterns.SelectMany(Names)),
        BinaryOperatorSyntax { OperatorToken.TextSpanOf: "|>", Right: CallSyntax { LocalName: "case", DoBlock: { } block } } piped
            when IsEnvironment(piped.Left, variables) =>
            block.Sections[0].Body.Expressions.OfType<StabClauseSyntax>().SelectMany(clause => clause.Patterns.SelectMany(Names)),
        BinaryOperatorSyntax { OperatorToken.TextSpanOf: "<-" } generator when IsEnvironment(generator.Right, variables) =>
            Names(generator.Left),
        CallSyntax { LocalName: "match?", Arguments: [var pattern, var subject] } when IsEnvironment(subject, variables) =>
            Names(pattern),
        AccessSyntax access when IsEnvironment(access.Key, variables) => Keys(access.Target),
        CallSyntax { LocalName: null } call when call.Arguments.Any(argument => IsEnvironment(argument, variables)) =>
            call.Arguments.SelectMany(Keys),
        _ => [],
    };

    /// <summary>Whether an expression is the environment's name, or a text made of nothing else.</summary>
    private static bool IsEnvironment(SyntaxNode node, HashSet<string> variables) => node switch
    {
        IdentifierSyntax { Name: "config_env" } => true,
        IdentifierSyntax { Name: var name } => variables.Contains(name),
        CallSyntax { LocalName: "config_env" } => true,
        CallSyntax { Callee: MemberAccessSyntax { NameToken.Text: "env", Left: AliasSyntax { Name: "Mix" } } } => true,
        MemberAccessSyntax { NameToken.Text: "env", Left: AliasSyntax { Name: "Mix" } } => true,
        CallSyntax { LocalName: "to_string" or "config_env", Arguments: [var inner] } => IsEnvironment(inner, variables),
        CallSyntax
        {
            Callee: MemberAccessSyntax { NameToken.Text: "to_string", Left: AliasSyntax { Name: "Atom" } },
            Arguments: [var inner]
        } =>
            IsEnvironment(inner, variables),
        ParenthesizedSyntax { Body.Expressions: [var inner] } => IsEnvironment(inner, variables),
        StringLiteralSyntax { Parts: [InterpolationSyntax { Body.Expressions: [var inner] }] } => IsEnvironment(inner, variables),
        _ => false,
    };

    private static IEnumerable<string> Names(SyntaxNode node) => node.DescendantNodesAndSelf().SelectMany(part => part switch
    {
        StringLiteralSyntax { Kind: SyntaxKind.SigilStart } sigil =>
            StringContent.GetSigilName(sigil) is "w" or "W" ? StringContent.GetText(sigil)?.Split() ?? [] : [],
        _ => NameOf(part) is { } name ? [name] : (IEnumerable<string>)[],
    }).Where(name => IsName(name));

    private static IEnumerable<string> Keys(SyntaxNode node) => node switch
    {
        CollectionSyntax or KeywordListSyntax =>
            Enumerable.Range(0, node.ChildCount).Select(node.GetChild).Select(child => child switch
            {
                KeywordPairSyntax pair => pair.KeyName,
                BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.AssocOperator } pair => NameOf(pair.Left),
                LiteralSyntax => NameOf(child),
                _ => null,
            }).OfType<string>(),
        _ => [],
    };

    private static string? NameOf(SyntaxNode node) => node switch
    {
        LiteralSyntax { Kind: SyntaxKind.Atom } atom => LiteralValue.GetAtomName(atom),
        StringLiteralSyntax literal => StringContent.GetText(literal),
        _ => null,
    };

    /// <summary>The names for which <c>import_config "#{config_env()}.exs"</c> and its like find a file.</summary>
    private static IEnumerable<string> Imported(ElixirSyntaxTree tree, IProjectFiles files)
    {
        foreach (var call in tree.Root
            .DescendantNodesAndSelf()
            .OfType<CallSyntax>()
            .Where(call => call.LocalName == "import_config"))
        {
            if (call.Arguments is not [StringLiteralSyntax { Parts: { } parts }]
                || parts.Count(part => part is InterpolationSyntax) != 1)
            {
                continue;
            }

            var before = parts[0] is StringTextSyntax first ? first.ToString() : "";
            var after = parts[^1] is StringTextSyntax last ? last.ToString() : "";
            if (TreePath.Combine(TreePath.FolderOf(tree.File.Path), TreePath.FolderOf(before)) is not { } folder)
            {
                continue;
            }

            var prefix = TreePath.NameOf(before);
            var suffix = after.Split('/')[0];
            var names = after.Contains('/', StringComparison.Ordinal) ? files.ListFolders(folder) : files.ListFiles(folder);
            foreach (var name in names.Where(name => name != "config.exs" && !ConfigProject.IsRuntimeFile(name)))
            {
                if (Between(name, prefix, suffix) is { } environment && IsName(environment))
                {
                    yield return environment;
                }
            }
        }
    }

    private static string? Between(string name, string prefix, string suffix) =>
        name.Length > prefix.Length + suffix.Length
        && name.StartsWith(prefix, StringComparison.Ordinal)
        && name.EndsWith(suffix, StringComparison.Ordinal)
            ? name[prefix.Length..^suffix.Length]
            : null;
}
