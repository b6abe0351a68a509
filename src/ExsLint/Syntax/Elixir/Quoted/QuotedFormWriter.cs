using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Names;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Quoted;

/// <summary>
/// Writes nodes as terms. What is still to be written lies on a stack, text and nodes alike, so that trees 100,000 deep do not
/// recurse. With an output, the text goes there piece by piece: it is many times as long as the source.
/// </summary>
internal sealed partial class QuotedFormWriter(StringBuilder text, ElixirDialect dialect, TextWriter? output)
{
    private const int BufferedCharacters = 16 * 1024;

    private readonly Stack<Step> _pending = new();
    private readonly List<Step> _steps = [];

    /// <summary>Writes a body.</summary>
    public void Write(BodySyntax body)
    {
        _pending.Push(new Step(null, body));
        while (_pending.TryPop(out var step))
        {
            if (step.Node is null)
            {
                text.Append(step.Text);
                if (output is not null && text.Length > BufferedCharacters)
                {
                    output.Write(text);
                    text.Clear();
                }

                continue;
            }

            _steps.Clear();
            Expand(step.Node);
            for (var i = _steps.Count - 1; i >= 0; i--)
            {
                _pending.Push(_steps[i]);
            }
        }
    }

    private void Expand(SyntaxNode node)
    {
        switch (node)
        {
            case BodySyntax body:
                ExpandBody(body);
                break;
            case LiteralSyntax literal:
                ExpandLiteral(literal);
                break;
            case IdentifierSyntax identifier:
                Emit("{\"t\":[");
                EmitAtom(identifier.Name);
                Emit(",[],{\"a\":\"nil\"}]}");
                break;
            case AliasSyntax or QualifiedAliasSyntax:
                ExpandAlias((ExpressionSyntax)node);
                break;
            case NullaryOperatorSyntax nullary:
                EmitCall(nullary.Token.Text, []);
                break;
            case CallSyntax call:
                ExpandCall(call);
                break;
            case MemberAccessSyntax member:
                Emit("{\"t\":[");
                EmitDot(member);
                Emit(",[],[]]}");
                break;
            case MultiAliasSyntax multi:
                Emit("{\"t\":[{\"t\":[{\"a\":\".\"},[],[");
                Emit(multi.Left);
                Emit(",{\"a\":\"{}\"}]]},[],[");
                EmitAll(multi.Members.Elements);
                Emit("]]}");
                break;
            case UnaryOperatorSyntax or BinaryOperatorSyntax or CaptureArgumentSyntax or AccessSyntax:
                ExpandOperator((ExpressionSyntax)node);
                break;
            case StringLiteralSyntax quoted:
                ExpandString(quoted);
                break;
            case SkippedTokensSyntax:
                Emit("{\"u\":\"syntax error\"}");
                break;
            default:
                ExpandContainer(node);
                break;
        }
    }

    private void ExpandLiteral(LiteralSyntax literal)
    {
        switch (literal.Kind)
        {
            case SyntaxKind.Integer:
                Emit(Term(literal, static (json, it) =>
                    JsonText.AppendInteger(json, LiteralValue.GetDigits(it))));
                break;
            case SyntaxKind.Float:
                Emit(Term(literal, static (json, it) => JsonText.AppendFloat(json, LiteralValue.GetFloat(it))));
                break;
            case SyntaxKind.Character:
                Emit(Term(literal, static (json, it) =>
                    JsonText.AppendInteger(json, LiteralValue.GetCharacter(it).ToString(CultureInfo.InvariantCulture))));
                break;
            default:
                EmitAtom(LiteralValue.GetAtomName(literal));
                break;
        }
    }

    /// <summary><c>A.B.C</c> is one term, whatever stands before the first dot.</summary>
    private void ExpandAlias(ExpressionSyntax node)
    {
        var segments = new List<string>();
        var left = node;
        while (true)
        {
            left = StripParentheses(left);
            if (left is QualifiedAliasSyntax qualified)
            {
                segments.Add(qualified.Name.Text);
                left = qualified.Left;
            }
            else
            {
                break;
            }
        }

        Emit("{\"t\":[{\"a\":\"__aliases__\"},[],[");
        if (left is AliasSyntax first)
        {
            EmitAtom(first.Name);
        }
        else
        {
            Emit(left);
        }

        for (var i = segments.Count - 1; i >= 0; i--)
        {
            Emit(",");
            EmitAtom(segments[i]);
        }

        Emit("]]}");
    }

    private void ExpandCall(CallSyntax call)
    {
        Emit("{\"t\":[");
        switch (call.Callee)
        {
            case IdentifierSyntax identifier:
                EmitAtom(identifier.Name);
                break;
            case MemberAccessSyntax member:
                EmitDot(member);
                break;
            default:
                Emit(call.Callee);
                break;
        }

        Emit(",[],[");
        EmitAll(call.Arguments);
        if (call.DoBlock is { } block)
        {
            Emit(call.Arguments.IsEmpty ? "[" : ",[");
            for (var i = 0; i < block.Sections.Length; i++)
            {
                Emit(i == 0 ? "{\"t\":[" : ",{\"t\":[");
                EmitAtom(block.Sections[i].Keyword.Text);
                Emit(",");
                Emit(block.Sections[i].Body);
                Emit("]}");
            }

            Emit("]");
        }

        Emit("]]}");
    }

    private void EmitDot(MemberAccessSyntax member)
    {
        Emit("{\"t\":[{\"a\":\".\"},[],[");
        Emit(member.Left);
        if (member.NameToken is { } name)
        {
            Emit(",");
            EmitAtom(NameText.Normalize(name.Text));
        }
        else if (member.QuotedName is { } quoted)
        {
            Emit(",");
            EmitAtom(StringContent.GetCallName(quoted, dialect));
        }

        Emit("]]}");
    }

    private void EmitCall(string name, ReadOnlySpan<ExpressionSyntax> arguments)
    {
        Emit("{\"t\":[");
        EmitAtom(name);
        Emit(",[],[");
        EmitAll(arguments);
        Emit("]]}");
    }

    private void EmitAll<T>(ImmutableArray<T> nodes)
        where T : ExpressionSyntax
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            if (i > 0)
            {
                Emit(",");
            }

            Emit(nodes[i]);
        }
    }

    private void EmitAll(ReadOnlySpan<ExpressionSyntax> nodes)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            if (i > 0)
            {
                Emit(",");
            }

            Emit(nodes[i]);
        }
    }

    private static string Term<T>(T value, Action<StringBuilder, T> append)
    {
        var json = new StringBuilder();
        append(json, value);
        return json.ToString();
    }

    private void EmitAtom(string name) => Emit(Term(name, static (json, it) => JsonText.AppendAtom(json, it)));

    private void Emit(string part) => _steps.Add(new Step(part, null));

    private void Emit(SyntaxNode node) => _steps.Add(new Step(null, node));

    private static ExpressionSyntax StripParentheses(ExpressionSyntax node)
    {
        while (node is ParenthesizedSyntax { Body: { HasClauses: false, Expressions: [var inner] } }
            && !IsNegation(inner)
            && !IsUnquoteSplicing(inner))
        {
            node = inner;
        }

        return node;
    }

    private readonly record struct Step(string? Text, SyntaxNode? Node);
}
