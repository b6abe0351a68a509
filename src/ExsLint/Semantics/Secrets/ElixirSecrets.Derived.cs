using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Secrets;

/// <content>What is made of a secret: forwards through operators, calls and variables.</content>
internal sealed partial class ElixirSecrets
{
    /// <summary>Calls whose result says little about what they are given.</summary>
    private static readonly string[] Statements =
        ["raise", "throw", "exit", "config", "import_config", "import", "require", "use", "alias", "defmodule", "def", "defp",
            "put_env", "length", "byte_size"];

    /// <summary>Goes over the nodes from the last, so that each comes after what it is made of.</summary>
    private void Derive()
    {
        for (var i = _flow.Nodes.Length - 1; i >= 0; i--)
        {
            if (IsDerived(_flow.Nodes[i]))
            {
                _derived.Add(_flow.Nodes[i]);
            }
        }

        foreach (var (variable, values) in _flow.Definitions)
        {
            if (values.Exists(_derived.Contains))
            {
                MarkVariable(variable);
            }
        }

        foreach (var (function, bodies) in _flow.Functions)
        {
            if (bodies.Exists(_derived.Contains))
            {
                _secretFunctions.Add(function);
            }
        }

        foreach (var parameter in _flow.Parameters)
        {
            if (_flow.ArgumentsFor(parameter).Any(_derived.Contains))
            {
                MarkVariable(parameter);
            }
        }
    }

    private bool IsDerived(SyntaxNode node) => node switch
    {
        IdentifierSyntax variable => IsSecretName(variable.Name),
        UnaryOperatorSyntax { OperatorToken.Text: "@", Operand: IdentifierSyntax attribute } =>
            IsSecretName("@" + attribute.Name),
        UnaryOperatorSyntax unary => unary.OperatorToken.Text is not ("!" or "not" or "&") && _derived.Contains(unary.Operand),
        StringLiteralSyntax literal => literal.Parts.Any(_derived.Contains),
        BinaryOperatorSyntax binary => IsDerived(binary),
        AccessSyntax access => IsDerivedKey(ElixirFlow.NameIn(access.Key), access.Target),
        MemberAccessSyntax { NameToken.Text: { } name } member =>
            IsDerivedKey(name, member.Left) || _secretFunctions.Contains(name),
        CallSyntax call => IsDerived(call),
        BodySyntax { HasClauses: true } clauses => clauses.Expressions.Any(_derived.Contains),
        BodySyntax { Expressions: [.., var last] } => _derived.Contains(last),
        StabClauseSyntax clause => _derived.Contains(clause.Body),
        ParenthesizedSyntax or InterpolationSyntax or DoBlockSyntax or DoSectionSyntax => HasDerivedChild(node),
        _ => false,
    };

    private bool IsSecretName(string variable) => _secretVariables.Contains(variable) || IsSecretVariable(variable);

    private bool IsDerivedKey(string? key, SyntaxNode target) => key is not null && SecretNames.Matches(key)
        || (_derived.Contains(target) && (key is null || !SecretNames.IsProperty(key)));

    private bool IsDerived(BinaryOperatorSyntax binary) => binary.OperatorToken.Text switch
    {
        "==" or "!=" or "===" or "!==" or "=~" or "<" or ">" or "<=" or ">=" or "in" or "not in" or "=>" or "<-" or "|" or "when"
            or "->" => false,
        "=" => _derived.Contains(binary.Right),
        "::" => _derived.Contains(binary.Left),
        "|>" => _derived.Contains(binary.Right) || (_derived.Contains(binary.Left) && !IsOpaque(binary.Right)),
        _ => _derived.Contains(binary.Left) || _derived.Contains(binary.Right),
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
            return (call.DoBlock is { } block && _derived.Contains(block))
                || call.Arguments.OfType<KeywordListSyntax>().Any(list => list.Pairs.Any(pair => _derived.Contains(pair.Value)));
        }

        return SecretNames.Matches(name)
            || _secretFunctions.Contains(name)
            || (name.Length == 0 && call.Callee is MemberAccessSyntax { Left: var function } && _derived.Contains(function))
            || (IsReader(name) && call.Arguments.Any(argument => SecretNameOf(argument) is not null))
            || call.Arguments.Any(_derived.Contains);
    }

    /// <summary>
    /// Whether a call tells nothing of its arguments: <c>String.valid?(x)</c>, <c>String.length(x)</c>, <c>raise x</c>.
    /// </summary>
    private static bool IsOpaque(SyntaxNode node) => node is CallSyntax call && ElixirFlow.NameOf(call) is var name
        && (name.EndsWith('?') || name.StartsWith("is_", StringComparison.Ordinal) || Statements.Contains(name)
            || (!IsReader(name) && SecretNames.IsProperty(name)));

    private bool HasDerivedChild(SyntaxNode node)
    {
        for (var i = 0; i < node.ChildCount; i++)
        {
            if (_derived.Contains(node.GetChild(i)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What stands beside a secret, or is put together with it, is secret as well.</summary>
    private void MarkDerived()
    {
        foreach (var node in _flow.Nodes)
        {
            switch (node)
            {
                case StringLiteralSyntax literal when _derived.Contains(literal):
                    Mark(literal);
                    break;
                case BinaryOperatorSyntax { OperatorToken.Text: "<>" or "++" } joined when _derived.Contains(joined):
                    Mark(joined);
                    break;
                case BinaryOperatorSyntax { OperatorToken.Text: "||" or "or" } either when _derived.Contains(either.Left):
                    Mark(either.Right);
                    break;
                case BinaryOperatorSyntax { OperatorToken.Text: "==" or "!=" or "===" or "!==" } compared:
                    MarkCompared(compared.Left, compared.Right);
                    MarkCompared(compared.Right, compared.Left);
                    break;
                case CallSyntax
                {
                    LocalName: "case", Arguments: [var subject],
                    DoBlock: { } block
                } when _derived.Contains(subject):
                    MarkAll(LiteralsIn(block.Sections.SelectMany(section => section.Body.Expressions).OfType<StabClauseSyntax>()
                        .SelectMany(clause => clause.Patterns)));
                    break;
                case BinaryOperatorSyntax
                {
                    OperatorToken.Text: "in" or "not in"
                    or "=~"
                } among when _derived.Contains(among.Left):
                    MarkAll(among.Right is ListSyntax list ? list.Elements.OfType<StringLiteralSyntax>() : [among.Right]);
                    break;
                case CallSyntax test when IsTest(test) && test.Arguments.Any(_derived.Contains):
                    MarkAll(LiteralsIn(test.Arguments));
                    break;
            }
        }
    }

    /// <summary>Whether a call compares its arguments, so that what a secret stands beside tells of it.</summary>
    private static bool IsTest(CallSyntax call) => ElixirFlow.NameOf(call) is var name
        && (name.EndsWith('?') || name is "secure_compare" or "compare" or "hash_equals") && name is not "exists?";

    private static IEnumerable<SyntaxNode> LiteralsIn(IEnumerable<SyntaxNode> nodes) =>
        nodes.SelectMany(node => node.DescendantNodesAndSelf()).OfType<StringLiteralSyntax>();

    private void MarkCompared(SyntaxNode subject, SyntaxNode other)
    {
        if (_derived.Contains(subject) && other is StringLiteralSyntax or LiteralSyntax { Kind: SyntaxKind.Integer })
        {
            Mark(other);
        }
    }
}
