using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Secrets;
using ExsLint.Syntax.Elixir.Literals;

namespace ExsLint.Rules.Secrets;

/// <summary>Judges a text by the name of the key it stands under.</summary>
internal static class NamedSecret
{
    /// <summary>Keys beside a password that tell of a connection.</summary>
    private static readonly string[] ConnectionKeys =
        ["username", "user", "login", "hostname", "host", "server", "relay", "database", "adapter", "port"];

    private static readonly string[] HostKeys =
        ["hostname", "host", "server", "relay", "socket", "socket_dir", "url", "endpoint"];

    /// <summary>What databases and queues are installed with, for connections from the machine itself.</summary>
    private static readonly string[] LocalPasswords =
        ["postgres", "guest", "password", "root", "admin", "mysql", "redis", "rabbitmq", "minioadmin"];

    /// <summary>Words that say how something authenticates.</summary>
    private static readonly string[] Modes =
        ["bearer", "basic", "digest", "jwt", "access", "refresh", "header", "cookie", "session", "query", "body", "plain"];

    private static readonly string[] TokenWords = ["token", "csrf", "session", "auth", "header", "cookie", "param"];

    private static readonly string[] Schemes = ["Bearer ", "Basic ", "Token "];

    /// <summary>Whether a text that stands under a secret's name is a secret.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="text">The text.</param>
    /// <param name="isFallback">
    /// Whether it holds while an environment variable is not set: then a placeholder is a secret that everyone guesses.
    /// </param>
    public static bool Is(SecretPlace place, string text, bool isFallback = false)
    {
        text = place.Key.Equals("authorization", StringComparison.OrdinalIgnoreCase) ? WithoutScheme(text) : text;
        if (place.Strength == KeyStrength.None
            || SecretValues.IsNothing(text)
            || (!isFallback && SecretValues.IsPlaceholder(text))
            || SecretValues.IsReference(text)
            || SecretValues.IsHash(text)
            || SecretValues.IsAddress(text)
            || KeyShapes.IsPublic(text)
            || IsLocalDefault(place, text))
        {
            return false;
        }

        return place.Strength == KeyStrength.Weak
            ? SecretValues.IsRandom(text)
            : !IsAccessKeyId(place.Key, text) && (!IsText(place, text) || isFallback) && !IsWord(place, text, isFallback);
    }

    /// <summary>Whether keys beside it tell that something connects with it.</summary>
    private static bool IsInConnection(SecretPlace place) =>
        place.Holder is { } holder && Array.Exists(ConnectionKeys, key => Entries.Find(holder, key) is not AbsentValue);

    /// <summary>A password that only connections from the machine itself are let in with.</summary>
    private static bool IsLocalDefault(SecretPlace place, string text)
    {
        if (place.Holder is not { } holder
            || (!LocalPasswords.Contains(text) && (Entries.Find(holder, "username") as BinaryValue)?.Text != text))
        {
            return false;
        }

        var isAnywhere = false;
        foreach (var key in HostKeys)
        {
            var host = Entries.Find(holder, key);
            if (ChoiceValue.Flatten(host).Any(IsLoopback))
            {
                return true;
            }

            isAnywhere |= host is not (AbsentValue or AtomValue { IsNil: true });
        }

        // Where no host is named, a database is on this machine (Postgrex 0.22, MyXQL 0.8: hostname).
        return !isAnywhere && Entries.Find(holder, "username") is not AbsentValue
            && (place.Parent?.Key.EndsWith("Repo", StringComparison.Ordinal) == true
                || Entries.Find(holder, "database") is not AbsentValue);
    }

    /// <summary>Whether a host is this machine, or is while its variable is not set.</summary>
    private static bool IsLoopback(AbstractValue host) => host switch
    {
        BinaryValue { Text: var name } => HostName.IsLoopback(name),
        UnknownValue unknown => Fallbacks.WrittenIn(unknown) is var (_, literal)
            && StringContent.GetText(literal) is { } name && HostName.IsLoopback(name),
        _ => false,
    };

    /// <summary>A text for people: a message, a label.</summary>
    private static bool IsText(SecretPlace place, string text) =>
        text.AsSpan().ContainsAny(' ', '\t')
        && !IsInConnection(place)
        && !place.Key.Contains("phrase", StringComparison.OrdinalIgnoreCase)
        && !place.Key.Contains("mnemonic", StringComparison.OrdinalIgnoreCase)
        && !place.Key.Contains("secret_key", StringComparison.OrdinalIgnoreCase);

    /// <summary>A word of a program under a secret's name: the name of a field, a kind of token, a module.</summary>
    private static bool IsWord(SecretPlace place, string text, bool isFallback)
    {
        if (!SecretValues.IsName(text))
        {
            return false;
        }

        var isToken = place.Key.Contains("token", StringComparison.OrdinalIgnoreCase);
        return text[0] == '_'
            || (text.Contains('.', StringComparison.Ordinal) && char.IsAsciiLetterUpper(text[0]))
            || Array.Exists(Modes, word => word.Equals(text, StringComparison.OrdinalIgnoreCase))
            || (!isFallback && place.Key.EndsWith(text, StringComparison.OrdinalIgnoreCase) && text.Length > 1
                && !IsInConnection(place))
            || (isToken && !isFallback
                && Array.Exists(TokenWords, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The name of a key of Amazon's, which is none: <c>AKIA…</c>.</summary>
    private static bool IsAccessKeyId(string key, string text) =>
        key.EndsWith("access_key", StringComparison.OrdinalIgnoreCase) && text.Length == 20 && text[..4] is "AKIA" or "ASIA";

    private static string WithoutScheme(string text) =>
        Array.Find(Schemes, scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) is { } found
            ? text[found.Length..]
            : text;
}
