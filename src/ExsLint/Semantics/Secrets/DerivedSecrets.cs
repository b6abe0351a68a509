using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Secrets;

/// <summary>What is made of a secret: forwards through operators, calls and variables.</summary>
internal sealed class DerivedSecrets(ElixirFlow flow, SecretMarks marks)
{
    /// <summary>Calls whose result says little about what they are given.</summary>
    private static readonly string[] Statements =
        ["raise", "throw", "exit", "config", "import_config", "import", "require", "use", "alias", "defmodule", "def", "defp",
            "put_env", "length", "byte_size"];

    private readonly HashSet<SyntaxNode> _nodes = [];
    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);

    /// <summary>How many functions give what is made of a secret.</summary>
    public int FunctionCount => _functions.Count;

    /// <summary>Whether an expression is made of a secret.</summary>
    public bool Contains(SyntaxNode node) => _nodes.Contains(node);

    /// <summary>
    /// Finds what is made of all that is known to be secret. It goes over the nodes from the last, so that each comes after what
    /// it is made of.
    /// </summary>
    public void Derive()
    {
        for (var i = flow.Nodes.Length - 1; i >= 0; i--)
        {
            if (IsDerived(flow.Nodes[i]))
            {
                _nodes.Add(flow.Nodes[i]);
            }
        }

        foreach (var (variable, values) in flow.Definitions)
        {
            if (values.Exists(_nodes.Contains))
            {
                marks.MarkVariable(variable);
            }
        }

        foreach (var (function, bodies) in flow.Functions)
        {
            if (bodies.Exists(_nodes.Contains))
            {
                _functions.Add(function);
            }
        }

        foreach (var parameter in flow.Parameters)
        {
            if (flow.ArgumentsFor(parameter).Any(_nodes.Contains))
            {
                marks.MarkVariable(parameter);
            }
        }
    }

    /// <summary>What stands beside a secret, or is put together with it, is secret as well.</summary>
    public void MarkDerived()
    {
        foreach (var node in flow.Nodes)
        {
            switch (node)
            {
                case StringLiteralSyntax literal when _nodes.Contains(literal):
                    marks.Mark(literal);
                    break;
                case BinaryOperatorSyntax { OperatorToken.Text: "<>" or "++" } joined when _nodes.Contains(joined):
                    marks.Mark(joined);
                    break;
                case BinaryOperatorSyntax { OperatorToken.Text: "||" or "or" } either when _nodes.Contains(either.Left):
                    marks.Mark(either.Right);
                    break;
                case BinaryOperatorSyntax { OperatorToken.Text: "==" or "!=" or "===" or "!==" } compared:
                    MarkCompared(compared.Left, compared.Right);
                    MarkCompared(compared.Right, compared.Left);
                    break;
                case CallSyntax
                {
                    LocalName: "case", Arguments: [var subject],
                    DoBlock: { } block
                } when _nodes.Contains(subject):
                    marks.MarkAll(LiteralsIn(block.Sections
                        .SelectMany(section => section.Body.Expressions)
                        .OfType<StabClauseSyntax>()
                        .SelectMany(clause => clause.Patterns)));
                    break;
                case BinaryOperatorSyntax
                {
                    OperatorToken.Text: "in" or "not in"
                    or "=~"
                } among when _nodes.Contains(among.Left):
                    marks.MarkAll(among.Right is ListSyntax list ? list.Elements.OfType<StringLiteralSyntax>() : [among.Right]);
                    break;
                case CallSyntax test when IsTest(test) && test.Arguments.Any(_nodes.Contains):
                    marks.MarkAll(LiteralsIn(test.Arguments));
                    break;
            }
        }
    }

    private bool IsDerived(SyntaxNode node) => node switch
    {
        IdentifierSyntax variable => IsSecretName(variable.Name),
        UnaryOperatorSyntax { OperatorToken.Text: "@", Operand: IdentifierSyntax attribute } =>
            IsSecretName("@" + attribute.Name),
        UnaryOperatorSyntax unary => unary.OperatorToken.Text is not ("!" or "not" or "&") && _nodes.Contains(unary.Operand),
        StringLiteralSyntax literal => literal.Parts.Any(_nodes.Contains),
        BinaryOperatorSyntax binary => IsDerived(binary),
        AccessSyntax access => IsDerivedKey(ElixirFlow.NameIn(access.Key), access.Target),
        MemberAccessSyntax { NameToken.Text: { } name } member =>
            IsDerivedKey(name, member.Left) || _functions.Contains(name),
        CallSyntax call => IsDerived(call),
        BodySyntax { HasClauses: true } clauses => clauses.Expressions.Any(_nodes.Contains),
        BodySyntax { Expressions: [.., var last] } => _nodes.Contains(last),
        StabClauseSyntax clause => _nodes.Contains(clause.Body),
        ParenthesizedSyntax or InterpolationSyntax or DoBlockSyntax or DoSectionSyntax => HasDerivedChild(node),
        _ => false,
    };

    private bool IsSecretName(string variable) => marks.IsSecretVariable(variable) || SecretNames.MatchesVariable(variable);

    private bool IsDerivedKey(string? key, SyntaxNode target) => key is not null && SecretNames.Matches(key)
        || (_nodes.Contains(target) && (key is null || !SecretNames.IsProperty(key)));

    private bool IsDerived(BinaryOperatorSyntax binary) => binary.OperatorToken.Text switch
    {
        "==" or "!=" or "===" or "!==" or "=~" or "<" or ">" or "<=" or ">=" or "in" or "not in" or "=>" or "<-" or "|" or "when"
            or "->" => false,
        "=" => _nodes.Contains(binary.Right),
        "::" => _nodes.Contains(binary.Left),
        "|>" => _nodes.Contains(binary.Right) || (_nodes.Contains(binary.Left) && !IsOpaque(binary.Right)),
        _ => _nodes.Contains(binary.Left) || _nodes.Contains(binary.Right),
    };

    private bool IsDerived(CallSyntax call)
    {
        var name = ElixirFlow.NameOf(call);
        if (IsOpaque(call))
        {
            return false;
        }

        if (name is "if" or "unless" or "case" or "cond" or "with" or "try" or "for")
        {
            return (call.DoBlock is { } block && _nodes.Contains(block))
                || call.Arguments.OfType<KeywordListSyntax>().Any(list => list.Pairs.Any(pair => _nodes.Contains(pair.Value)));
        }

        return SecretNames.Matches(name)
            || _functions.Contains(name)
            || (name.Length == 0 && call.Callee is MemberAccessSyntax { Left: var function } && _nodes.Contains(function))
            || (SecretNames.IsReader(name) && call.Arguments.Any(argument => flow.SecretNameOf(argument) is not null))
            || call.Arguments.Any(_nodes.Contains);
    }

    /// <summary>
    /// Whether a call tells nothing of its arguments: <c>String.valid?(x)</c>, <c>String.length(x)</c>, <c>raise x</c>.
    /// </summary>
    private static bool IsOpaque(SyntaxNode node) => node is CallSyntax call && ElixirFlow.NameOf(call) is var name
        && (name.EndsWith('?') || name.StartsWith("is_", StringComparison.Ordinal) || Statements.Contains(name)
            || (!SecretNames.IsReader(name) && SecretNames.IsProperty(name)));

    private bool HasDerivedChild(SyntaxNode node)
    {
        for (var i = 0; i < node.ChildCount; i++)
        {
            if (_nodes.Contains(node.GetChild(i)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a call compares its arguments, so that what a secret stands beside tells of it.</summary>
    private static bool IsTest(CallSyntax call) => ElixirFlow.NameOf(call) is var name
        && (name.EndsWith('?') || name is "secure_compare" or "compare" or "hash_equals") && name is not "exists?";

    private static IEnumerable<SyntaxNode> LiteralsIn(IEnumerable<SyntaxNode> nodes) =>
        nodes.SelectMany(node => node.DescendantNodesAndSelf()).OfType<StringLiteralSyntax>();

    private void MarkCompared(SyntaxNode subject, SyntaxNode other)
    {
        if (_nodes.Contains(subject) && other is StringLiteralSyntax or LiteralSyntax { Kind: SyntaxKind.Integer })
        {
            marks.Mark(other);
        }
    }
}
