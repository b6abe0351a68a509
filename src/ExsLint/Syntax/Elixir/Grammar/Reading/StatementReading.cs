using ExsLint.Syntax.Elixir.Grammar.Recovery;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Grammar.Reading;

/// <summary>How things stood before a statement.</summary>
internal readonly record struct StatementStart(int First, int Diagnostics, int Depth, OperatorStackMark Operators);

/// <summary>
/// Statements of which a broken one is skipped: what lies up to the next is kept as <see cref="SkippedTokensSyntax"/>.
/// </summary>
internal static class StatementReading
{
    extension(ref TokenReader reader)
    {
        /// <summary>Remembers how things stand before a statement.</summary>
        public StatementStart StartStatement()
        {
            var session = reader.Session;
            return new StatementStart(reader.Index, session.Errors.Diagnostics.Count, session.Depth, session.Operators.Mark());
        }

        /// <summary>Skips a statement of the file that could not be read. The reader stands at its first token.</summary>
        public SkippedTokensSyntax SkipStatement(in StatementStart start)
        {
            var session = reader.Session;
            var failure = session.Failure ?? throw new InvalidOperationException("A production failed without saying why.");
            return reader.Skip(start, failure, session.Resumptions.BehindStatement(start.First, failure));
        }

        /// <summary>
        /// Skips a statement of a do-block that could not be read, if it is known where it ends; else null. The reader stands at
        /// its first token.
        /// </summary>
        public SkippedTokensSyntax? TrySkipStatementOf(int block, in StatementStart start)
        {
            var session = reader.Session;
            var failure = session.Failure ?? throw new InvalidOperationException("A production failed without saying why.");
            return session.Resumptions.BehindStatementOf(block, start.First, failure) is { } resumption
                ? reader.Skip(start, failure, resumption)
                : null;
        }

        private SkippedTokensSyntax Skip(in StatementStart start, in Failure failure, in Resumption resumption)
        {
            var session = reader.Session;
            session.Failure = null;
            session.Depth = start.Depth;
            session.Operators.ResetTo(start.Operators);
            session.Errors.ForgetBehind(start.Diagnostics, resumption.Token);
            session.Errors.Report(start.First, failure, resumption);
            reader.Advance(resumption.Token - start.First);
            return new SkippedTokensSyntax(session.Tree, start.First, resumption.Token - 1);
        }
    }
}
