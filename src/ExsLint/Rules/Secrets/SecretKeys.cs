using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Secrets;

namespace ExsLint.Rules.Secrets;

/// <summary>How sure a key's name makes it that a secret stands there.</summary>
internal enum KeyStrength
{
    /// <summary>The name says nothing of a secret.</summary>
    None,

    /// <summary>A secret may stand there: text that looks random is one.</summary>
    Weak,

    /// <summary>A secret stands there: any text that is no placeholder is one.</summary>
    Strong,
}

/// <summary>
/// Tells which keys of settings hold secrets. Masking hides all that may be secret, a rule reports what is: of the names that
/// <see cref="SecretNames"/> knows, these are the ones that are hardly used for anything else.
/// </summary>
internal static class SecretKeys
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> StrongWords = WordsOf(
        "password", "passwords", "passwd", "passwort", "pwd", "pass", "passphrase", "passcode", "secret", "secrets", "token",
        "apikey", "credential", "psk", "mnemonic", "pepper", "signer");

    /// <summary>What stands before <c>key</c> in the names of keys that open something.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> StrongKeys = WordsOf(
        "api", "secret", "private", "access", "encryption", "signing", "auth", "master", "consumer", "hmac", "jwt", "vault",
        "cipher", "service", "admin", "shared", "deploy", "account", "app");

    /// <summary>Words behind a secret's name that leave it one: <c>secret_key_base</c>, <c>key_pem</c>.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Fillers = WordsOf(
        "base", "base64", "hex", "value", "string", "pem", "raw", "plain", "plaintext", "old", "new", "current",
        "previous", "primary", "secondary", "default", "prod", "production");

    /// <summary>
    /// Words that make a name none of a secret: public keys, the keys of containers, what a cookie or a field is called, texts.
    /// </summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Others = WordsOf(
        "public", "publishable", "primary", "foreign", "cache", "partition", "sort", "index", "unique", "lookup", "setting",
        "site", "client", "cookie", "header", "headers", "session", "param", "storage", "csrf", "salt", "salts", "reset",
        "forgot", "invalid", "wrong", "incorrect", "confirm", "expired", "missing", "test",
        "example", "sample", "dummy", "fake", "mock",
        "hash", "hashed", "encrypted", "dsn", "webhook", "webhooks", "algorithm", "object", "bucket", "route", "routing",
        "search", "browser", "maps");

    /// <summary>Words that stand before a secret all the same: <c>client_secret</c>, <c>webhook_secret</c>.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> OwnersOfSecrets = WordsOf(
        "client", "webhook", "webhooks", "site", "session", "storage", "bucket", "object", "cookie", "primary", "test");

    /// <summary>Ends of words that are written together: <c>dbpassword</c>, <c>secretkeybase</c>.</summary>
    private static readonly string[] Ends = ["password", "secret", "token", "apikey", "privatekey", "secretkey", "keybase"];

    /// <summary>How sure the name of a key, or of an environment variable, is.</summary>
    public static KeyStrength Of(string name)
    {
        if (name is "key_octet")
        {
            // The key of a signer (Joken.Signer, Joken 2).
            return KeyStrength.Strong;
        }

        if (name.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal) || !SecretNames.Matches(name))
        {
            return KeyStrength.None;
        }

        ReadOnlySpan<char> last = [], before = [];
        var (isOther, owner) = (false, false);
        foreach (var range in new NameWords(name))
        {
            var word = name.AsSpan()[range].TrimEnd("0123456789");
            if (word.IsEmpty || (!last.IsEmpty && Fillers.Contains(word)))
            {
                continue;
            }

            before = last;
            last = word;
            isOther |= Others.Contains(word) && !OwnersOfSecrets.Contains(word);
            owner |= OwnersOfSecrets.Contains(word);
        }

        if (last.Equals("cookie", StringComparison.OrdinalIgnoreCase))
        {
            // The cookie of a node; what ends so is the name of a session's.
            return before.IsEmpty ? KeyStrength.Weak : KeyStrength.None;
        }

        var strength = isOther ? KeyStrength.None : StrengthOf(last, before);
        return owner && !IsSecretWord(last) && !IsSecretWord(before) ? KeyStrength.None : strength;
    }

    /// <summary>Whether all entries of a list under this name are secrets: <c>passwords</c>, <c>api_keys</c>.</summary>
    public static bool HoldsMany(string name) =>
        name.EndsWith('s') && !name.EndsWith("tokens", StringComparison.OrdinalIgnoreCase) && Of(name) == KeyStrength.Strong;

    /// <summary>
    /// Whether the name is that of a property: then what stands under it is none, whatever it is called elsewhere.
    /// </summary>
    public static bool IsProperty(string name) => SecretNames.IsProperty(name);

    private static KeyStrength StrengthOf(ReadOnlySpan<char> last, ReadOnlySpan<char> before)
    {
        if (StrongWords.Contains(last) || EndsAsOne(last))
        {
            return KeyStrength.Strong;
        }

        return last is "key" or "keys" or "KEY" or "KEYS" or "Key" && !before.IsEmpty && StrongKeys.Contains(before)
            ? KeyStrength.Strong
            : KeyStrength.Weak;
    }

    private static bool IsSecretWord(ReadOnlySpan<char> word) =>
        word.StartsWith("secret", StringComparison.OrdinalIgnoreCase)
        || word.StartsWith("pass", StringComparison.OrdinalIgnoreCase)
        || word.Equals("private", StringComparison.OrdinalIgnoreCase)
        || word.Equals("access", StringComparison.OrdinalIgnoreCase);

    private static bool EndsAsOne(ReadOnlySpan<char> word)
    {
        foreach (var end in Ends)
        {
            if (word.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <remarks>Not frozen: that takes longer than all questions of a run.</remarks>
    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> WordsOf(params string[] words) =>
        new HashSet<string>(words, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
