using System.Collections.Immutable;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.RegularExpressions;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir;
using ExsLint.Text;
using ExsLint.Workspace;

namespace ExsLint.Rules.Policy;

/// <summary>Reads requirements.</summary>
public static class RequirementParser
{
    private const string File = "must.exs";
    private const string Environment = "prod";

    private static readonly ImmutableArray<(string Word, RequirementOperator Operator)> Alone =
    [
        ("exists", RequirementOperator.Exists),
        ("absent", RequirementOperator.Absent),
        ("is atom", RequirementOperator.IsAtom),
        ("is string", RequirementOperator.IsString),
        ("is integer", RequirementOperator.IsInteger),
        ("is list", RequirementOperator.IsList),
    ];

    // Longer ones come first.
    private static readonly ImmutableArray<(string Word, RequirementOperator Operator)> WithOperand =
    [
        ("not in ", RequirementOperator.NotIn),
        ("in ", RequirementOperator.In),
        ("==", RequirementOperator.Equal),
        ("!=", RequirementOperator.NotEqual),
        ("<=", RequirementOperator.LessOrEqual),
        (">=", RequirementOperator.GreaterOrEqual),
        ("<", RequirementOperator.Less),
        (">", RequirementOperator.Greater),
    ];

    /// <summary>Reads a requirement; null if it is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problem">What is wrong with it: a clause that goes on after 'must'.</param>
    /// <param name="isOfUnits">Whether it is about a directive of units, whose numbers may be sizes: <c>4G</c>.</param>
    public static Requirement? Parse(string text, out string? problem, bool isOfUnits = false)
    {
        problem = null;
        var trimmed = text.Trim();
        if (trimmed is "is true" or "is false")
        {
            return new Requirement(RequirementOperator.Equal, new AtomValue(trimmed[3..]), trimmed);
        }

        foreach (var (word, alone) in Alone)
        {
            if (trimmed == word)
            {
                return new Requirement(alone, null, trimmed);
            }
        }

        if (trimmed.StartsWith("matches ", StringComparison.Ordinal))
        {
            var source = trimmed["matches ".Length..].Trim();
            if (RegexPattern.TryParse(source, "") is { } pattern)
            {
                return new Requirement(RequirementOperator.Matches, null, trimmed) { Pattern = pattern };
            }

            problem = "has a regular expression that is none, or has parts that are not known here";
            return null;
        }

        foreach (var (word, comparison) in WithOperand)
        {
            if (trimmed.StartsWith(word, StringComparison.Ordinal))
            {
                var term = trimmed[word.Length..].Trim();
                var operand = isOfUnits && DirectiveValue.Number(term) is { } number ? new IntegerValue(number) : TermOf(term);
                return With(operand, comparison, trimmed, out problem);
            }
        }

        problem = "starts with ==, !=, <, <=, >, >=, in, not in or matches, or is exists, absent, or 'is' and a kind";
        return null;
    }

    private static Requirement? With(AbstractValue? operand, RequirementOperator comparison, string text, out string? problem)
    {
        problem = operand is null ? "ends with a term of Elixir that is known: a number, an atom, a text, a list"
            : comparison is RequirementOperator.In or RequirementOperator.NotIn && operand is not ListValue
                ? "has a list behind 'in'"
            : comparison is RequirementOperator.Less or RequirementOperator.LessOrEqual or RequirementOperator.Greater
                    or RequirementOperator.GreaterOrEqual
                && operand is not (IntegerValue or FloatValue) ? "compares with a number"
            : null;
        return problem is null ? new Requirement(comparison, operand, text) : null;
    }

    /// <summary>What a term of Elixir is; null where it is none, or not known. It is evaluated as configuration is.</summary>
    private static AbstractValue? TermOf(string term)
    {
        var alone = ElixirParser.Parse(SourceFile.FromString(File, term + "\n"));
        if (alone.Root.Body.Expressions.Length != 1 || alone.Diagnostics.Any(diagnostic => diagnostic.IsError))
        {
            return null;
        }

        var source = SourceFile.FromString(File, $"import Config\nconfig :policy, must: ({term})\n");
        var files = new FileOverlay(NoFiles.Instance).WithText(File, source);
        var project = new ConfigProject(ConfigProjectKind.Release, "", File, []);
        var model = ConfigEvaluator.Evaluate(project, new Snapshot(files), Environment);
        return model.Errors.IsEmpty && model.Get("policy", "must").Value is var value && ValueComparer.IsKnown(value)
            ? value
            : null;
    }
}
