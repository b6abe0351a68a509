// Pidgin hands its parsers their place in the text as a ref struct, which no field can refer to. So it is the reader itself.
global using TokenReader = Pidgin.ParseState<ExsLint.Syntax.TokenData>;

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ExsLint.Syntax.Elixir.Grammar.Recovery;
using ExsLint.Syntax.Elixir.Language;
using Microsoft.CodeAnalysis.Text;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar.Reading;

/// <summary>How productions read tokens: they look at the kind of the next one.</summary>
internal static class TokenReaderExtensions
{
    extension(ref TokenReader reader)
    {
        /// <summary>The text that is read.</summary>
        public ParseSession Session
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => (ParseSession)reader.Configuration;
        }

        /// <summary>The number of the next token.</summary>
        public int Index => (int)reader.Location;

        /// <summary>The kind of the next token.</summary>
        public SyntaxKind Kind
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => reader.Session.KindAt(reader.Index);
        }

        /// <summary>The next token.</summary>
        public SyntaxToken Token => new(reader.Session.Tree, reader.Index);

        /// <summary>The token that was read last.</summary>
        public SyntaxToken PreviousToken => new(reader.Session.Tree, reader.Index - 1);

        /// <summary>Whether the next token is a keyword's key, or opens one.</summary>
        public bool IsAtKey => reader.Session.IsKeyAt(reader.Index);

        /// <summary>Passes over the next token if it is of this kind.</summary>
        public bool Accept(SyntaxKind kind)
        {
            if (reader.Kind != kind)
            {
                return false;
            }

            reader.Advance();
            return true;
        }

        /// <summary>Passes over what may separate two expressions: a line end, a semicolon, or both in this order.</summary>
        public bool AcceptEoe()
        {
            var lineEnd = reader.Accept(SyntaxKind.EndOfLine);
            return reader.Accept(SyntaxKind.Semicolon) || lineEnd;
        }

        /// <summary>Reads the closing bracket, on a line of its own or not.</summary>
        public bool Close(SyntaxKind close)
        {
            reader.Accept(SyntaxKind.EndOfLine);
            return reader.Accept(close) || reader.FailUnexpected();
        }

        /// <summary>Runs a parser. What Pidgin would have expected is dropped: messages are made from the failure.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool TryRead<T>(Parser<TokenData, T> parser, [MaybeNullWhen(false)] out T result)
        {
            // None of our parsers adds to the list; Pidgin's that would are not used.
            var expecteds = default(PooledList<Expected<TokenData>>);
            return parser.TryParse(ref reader, ref expecteds, out result);
        }

        /// <summary>Goes one level deeper; fails where the stack would not hold it.</summary>
        public bool TryDescend()
        {
            var session = reader.Session;
            if (++session.Depth <= session.MaxDepth)
            {
                return true;
            }

            session.IsTooDeep = true;
            return reader.Fail(
                $"The expression is nested too deeply: more than {ParseSession.MaxDepthOnLargeStack} levels are not read.");
        }

        /// <summary>Fails at the next token. Always false.</summary>
        public bool Fail(string message) => reader.Fail(reader.Index, null, message);

        /// <summary>
        /// Fails at a token that cannot stand here; <see cref="SyntaxErrorExplainer"/> finds out what that means. Always false.
        /// </summary>
        public bool FailUnexpected() => reader.Fail(reader.Index, null, null);

        /// <summary>Fails at a token, or at a span. The first failure counts. Always false.</summary>
        public bool Fail(int token, TextSpan? span, string? message)
        {
            reader.Session.Failure ??= new Failure(token, span, message, reader.Index);
            return false;
        }
    }
}
