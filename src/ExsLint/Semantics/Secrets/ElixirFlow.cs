using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Secrets;

/// <summary>
/// Where the values of a file's variables, module attributes and functions come from. Names are taken for one wherever they
/// occur.
/// </summary>
internal sealed class ElixirFlow
{
    private readonly Dictionary<string, List<SyntaxNode>> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SyntaxNode>> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CallSyntax>> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Function, int Index)>> _parameters = new(StringComparer.Ordinal);

    /// <summary>Looks through a file.</summary>
    public ElixirFlow(ElixirSyntaxTree tree)
    {
        Nodes = [.. tree.Root.DescendantNodesAndSelf()];
        foreach (var node in Nodes)
        {
            Read(node);
        }

        foreach (var (variable, values) in _definitions)
        {
            if (values.Exists(value => NamesSecret(value) || (value is ListSyntax list && list.Elements.Any(NamesSecret))))
            {
                SecretNameVariables.Add(variable);
            }
        }
    }

    /// <summary>All nodes, each before its children.</summary>
    public SyntaxNode[] Nodes { get; }

    /// <summary>The variables that hold a secret's name: <c>key = :password</c>.</summary>
    public HashSet<string> SecretNameVariables { get; } = new(StringComparer.Ordinal);

    /// <summary>The variables and module attributes, and what they are set to.</summary>
    public IEnumerable<KeyValuePair<string, List<SyntaxNode>>> Definitions => _definitions;

    /// <summary>The functions, and their bodies.</summary>
    public IEnumerable<KeyValuePair<string, List<SyntaxNode>>> Functions => _bodies;

    /// <summary>The parameters of functions.</summary>
    public IEnumerable<string> Parameters => _parameters.Keys;

    /// <summary>All variables, module attributes and parameters.</summary>
    public IEnumerable<string> Variables => _definitions.Keys.Concat(_parameters.Keys);

    /// <summary>The number of the first node that starts at or behind an offset.</summary>
    public int FirstNodeFrom(int offset)
    {
        var (low, high) = (0, Nodes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Nodes[middle].Span.Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>What a variable is set to.</summary>
    public IReadOnlyList<SyntaxNode> DefinitionsOf(string variable) => _definitions.GetValueOrDefault(variable) ?? [];

    /// <summary>The bodies of a function.</summary>
    public IReadOnlyList<SyntaxNode> BodiesOf(string function) => _bodies.GetValueOrDefault(function) ?? [];

    /// <summary>What calls hand over for a parameter.</summary>
    public IEnumerable<SyntaxNode> ArgumentsFor(string parameter) => (_parameters.GetValueOrDefault(parameter) ?? [])
        .SelectMany(place => (_calls.GetValueOrDefault(place.Function) ?? []).Select(call => ArgumentAt(call, place.Index)))
        .OfType<SyntaxNode>();

    /// <summary>Whether a variable is a parameter of the function of a module that it is used in.</summary>
    public static bool IsParameter(IdentifierSyntax use)
    {
        foreach (var node in use.Ancestors())
        {
            if (node is CallSyntax { LocalName: "def" or "defp", Arguments: [var head, ..] })
            {
                head = head is BinaryOperatorSyntax { OperatorToken.Text: "when" } guarded ? guarded.Left : head;
                return head is CallSyntax { Arguments: var parameters } && parameters.Any(parameter =>
                    parameter.DescendantNodesAndSelf().Any(name => name is IdentifierSyntax other && other.Name == use.Name));
            }
        }

        return false;
    }

    /// <summary>
    /// Whether an argument of an anonymous function is only the name of what it reads: <c>fn name -&gt; System.get_env(name)
    /// end</c>.
    /// </summary>
    /// <param name="function">The function, or the variable that holds it.</param>
    /// <param name="index">The argument's number, from 0.</param>
    public bool IsNameFor(SyntaxNode function, int index)
    {
        IReadOnlyList<SyntaxNode> functions = function is IdentifierSyntax variable ? DefinitionsOf(variable.Name) : [function];
        return functions switch
        {
            [FnSyntax { Clauses.Expressions: [StabClauseSyntax clause] }] =>
                clause.Patterns.ElementAtOrDefault(index) is IdentifierSyntax parameter && IsName(parameter.Name, clause.Body),
            [UnaryOperatorSyntax { OperatorToken.Text: "&", Operand: var captured }] =>
                index == 0 && SecretNames.IsReader(NameOfCaptured(captured)),
            _ => false,
        };
    }

    /// <summary>What <c>&amp;System.get_env/1</c> or <c>&amp;System.get_env(&amp;1)</c> reads by its first argument.</summary>
    private static string NameOfCaptured(SyntaxNode captured) => captured switch
    {
        BinaryOperatorSyntax { OperatorToken.Text: "/", Left: var function } => NameOfCaptured(function),
        MemberAccessSyntax { NameToken: { } name } => name.Text,
        CallSyntax { Arguments: [] or [CaptureArgumentSyntax, ..] } call => NameOf(call),
        _ => "",
    };

    /// <summary>Whether an argument of a function of the file is only the name of what it reads.</summary>
    /// <param name="function">The function's name.</param>
    /// <param name="index">The argument's number, from 0.</param>
    public bool IsNameFor(string function, int index)
    {
        var names = _parameters.Where(pair => pair.Value.Contains((function, index))).Select(pair => pair.Key).ToList();
        return names.Count > 0 && names.TrueForAll(name => BodiesOf(function).All(body => IsName(name, body)));
    }

    private static bool IsName(string parameter, SyntaxNode body) => body.DescendantNodesAndSelf()
        .OfType<IdentifierSyntax>()
        .Where(use => use.Name == parameter)
        .All(use => IsInError(use)
            || (use.Parent is CallSyntax { Arguments: [var first, ..] } call && first == use
                && SecretNames.IsReader(NameOf(call))));

    private static bool IsInError(SyntaxNode node) =>
        node.Ancestors().TakeWhile(parent => parent is not FnSyntax).Any(parent => parent is CallSyntax { LocalName: "raise" });

    /// <summary>The name of the function that a call calls, whatever its module; empty for <c>f.(x)</c>.</summary>
    public static string NameOf(CallSyntax call) => call.Callee switch
    {
        IdentifierSyntax identifier => identifier.Name,
        MemberAccessSyntax { NameToken: { } name } => name.Text,
        _ => "",
    };

    /// <summary>The name that an atom or a string spells, holes in it left out; null for anything else.</summary>
    public static string? NameIn(SyntaxNode node) => node switch
    {
        LiteralSyntax { Kind: SyntaxKind.Atom } atom => atom.Token.Text[1..],
        StringLiteralSyntax { Kind: not SyntaxKind.SigilStart } literal => TextOf(literal),
        _ => null,
    };

    private static bool NamesSecret(SyntaxNode node) => NameIn(node) is { } name && SecretNames.Matches(name);

    private static string? TextOf(StringLiteralSyntax literal)
    {
        const int LongestName = 100;
        var text = string.Concat(literal.Parts.Select(part => part is StringTextSyntax ? part.ToString() : "_"));
        if (text.Length > LongestName)
        {
            return null;
        }

        // Escapes spell letters as well: "pass\u0077ord".
        var hasEscapes = text.Contains('\\', StringComparison.Ordinal)
            && !literal.Tree.Diagnostics.Any(diagnostic => diagnostic.IsError);
        text = hasEscapes ? StringContent.GetText(literal) ?? text : text;
        return text.Any(character => char.IsWhiteSpace(character) || character is '/' or '=') ? null : text;
    }

    private static SyntaxNode? ArgumentAt(CallSyntax call, int index)
    {
        if (call.Parent is BinaryOperatorSyntax { OperatorToken.Text: "|>" } pipe && pipe.Right == call)
        {
            return index == 0 ? pipe.Left : call.Arguments.ElementAtOrDefault(index - 1);
        }

        return call.Arguments.ElementAtOrDefault(index);
    }

    private void Read(SyntaxNode node)
    {
        switch (node)
        {
            case BinaryOperatorSyntax { OperatorToken.Text: "=" or "<-" } match:
                Bind(match.Left, match.Right);
                break;
            case UnaryOperatorSyntax
            {
                OperatorToken.Text: "@",
                Operand: CallSyntax { LocalName: { } attribute, Arguments: [var value] }
            }:
                Add(_definitions, "@" + attribute, value);
                break;
            case CallSyntax { LocalName: "def" or "defp" or "defmacro" or "defmacrop" } definition:
                Define(definition);
                break;
            case CallSyntax { LocalName: "case", DoBlock: { } block, Arguments: [var subject] }:
                foreach (var clause in block.Sections.SelectMany(section => section.Body.Expressions).OfType<StabClauseSyntax>())
                {
                    Bind(clause.Patterns, subject);
                }

                break;
            case CallSyntax call:
                Add(_calls, NameOf(call), call);
                break;
        }
    }

    private void Bind(IEnumerable<SyntaxNode> patterns, SyntaxNode value)
    {
        foreach (var pattern in patterns)
        {
            Bind(pattern, value);
        }
    }

    private void Bind(SyntaxNode pattern, SyntaxNode value)
    {
        if ((pattern, value) is (CollectionSyntax { Elements: var names } left, CollectionSyntax { Elements: var values } right)
            && left.GetType() == right.GetType() && left is TupleSyntax or ListSyntax && names.Length == values.Length)
        {
            foreach (var (name, part) in names.Zip(values))
            {
                BindNames(name, part is KeywordPairSyntax pair ? pair.Value : part);
            }

            return;
        }

        BindNames(pattern, value);
    }

    private void BindNames(SyntaxNode pattern, SyntaxNode value)
    {
        foreach (var name in pattern.DescendantNodesAndSelf().OfType<IdentifierSyntax>())
        {
            Add(_definitions, name.Name, value);
        }
    }

    /// <summary>A function's bodies and the variables of its parameters.</summary>
    private void Define(CallSyntax definition)
    {
        var head = definition.Arguments.FirstOrDefault();
        head = head is BinaryOperatorSyntax { OperatorToken.Text: "when" } guarded ? guarded.Left : head;
        var name = head switch { CallSyntax call => NameOf(call), IdentifierSyntax identifier => identifier.Name, _ => "" };
        if (name.Length == 0)
        {
            return;
        }

        foreach (var section in definition.DoBlock?.Sections ?? [])
        {
            Add(_bodies, name, section.Body);
        }

        foreach (var pair in definition.Arguments.Skip(1).OfType<KeywordListSyntax>().SelectMany(list => list.Pairs))
        {
            Add(_bodies, name, pair.Value);
        }

        var parameters = (head as CallSyntax)?.Arguments ?? [];
        for (var i = 0; i < parameters.Length; i++)
        {
            foreach (var variable in parameters[i].DescendantNodesAndSelf().OfType<IdentifierSyntax>())
            {
                Add(_parameters, variable.Name, (name, i));
            }
        }
    }

    private static void Add<T>(Dictionary<string, List<T>> table, string name, T value)
    {
        if (!table.TryGetValue(name, out var values))
        {
            table.Add(name, values = []);
        }

        values.Add(value);
    }

    /// <summary>The pairs of a list or map that is written out.</summary>
    public static IEnumerable<KeywordPairSyntax> PairsOf(SyntaxNode node) => node switch
    {
        KeywordListSyntax keywords => keywords.Pairs,
        CollectionSyntax collection => collection.Elements.OfType<KeywordPairSyntax>(),
        _ => [],
    };

    /// <summary>The secret's name that an atom, a string, or a variable that holds one spells; null for anything else.</summary>
    public string? SecretNameOf(SyntaxNode node) => node switch
    {
        IdentifierSyntax variable => SecretNameVariables.Contains(variable.Name) ? "password" : null,
        BinaryOperatorSyntax { OperatorToken.Text: "<>" or "=" } => null,
        _ => NameIn(node) is { } name && !SecretNames.IsCookieName(name) && SecretNames.Matches(name) ? name : null,
    };
}
