using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Model;

/// <summary>What has to be the case for an expression to be reached.</summary>
public enum ConditionForm
{
    /// <summary>The test is truthy.</summary>
    Holds,

    /// <summary>The test is <c>false</c> or <c>nil</c>.</summary>
    Fails,

    /// <summary>The subject matches the pattern of a clause.</summary>
    Matches,

    /// <summary>The variable that the test reads is not set.</summary>
    IsUnset,

    /// <summary>The subject does not match the pattern of a clause.</summary>
    Differs,
}

/// <summary>A condition that is written around an expression.</summary>
/// <param name="Form">What has to be the case.</param>
/// <param name="Test">The condition, the subject of a <c>case</c>, or the call that reads a variable.</param>
/// <param name="Pattern">The pattern, where one has to match.</param>
public sealed record WrittenCondition(ConditionForm Form, SyntaxNode Test, SyntaxNode? Pattern = null)
{
    /// <summary>
    /// What a condition says, as it is written, in the order in which it is asked. What follows from the rest of it is left out:
    /// who matches one clause of a <c>case</c> does not match those before it.
    /// </summary>
    public static IReadOnlyList<WrittenCondition> Of(Condition? condition)
    {
        var written = new List<WrittenCondition>();
        var answers = condition?.Answers ?? [];
        foreach (var answer in answers)
        {
            if (answer.Question.Test is { } test && !answers.Any(other => Implies(other, answer)))
            {
                var form = (answer.Question.Pattern is null, answer.IsTestTruthy) switch
                {
                    (true, true) => ConditionForm.Holds,
                    (true, false) => ConditionForm.Fails,
                    (false, true) => ConditionForm.Matches,
                    (false, false) => ConditionForm.Differs,
                };
                written.Add(new WrittenCondition(form, WithoutBinding(test), answer.Question.Pattern));
            }
        }

        return [.. written.Distinct()];
    }

    /// <summary><c>if port = System.get_env("PORT")</c> asks for what is on the right.</summary>
    private static SyntaxNode WithoutBinding(SyntaxNode test) =>
        test is BinaryOperatorSyntax { OperatorToken.Text: "=", Left: IdentifierSyntax, Right: var value } ? WithoutBinding(value)
        : test is ParenthesizedSyntax { Body.Expressions: [var inner] } ? WithoutBinding(inner)
        : test;

    private static bool Implies(Answer other, Answer answer) => other != answer
        && (other.Decides(answer) == true
            || (other is { IsTestTruthy: true, Question.Pattern: not null }
                && answer is { IsTestTruthy: false, Question.Pattern: not null }
                && other.Question.Test == answer.Question.Test));

    /// <summary>
    /// The conditions around a node, the outermost first, in its own file. Those that ask for nothing but the environment's name
    /// are left out: they are decided.
    /// </summary>
    public static IReadOnlyList<WrittenCondition> Around(SyntaxNode node)
    {
        var conditions = new List<WrittenCondition>();
        var child = node;
        foreach (var parent in node.Ancestors())
        {
            if (Of(child, parent) is { } condition && !IsDecided(condition.Test))
            {
                conditions.Add(condition);
            }

            child = parent;
        }

        conditions.Reverse();
        return conditions;
    }

    /// <summary>
    /// Whether somebody wrote a default for the variable that a value comes from: a second argument of <c>System.get_env</c>, or
    /// what stands behind <c>||</c>. <c>System.get_env("X") == "true"</c> has none.
    /// </summary>
    /// <remarks>
    /// A tuple, list or number is never what a variable that is not set gives by itself: somebody wrote it. Of a text or
    /// <c>false</c> that is known only where the default is written in the expression, or in one that a variable of it is bound
    /// to.
    /// </remarks>
    public static bool HasWrittenDefault(AbstractValue value) => value.Origin is { } origin
        && (value is TupleValue or ListValue { Items.Length: > 0 } or IntegerValue or FloatValue
            || (Around(origin.Node) is var conditions
                && (conditions.Any(condition => condition.Form is ConditionForm.IsUnset or ConditionForm.Fails)
                    || HasDefault([origin.Node, .. conditions.Select(condition => condition.Test)]))));

