using System.Globalization;
using System.Text;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>Literals, variables and aliases.</summary>
internal sealed class LiteralEvaluator(EvaluationState state, ConfigFile file, CallEvaluator calls)
{
    /// <summary>Longer integers are left unknown: to read one takes time that grows with the square of its length.</summary>
    private const int MaximumIntegerLength = 10_000;

    public AbstractValue EvaluateLiteral(LiteralSyntax literal)
    {
        var text = literal.Token.TextSpanOf;
        return literal.Kind switch
        {
            SyntaxKind.Integer when literal.Span.Length > MaximumIntegerLength =>
                new UnknownValue("a large number", ValueShape.Integer) { Node = literal },
            SyntaxKind.Integer when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var small) =>
                new IntegerValue(small) { Node = literal },
            SyntaxKind.Integer => new IntegerValue(LiteralValue.GetInteger(literal)) { Node = literal },
            SyntaxKind.Float => new FloatValue(LiteralValue.GetFloat(literal)) { Node = literal },
            SyntaxKind.Character => new IntegerValue(LiteralValue.GetCharacter(literal)) { Node = literal },
            SyntaxKind.True => new AtomValue("true") { Node = literal },
            SyntaxKind.False => new AtomValue("false") { Node = literal },
            SyntaxKind.Nil => new AtomValue("nil") { Node = literal },
            _ => new AtomValue(text is [':', >= 'a' and <= 'z', ..] && Ascii.IsValid(text)
                ? state.Names.Get(text[1..])
                : LiteralValue.GetAtomName(literal))
            { Node = literal },
        };
    }

    public AbstractValue EvaluateIdentifier(IdentifierSyntax identifier, Scope scope)
    {
        if (scope.Find(identifier.Name) is { } value)
        {
            return value;
        }

        return identifier.Name switch
        {
            "__DIR__" => new UnknownValue(
                "the project's folder", ValueShape.Binary)
            {
                TreePath = TreePath.FolderOf(file.Path),
                IsExistingFolder = true,
                MovesInRelease = file.Role == ConfigFileRole.Runtime
                    && state.Project.Kind == ConfigProjectKind.Source
                    && ReleaseSigns.IsOf(state.Environment.Name),
            },
            "__MODULE__" => scope.Module is { } module ? new AtomValue(module.Name) : AtomValue.Nil,
            "__ENV__" or "__CALLER__" => new UnknownValue(identifier.Name),
            _ => calls.EvaluateBare(identifier, scope, piped: null),
        };
    }

    public static AbstractValue EvaluateAlias(ExpressionSyntax node, Scope scope) =>
        (AbstractValue?)Aliases.Of(node, scope)
        ?? (Aliases.NameOf(node) is { } name
            ? new UnknownValue($"alias {name}", ValueShape.Atom)
            : new UnknownValue("an alias that depends on a module"));
}
