using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Rules.Secrets;

/// <summary>What holds while an environment variable is not set.</summary>
internal static class Fallbacks
{
    /// <summary>What only changes the form of what it is given.</summary>
    private static readonly string[] Forms =
    [
        "decode64", "decode64!", "url_decode64", "url_decode64!", "decode16", "decode16!", "decode32!", "trim", "trim_leading",
        "trim_trailing", "to_charlist", "to_string", "from_pem", "from_oct", "decode",
    ];

    // Nobody writes more around it.
    private const int MostSteps = 16;

    /// <summary>
    /// The variable without which one of several values holds, where its own value is another of them; null if there is none.
    /// </summary>
    /// <param name="choice">The values.</param>
    /// <param name="value">One of them.</param>
    public static string? VariableOf(ChoiceValue choice, AbstractValue value)
    {
        for (var i = 0; i < choice.Alternatives.Length; i++)
        {
            if (choice.Alternatives[i].Node is { } node && node == value.Node
                && AbsentIn(choice.ConditionOf(i)) is { } variable
                && choice.Alternatives.Any(other =>
                    other is UnknownValue unknown && EnvironmentVariables.NameIn(unknown.Reason) == variable))
            {
                return variable;
            }
        }

        return null;
    }

    /// <summary>
    /// The literal that <c>System.get_env("X", "literal")</c> gives while the variable is not set; null if the value is not such
    /// a call, or what changes its form.
    /// </summary>
    public static (string Variable, StringLiteralSyntax Literal)? WrittenIn(UnknownValue value)
    {
        var node = value.Node;
        for (var step = 0; node is not null && step < MostSteps; step++)
        {
            switch (node)
            {
                case CallSyntax { Arguments: [var variable, StringLiteralSyntax literal] } call when IsReader(call):
                    return NameIn(variable) is { } name ? (name, literal) : null;
                case BinaryOperatorSyntax
                {
                    OperatorToken.Text: "|>",
                    Left: var variable,
                    Right: CallSyntax { Arguments: [StringLiteralSyntax literal] } call
                } when IsReader(call):
                    return NameIn(variable) is { } piped ? (piped, literal) : null;
                case BinaryOperatorSyntax { OperatorToken.Text: "|>", Right: CallSyntax form } pipe when IsForm(form):
                    node = pipe.Left;
                    break;
                case CallSyntax { Arguments: [var argument, ..] } form when IsForm(form):
                    node = argument;
                    break;
                case ParenthesizedSyntax { Body.Expressions: [var inner] }:
                    node = inner;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether a call reads a variable and is given what holds without it.</summary>
    public static bool IsReader(CallSyntax call) =>
        call.Callee is MemberAccessSyntax { NameToken.Text: "get_env", Left: AliasSyntax { Name: "System" } };

    /// <summary>
    /// Whether a value is read from a variable whose default is no literal: a parameter, say. Then evaluating tells it.
    /// </summary>
    public static bool IsGiven(UnknownValue value) =>
        value.Node is CallSyntax { Arguments: [_, var given] } call && IsReader(call) && given is not StringLiteralSyntax;

    private static bool IsForm(CallSyntax call) => call.Callee switch
    {
        MemberAccessSyntax { NameToken.Text: { } name } => Forms.Contains(name),
        IdentifierSyntax { Name: var name } => name is "to_charlist" or "to_string",
        _ => false,
    };

    private static string? NameIn(SyntaxNode node) => node is StringLiteralSyntax literal ? StringContent.GetText(literal) : null;

    /// <summary>The variable that is not set where a condition holds.</summary>
    private static string? AbsentIn(Condition? condition)
    {
        for (; condition is not null; condition = condition.Rest)
        {
            var symbol = condition.Answer.Question.Symbol;
            var absent = condition.Answer.Holds ? symbol?.Negated?.Variable : symbol?.Variable;
            if (absent is not null)
            {
                return absent;
            }
        }

        return null;
    }
}