    /// <summary>Whether a default is written in expressions, or in those that their variables are bound to.</summary>
    private static bool HasDefault(List<SyntaxNode> nodes)
    {
        var followed = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < nodes.Count && i < MostFollowed; i++)
        {
            foreach (var node in nodes[i].DescendantNodesAndSelf())
            {
                if (IsDefault(node))
                {
                    return true;
                }

                if (node is IdentifierSyntax { Name: var name } && followed.Add(name))
                {
                    nodes.AddRange(BoundTo(name, node));
                }
            }
        }

        return false;
    }

    /// <summary>What stands on the right of the matches in a node's file that bind a variable.</summary>
    private static IEnumerable<SyntaxNode> BoundTo(string variable, SyntaxNode use) =>
        use.Ancestors().Last().DescendantNodesAndSelf()
            .OfType<BinaryOperatorSyntax>()
            .Where(match => match.OperatorToken.Text == "=" && match.Span.End <= use.Span.Start)
            .Where(match => match.Left.DescendantNodesAndSelf()
                .Any(node => node is IdentifierSyntax { Name: var name } && name == variable))
            .Select(match => match.Right);

    // More expressions are followed by nobody who reads the file either.
    private const int MostFollowed = 16;

    private static bool IsDefault(SyntaxNode node) => node is BinaryOperatorSyntax { OperatorToken.Text: "||" }
        or CallSyntax { Callee: MemberAccessSyntax { NameToken.Text: "get_env" }, Arguments.Length: 2 }
        or BinaryOperatorSyntax
    {
        OperatorToken.Text: "|>",
        Right: CallSyntax { Callee: MemberAccessSyntax { NameToken.Text: "get_env" }, Arguments.Length: 1 },
    }
        or CallSyntax
    {
        Callee: MemberAccessSyntax { NameToken.Text: "get", Left: AliasSyntax { Name: "Map" } },
        Arguments: [CallSyntax { Callee: MemberAccessSyntax { NameToken.Text: "get_env" } }, _, _],
    };

    private static WrittenCondition? Of(SyntaxNode child, SyntaxNode parent) => parent switch
    {
        DoSectionSyntax { Parent.Parent: CallSyntax { LocalName: "if" or "unless", Arguments: [var test, ..] } call } section =>
            Branch(test, (section.Keyword.Text == "else") == (call.LocalName == "if")),
        KeywordPairSyntax { KeyName: "do" or "else", Parent: var list } pair
            when CallOf(list) is { LocalName: "if" or "unless", Arguments: [var test, ..] } call && test != list =>
            Branch(test, (pair.KeyName == "else") == (call.LocalName == "if")),
        StabClauseSyntax { Patterns: [var pattern] } clause when child == clause.Body => OfClause(clause, pattern),
        BinaryOperatorSyntax operation when operation.Right == child => operation.OperatorToken.Text switch
        {
            "||" or "or" => Branch(operation.Left, fails: true),
            "&&" or "and" => Branch(operation.Left, fails: false),
            _ => null,
        },
        CallSyntax { Callee: MemberAccessSyntax { NameToken.Text: "get_env" }, Arguments: [_, var other] } call
            when other == child =>
            new WrittenCondition(ConditionForm.IsUnset, call),
        _ => null,
    };

    private static WrittenCondition Branch(SyntaxNode test, bool fails) =>
        new(fails ? ConditionForm.Fails : ConditionForm.Holds, test);

    private static CallSyntax? CallOf(SyntaxNode? list) =>
        list is KeywordListSyntax or ListSyntax ? list.Parent as CallSyntax : null;

    private static WrittenCondition? OfClause(StabClauseSyntax clause, ExpressionSyntax pattern) =>
        clause.Ancestors().OfType<CallSyntax>().FirstOrDefault() switch
        {
            { LocalName: "cond" } => Branch(pattern, fails: false),
            { LocalName: "case", Arguments: [var subject] } => new WrittenCondition(ConditionForm.Matches, subject, pattern),
            _ => null,
        };

    private static bool IsDecided(SyntaxNode test) => test.DescendantNodesAndSelf().All(node => node switch
    {
        IdentifierSyntax name => name.Name is "config_env" or "config_target",
        MemberAccessSyntax member => member.Left is AliasSyntax { Name: "Mix" } && member.NameToken?.Text is "env" or "target",
        StringLiteralSyntax or LiteralSyntax or AliasSyntax or CallSyntax or BinaryOperatorSyntax or UnaryOperatorSyntax
            or ListSyntax => true,
        _ => false,
    });
}
