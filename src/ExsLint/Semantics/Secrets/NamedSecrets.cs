using System.Collections.Immutable;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Secrets;

/// <summary>Places that a name beside them makes secret.</summary>
internal sealed class NamedSecrets(ElixirFlow flow, SecretMarks marks)
{
    /// <summary>Mechanisms whose name stands before user and password in a tuple (brod, kafka_ex, finch, tesla).</summary>
    private static readonly string[] Mechanisms = [":plain", ":basic", ":digest", ":login"];

    private readonly Dictionary<SyntaxNode, bool> _sessions = [];

    /// <summary>Marks what a name in an expression makes secret.</summary>
    public void Mark(SyntaxNode node)
    {
        switch (node)
        {
            case KeywordPairSyntax pair:
                MarkPair(pair);
                break;
            case BinaryOperatorSyntax { OperatorToken.Text: "=>" } entry when flow.SecretNameOf(entry.Left) is { } name:
                MarkNamed(entry.Right, name);
                break;
            case TupleSyntax tuple:
                MarkBehindName(tuple.Elements);
                MarkBehindMechanism(tuple.Elements);
                break;
            case ListSyntax list:
                MarkBehindOption(list.Elements);
                MarkNameAndValue(list);
                MarkPairInList(list);
                break;
            case KeywordListSyntax or MapSyntax:
                MarkNameAndValue(node);
                break;
            case CallSyntax { LocalName: "def" or "defp" } definition:
                MarkClause(definition);
                break;
            case CallSyntax call:
                MarkCall(call);
                break;
            case StabClauseSyntax clause when clause.Patterns.Any(pattern => flow.SecretNameOf(pattern) is not null):
                marks.Mark(clause.Body);
                break;
        }
    }

    private void MarkPair(KeywordPairSyntax pair)
    {
        var name = pair.KeyName ?? (pair.QuotedKey is { } quoted ? ElixirFlow.NameIn(quoted) : null);
        if (ElixirFlow.NameIn(pair.Value) is { } value && SecretNames.NamesCookie(name, value))
        {
            return;
        }

        if (name is not null && SecretNames.Matches(name)
            && !(SecretNames.IsBareKey(name) && (pair.Value is LiteralSyntax || NamesCookie(pair))))
        {
            MarkNamed(pair.Value, name);
        }
    }

    /// <summary>
    /// Marks what a name makes secret. Where the name is that of authentication, entries of a list have names of their own.
    /// </summary>
    private void MarkNamed(SyntaxNode value, string name)
    {
        if (!SecretNames.IsAuth(name) || value is not (KeywordListSyntax or ListSyntax or MapSyntax))
        {
            marks.Mark(value, SecretNames.IsPlural(name));
        }
    }

    /// <summary>Whether the pair is <c>key: "_app_key"</c>, or a key among the options of a session.</summary>
    private bool NamesCookie(KeywordPairSyntax pair)
    {
        if (ElixirFlow.NameIn(pair.Value) is { } text && SecretNames.IsCookieName(text))
        {
            return true;
        }

        if (pair.Parent is not { } parent)
        {
            return false;
        }

        if (!_sessions.TryGetValue(parent, out var isSession))
        {
            isSession = ElixirFlow.PairsOf(parent).Any(other => other.KeyName is { } name && SecretNames.IsSessionOption(name));
            _sessions.Add(parent, isSession);
        }

        return isSession;
    }

    /// <summary>
    /// What follows a secret's name in a tuple or among arguments: <c>{:token, "x"}</c>, <c>config :app, :token, "x"</c>.
    /// </summary>
    private void MarkBehindName(ImmutableArray<ExpressionSyntax> items)
    {
        string? name = null;
        foreach (var item in items)
        {
            if (name is not null)
            {
                MarkNamed(item, name);
            }

            name ??= flow.SecretNameOf(item);
        }
    }

    /// <summary>What follows a mechanism of authentication: <c>{:plain, user, "x"}</c>, <c>{:bearer, "x"}</c>.</summary>
    private void MarkBehindMechanism(ImmutableArray<ExpressionSyntax> items)
    {
        if (items is [LiteralSyntax { Kind: SyntaxKind.Atom, Token.Text: var mechanism }, .., var last]
            && ((items.Length == 3
                    && (Mechanisms.Contains(mechanism) || mechanism.StartsWith(":scram_", StringComparison.Ordinal)))
                || (items.Length == 2 && mechanism is ":bearer" or ":basic" && last is StringLiteralSyntax)))
        {
            marks.Mark(last);
        }
    }

    /// <summary>What stands beside a name that is spelled out: <c>%{name: "DB_PASSWORD", value: "x"}</c>.</summary>
    private void MarkNameAndValue(SyntaxNode node)
    {
        var pairs = ElixirFlow.PairsOf(node).ToList();
        if (pairs.Exists(pair => pair.KeyName is "name" or "key" or "var" or "env" && flow.SecretNameOf(pair.Value) is not null))
        {
            foreach (var pair in pairs.Where(pair => pair.KeyName is "value" or "val" or "default"))
            {
                marks.Mark(pair.Value);
            }
        }
    }

    /// <summary>A list of two that is a pair: <c>[:password, "x"]</c>, and among other lists <c>["password", "x"]</c>.</summary>
    private void MarkPairInList(ListSyntax list)
    {
        if (list.Elements is [var name, StringLiteralSyntax value]
            && (name is LiteralSyntax || list.Parent is ListSyntax)
            && flow.SecretNameOf(name) is not null
            && flow.SecretNameOf(value) is null)
        {
            marks.Mark(value);
        }
    }

    /// <summary>What follows an option in a list of arguments: <c>["-setcookie", "x"]</c>.</summary>
    private void MarkBehindOption(ImmutableArray<ExpressionSyntax> items)
    {
        var isOption = false;
        foreach (var item in items)
        {
            if (isOption)
            {
                marks.Mark(item);
            }

            isOption = item is StringLiteralSyntax && ElixirFlow.NameIn(item) is ['-', ..] option && SecretNames.Matches(option);
        }
    }

    private void MarkClause(CallSyntax definition)
    {
        var head = definition.Arguments.FirstOrDefault();
        head = head is BinaryOperatorSyntax { OperatorToken.Text: "when" } guarded ? guarded.Left : head;
        var isSecret = head switch
        {
            CallSyntax call =>
                call.Arguments.Any(argument => flow.SecretNameOf(argument) is not null)
                    || SecretNames.Matches(ElixirFlow.NameOf(call)),
            IdentifierSyntax name => SecretNames.Matches(name.Name),
            _ => false,
        };
        if (isSecret)
        {
            foreach (var section in definition.DoBlock?.Sections ?? [])
            {
                marks.Mark(section.Body);
            }

            foreach (var pair in definition.Arguments.Skip(1).OfType<KeywordListSyntax>().SelectMany(list => list.Pairs))
            {
                marks.Mark(pair.Value);
            }
        }
    }

    private void MarkCall(CallSyntax call)
    {
        var name = ElixirFlow.NameOf(call);
        MarkBehindName(call.Arguments);

        // `config :a, password: if x do "y" end`: the block goes to `config`, as Elixir reads it, and the value is in it.
        if (call.DoBlock is { } block && call.Arguments is [.., KeywordListSyntax { Pairs: [.., { KeyName: { } key }] }]
            && SecretNames.Matches(key))
        {
            foreach (var section in block.Sections)
            {
                marks.Mark(section.Body);
            }
        }

        if (SecretNames.Matches(name) && !SecretNames.IsReader(name))
        {
            foreach (var argument in call.Arguments)
            {
                marks.Mark(argument);
            }
        }
    }
}
