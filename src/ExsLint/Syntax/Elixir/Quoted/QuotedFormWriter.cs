using System.Globalization;
using System.Text;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Quoted;

/// <summary>
/// Writes nodes as terms. What is still to be written lies on a stack, text and nodes alike, so that trees 100,000 deep do not
/// recurse. With an output, the text goes there piece by piece: it is many times as long as the source.
/// </summary>
internal sealed class QuotedFormWriter
{
    private const int BufferedCharacters = 16 * 1024;

    private readonly StringBuilder _text;
    private readonly TextWriter? _output;
    private readonly Stack<QuotedStep> _pending = new();
    private readonly QuotedSteps _steps = new();
    private readonly QuotedCalls _calls;
    private readonly QuotedOperators _operators;
    private readonly QuotedStrings _strings;
    private readonly QuotedContainers _containers;

    /// <summary>A writer.</summary>
    /// <param name="text">Takes the text that has not gone to the output.</param>
    /// <param name="dialect">The version of the language.</param>
    /// <param name="output">Takes the text; null to have all of it in <paramref name="text"/>.</param>
    public QuotedFormWriter(StringBuilder text, ElixirDialect dialect, TextWriter? output)
    {
        (_text, _output) = (text, output);
        _calls = new QuotedCalls(_steps, dialect);
        _operators = new QuotedOperators(_steps);
        _strings = new QuotedStrings(_steps);
        _containers = new QuotedContainers(_steps, dialect);
    }

    /// <summary>Writes a body.</summary>
    public void Write(BodySyntax body)
    {
        _pending.Push(new QuotedStep(null, body));
        while (_pending.TryPop(out var step))
        {
            if (step.Node is null)
            {
                _text.Append(step.Text);
                if (_output is not null && _text.Length > BufferedCharacters)
                {
                    _output.Write(_text);
                    _text.Clear();
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
                _containers.AddBody(body);
                break;
            case LiteralSyntax literal:
                AddLiteral(literal);
                break;
            case IdentifierSyntax identifier:
                _steps.Add("{\"t\":[");
                _steps.AddAtom(identifier.Name);
                _steps.Add(",[],{\"a\":\"nil\"}]}");
                break;
            case AliasSyntax or QualifiedAliasSyntax:
                _calls.AddAlias((ExpressionSyntax)node);
                break;
            case NullaryOperatorSyntax nullary:
                _steps.AddCall(nullary.Token.Text, []);
                break;
            case CallSyntax call:
                _calls.Add(call);
                break;
            case MemberAccessSyntax member:
                _steps.Add("{\"t\":[");
                _calls.AddDot(member);
                _steps.Add(",[],[]]}");
                break;
            case MultiAliasSyntax multi:
                _steps.Add("{\"t\":[{\"t\":[{\"a\":\".\"},[],[");
                _steps.Add(multi.Left);
                _steps.Add(",{\"a\":\"{}\"}]]},[],[");
                _steps.AddAll(multi.Members.Elements);
                _steps.Add("]]}");
                break;
            case UnaryOperatorSyntax or BinaryOperatorSyntax or CaptureArgumentSyntax or AccessSyntax:
                _operators.Add((ExpressionSyntax)node);
                break;
            case StringLiteralSyntax quoted:
                _strings.Add(quoted);
                break;
            case SkippedTokensSyntax:
                _steps.Add("{\"u\":\"syntax error\"}");
                break;
            default:
                _containers.Add(node);
                break;
        }
    }

    private void AddLiteral(LiteralSyntax literal)
    {
        switch (literal.Kind)
        {
            case SyntaxKind.Integer:
                _steps.Add(JsonText.Of(literal, static (json, it) =>
                    JsonText.AppendInteger(json, LiteralValue.GetDigits(it))));
                break;
            case SyntaxKind.Float:
                _steps.Add(JsonText.Of(literal, static (json, it) => JsonText.AppendFloat(json, LiteralValue.GetFloat(it))));
                break;
            case SyntaxKind.Character:
                _steps.Add(JsonText.Of(literal, static (json, it) =>
                    JsonText.AppendInteger(json, LiteralValue.GetCharacter(it).ToString(CultureInfo.InvariantCulture))));
                break;
            default:
                _steps.AddAtom(LiteralValue.GetAtomName(literal));
                break;
        }
    }
}
