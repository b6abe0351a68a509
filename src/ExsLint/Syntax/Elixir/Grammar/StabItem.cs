using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <summary>A body that was read, or (with arguments) what could only be the patterns of a clause around it.</summary>
internal readonly record struct StabBody(BodySyntax Body, ImmutableArray<ExpressionSyntax>? Arguments, int ArgumentsEnd);

/// <summary>What stands before an arrow.</summary>
internal sealed record ClauseHead(
    int First,
    ImmutableArray<ExpressionSyntax> Patterns,
    bool HasParentheses,
    ExpressionSyntax? Guard);

/// <summary>Patterns, or one expression: only an arrow would tell.</summary>
/// <param name="Arguments">What was read.</param>
/// <param name="IsArguments">Whether it can be no expression.</param>
internal readonly record struct HeadOrExpression(ImmutableArray<ExpressionSyntax> Arguments, bool IsArguments);

/// <summary>A clause from its arrow on.</summary>
internal readonly record struct ClauseTail(int Arrow, ExpressionSyntax? Expression);

/// <summary>One item of a body: an expression; a clause and its first expression; or bare arguments.</summary>
internal readonly record struct StabItem(
    ExpressionSyntax? Expression,
    ClauseHead? Head,
    ImmutableArray<ExpressionSyntax>? Arguments,
    int Arrow,
    int LastToken);

/// <summary>What parentheses hold: a body, or bare arguments.</summary>
internal readonly record struct Parens(
    int Open,
    int Close,
    ParenthesizedSyntax? Body,
    ImmutableArray<ExpressionSyntax> Arguments);
