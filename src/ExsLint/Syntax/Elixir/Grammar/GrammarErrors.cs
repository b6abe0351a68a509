using ExsLint.Syntax.Elixir.Grammar.Reading;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <summary>Mistakes that several productions know. Each method is always false.</summary>
internal static class GrammarErrors
{
    extension(ref TokenReader reader)
    {
        /// <summary>A call without parentheses among several elements: it would swallow their commas.</summary>
        public bool FailNestedNoParens(ExpressionSyntax node) => reader.Fail(
            node.FirstTokenIndex,
            node.Span,
            "This call without parentheses would swallow the commas behind it: write its arguments in parentheses.");

        /// <summary>Bare arguments with no arrow behind them.</summary>
        public bool FailNoClause(int argumentsEnd) => reader.Fail(
            argumentsEnd,
            null,
            $"Unexpected {reader.Session.Text.Describe(argumentsEnd)}: arguments here need an arrow '->' behind them.");

        /// <summary>Bare arguments in parentheses with no arrow behind them.</summary>
        public bool FailNoCall(int parenthesis) => reader.Fail(
            parenthesis,
            null,
            "Unexpected arguments in parentheses: a call has no space before its opening parenthesis.");
    }
}
