using System.Collections.Immutable;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Secrets;

/// <content>Places that a name beside them makes secret.</content>
internal sealed partial class ElixirSecrets
{
    /// <summary>Mechanisms whose name stands before user and password in a tuple (brod, kafka_ex, finch, tesla).</summary>
    private static readonly string[] Mechanisms = [":plain", ":basic", ":digest", ":login"];

    private readonly Dictionary<SyntaxNode, bool> _sessions = [];

    private void MarkByName(SyntaxNode node)
    {
        switch (node)
        {
            case KeywordPairSyntax pair:
                MarkPair(pair);
                break;
            case BinaryOperatorSyntax { OperatorToken.Text: "=>" } entry when SecretNameOf(entry.Left) is { } name:
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
            case StabClauseSyntax clause when clause.Patterns.Any(pattern => SecretNameOf(pattern) is not null):
                Mark(clause.Body);
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
            Mark(value, SecretNames.IsPlural(name));
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
            isSession = PairsOf(parent).Any(other => other.KeyName is { } name && SecretNames.IsSessionOption(name));
            _sessions.Add(parent, isSession);
        }

        return isSession;
    }

    private static IEnumerable<KeywordPairSyntax> PairsOf(SyntaxNode node) => node switch
    {
        KeywordListSyntax keywords => keywords.Pairs,
        CollectionSyntax collection => collection.Elements.OfType<KeywordPairSyntax>(),
        _ => [],
    };

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

            name ??= SecretNameOf(item);
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
            Mark(last);
        }
    }

    /// <summary>What stands beside a name that is spelled out: <c>%{name: "DB_PASSWORD", value: "x"}</c>.</summary>
    private void MarkNameAndValue(SyntaxNode node)
    {
        var pairs = PairsOf(node).ToList();
        if (pairs.Exists(pair => pair.KeyName is "name" or "key" or "var" or "env" && SecretNameOf(pair.Value) is not null))
        {
            foreach (var pair in pairs.Where(pair => pair.KeyName is "value" or "val" or "default"))
            {
                Mark(pair.Value);
            }
        }
    }

    /// <summary>A list of two that is a pair: <c>[:password, "x"]</c>, and among other lists <c>["password", "x"]</c>.</summary>
    private void MarkPairInList(ListSyntax list)
    {
        if (list.Elements is [var name, StringLiteralSyntax value]
            && (name is LiteralSyntax || list.Parent is ListSyntax)
            && SecretNameOf(name) is not null
            && SecretNameOf(value) is null)
        {
            Mark(value);
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
                Mark(item);
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
                call.Arguments.Any(argument => SecretNameOf(argument) is not null)
                    || SecretNames.Matches(ElixirFlow.NameOf(call)),
            IdentifierSyntax name => SecretNames.Matches(name.Name),
            _ => false,
        };
        if (isSecret)
        {
            foreach (var section in definition.DoBlock?.Sections ?? [])
            {
                Mark(section.Body);
            }

            foreach (var pair in definition.Arguments.Skip(1).OfType<KeywordListSyntax>().SelectMany(list => list.Pairs))
            {
                Mark(pair.Value);
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
                Mark(section.Body);
            }
        }

        if (SecretNames.Matches(name) && !IsReader(name))
        {
            foreach (var argument in call.Arguments)
            {
                Mark(argument);
            }
        }
    }

    /// <summary>The secret's name that an atom, a string, or a variable that holds one spells; null for anything else.</summary>
    private string? SecretNameOf(SyntaxNode node) => node switch
    {
        IdentifierSyntax variable => _flow.SecretNameVariables.Contains(variable.Name) ? "password" : null,
        BinaryOperatorSyntax { OperatorToken.Text: "<>" or "=" } => null,
        _ => ElixirFlow.NameIn(node) is { } name && !SecretNames.IsCookieName(name) && SecretNames.Matches(name) ? name : null,
    };

    /// <summary>
    /// Whether the arguments of a function with this name are names, not secrets: <c>System.fetch_env!("SECRET")</c>.
    /// </summary>
    private static bool IsReader(string name) =>
        name.StartsWith("get", StringComparison.Ordinal) || name.StartsWith("fetch", StringComparison.Ordinal)
        || name.StartsWith("read", StringComparison.Ordinal) || name.StartsWith("load", StringComparison.Ordinal)
        || name.StartsWith("compile_env", StringComparison.Ordinal) || name.StartsWith("pop", StringComparison.Ordinal)
        || name.StartsWith("lookup", StringComparison.Ordinal) || name.StartsWith("has_", StringComparison.Ordinal);
}
