using System.Buffers;

namespace ExsLint.Semantics.Secrets;

/// <summary>
/// Tells the names that people give to secrets. A name is read word by word: <c>db_password</c>, <c>accessKey</c>,
/// <c>db.password</c>. What only describes a secret is none: <c>password_min_length</c>, <c>reset_password_path</c>.
/// </summary>
internal static class SecretNames
{
    private static readonly SearchValues<char> CookieNameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <summary>
    /// Words that name a secret wherever in a name they stand, unless a word of <see cref="Properties"/> follows.
    /// </summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = WordsOf(
        "password", "passwords", "passwd", "passwort", "pw", "pws", "pwd", "passphrase", "passphrases", "passcode", "pgpass",
        "htpasswd", "dbpass", "userpw", "pswd", "totp", "mnemonic", "pepper",
        "secret", "secrets", "token", "tokens", "jwt", "jwts", "salt", "salts", "credential", "credentials", "cred", "creds",
        "psk", "psks",
        "dsn", "webhook", "webhooks", "bearer", "authorization", "signer", "signers", "userinfo", "cookie", "cookies");

    /// <summary>Words that name a secret only at a name's end: <c>key</c>, but not <c>key_type</c>.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> LastWords =
        WordsOf("key", "keys", "pass", "auth", "pin", "pins");

    /// <summary>Ends of words that are written together: <c>dbpassword</c>, <c>setcookie</c>, <c>secretkeybase</c>.</summary>
    private static readonly string[] Ends =
    [
        "password", "passwords", "passwd", "passphrase", "secret", "secrets", "token", "tokens", "apikey", "apikeys",
        "privatekey", "secretkey",
        "accesskey", "authkey", "signingkey", "encryptionkey", "keybase", "credentials", "cookie",
    ];

    /// <summary>What <see cref="Ends"/> end with.</summary>
    private static readonly SearchValues<char> LastCharacters = SearchValues.Create("desntyDESNTY");

    /// <summary>Words behind a secret's name that leave it one: <c>secret_key_base</c>, <c>password_old</c>.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Fillers = WordsOf(
        "base", "base64", "hex", "value", "values", "string", "hash", "phrase", "word", "old", "new", "current", "previous",
        "primary", "secondary",
        "default", "prod", "production", "dev", "test", "a", "b", "raw", "plain", "plaintext", "data", "code", "pem",
        "octet");

    /// <summary>Kinds of keys that are no secrets: <c>public_key</c>, <c>primary_key</c>.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> OpenKeys = WordsOf(
        "public", "primary", "foreign", "cache", "partition", "sort", "hash", "group", "index", "unique", "lookup", "map",
        "setting");

    /// <summary>What a limit or a switch starts with: <c>max_tokens</c>, <c>allow_credentials</c>.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Limits =
        WordsOf(
            "max", "maximum", "min", "minimum", "num", "number", "count", "hide", "show", "allow", "require", "enable", "disable",
            "use", "has", "is",
            "verify", "check", "validate", "filter", "mask");

    /// <summary>Words for something about a secret, or beside one.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Properties = WordsOf(
        "length", "len", "hashing", "hasher", "hashers", "policies", "algorithms", "min", "max", "size", "bytes", "bits", "count",
        "limit", "ttl", "age", "expiry", "expires", "expiration", "expire", "lifetime",
        "validity", "valid", "duration", "timeout", "interval", "days", "hours", "minutes", "seconds", "ms", "sec", "path",
        "paths", "file", "filename",
        "dir", "directory", "folder", "url", "uri", "endpoint", "host", "hostname", "port", "domain", "site", "algorithm", "alg",
        "algo", "type", "kind",
        "format", "encoding", "name", "username", "user", "id", "ids", "flag", "flags", "attrs", "attributes", "attr", "enabled",
        "enable", "disabled",
        "required", "require", "requirement", "requirements", "policy", "rule", "rules", "strategy", "module", "mod", "provider",
        "store", "storage",
        "backend", "adapter", "handler", "fun", "fn", "function", "callback", "reset", "change", "rotation", "regex", "pattern",
        "header", "headers",
        "field", "fields", "param", "params", "column", "table", "label", "title", "message", "prefix", "mode", "opts", "options",
        "option", "config",
        "configuration", "settings", "check", "validation", "validator", "error", "page", "route", "form", "template", "email",
        "link", "environment",
        "argument", "arguments", "variable", "var", "env", "exs", "ex", "txt", "service", "conf", "cert", "rounds", "cost",
        "iterations", "only",
        "issuer", "audience", "scope", "scopes", "generator", "manager", "version", "database", "pool", "scheme", "protocol",
        "level");

    /// <summary>Whether something with this name is a secret.</summary>
    public static bool Matches(ReadOnlySpan<char> name) => Read(name).IsSecret;

    /// <summary>Whether the name is that of many secrets: then what stands under it may be a map with secrets for keys.</summary>
    public static bool IsPlural(ReadOnlySpan<char> name) => Read(name) is { IsSecret: true, IsPlural: true };

    /// <summary>
    /// Whether the name is that of something about a secret, or beside one: <c>host</c>, <c>ttl</c>, <c>same_site</c>.
    /// </summary>
    public static bool IsProperty(ReadOnlySpan<char> name)
    {
        var last = "";
        foreach (var range in new NameWords(name))
        {
            last = name[range].ToString();
        }

        return Properties.Contains(last) && !Matches(name);
    }

    /// <summary>
    /// Whether the name is that of a way to authenticate, and of a secret only where a text stands under it: <c>auth</c>.
    /// </summary>
    public static bool IsAuth(ReadOnlySpan<char> name) => name.EndsWith("auth", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the name is <c>key</c> alone, which in a session's options names the cookie.</summary>
    public static bool IsBareKey(ReadOnlySpan<char> name) => name.Equals("key", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the text is the name of a session's cookie as Phoenix makes it: <c>_my_app_key</c>.</summary>
    public static bool IsCookieName(ReadOnlySpan<char> text) =>
        text.StartsWith("_") && text.EndsWith("_key") && !text.ContainsAnyExcept(CookieNameCharacters);

    /// <summary>
    /// Whether a pair names a cookie instead of holding one: <c>session_cookie: "_shop"</c>. The cookie of Erlang's distribution
    /// is called <c>cookie</c> alone.
    /// </summary>
    public static bool NamesCookie(ReadOnlySpan<char> name, ReadOnlySpan<char> text) =>
        name.EndsWith("_cookie") && text.StartsWith("_") && text.Length > 1 && !text.ContainsAnyExcept(CookieNameCharacters);

    /// <summary>Whether a key beside <c>key:</c> tells that all of them are a session's options.</summary>
    public static bool IsSessionOption(ReadOnlySpan<char> name) =>
        name is "store" or "signing_salt" or "encryption_salt" or "same_site" or "max_age" or "http_only";

    private static (bool IsSecret, bool IsPlural) Read(ReadOnlySpan<char> name)
    {
        bool isSecret = false, isLast = false, isPlural = false, isWebhook = false;
        ReadOnlySpan<char> first = [], before = [];
        foreach (var range in new NameWords(name))
        {
            var word = name[range].TrimEnd("0123456789");
            first = first.IsEmpty ? word : first;
            var isOpenKey = word.StartsWith("key", StringComparison.OrdinalIgnoreCase) && OpenKeys.Contains(before);
            if (Words.Contains(word) || EndsAsOne(word) || (LastWords.Contains(word) && !isOpenKey))
            {
                isSecret = true;
                isLast = LastWords.Contains(word);
                isPlural = word[^1] is 's' or 'S' && !word.EndsWith("pass", StringComparison.OrdinalIgnoreCase);
                isWebhook = word.StartsWith("webhook", StringComparison.OrdinalIgnoreCase);
            }
            else if (isSecret && word.Length > 0)
            {
                var isUndone = isOpenKey || (Properties.Contains(word) && !isWebhook) || (isLast && !Fillers.Contains(word));
                isSecret = !isUndone;
            }

            isSecret |= word is "phrase" or "phrases" or "codes" && before is "seed" or "recovery" or "backup" or "wallet";
            before = word;
        }

        return (isSecret && !Limits.Contains(first), isPlural);
    }

    /// <remarks>Not frozen: that takes longer than all questions of a run.</remarks>
    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> WordsOf(params string[] words) =>
        new HashSet<string>(words, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool EndsAsOne(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || !LastCharacters.Contains(word[^1]))
        {
            return false;
        }

        foreach (var end in Ends)
        {
            if (end[^1] == (word[^1] | 0x20) && word.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the arguments of a function with this name are names, not secrets: <c>System.fetch_env!("SECRET")</c>.
    /// </summary>
    public static bool IsReader(string name) =>
        name.StartsWith("get", StringComparison.Ordinal) || name.StartsWith("fetch", StringComparison.Ordinal)
        || name.StartsWith("read", StringComparison.Ordinal) || name.StartsWith("load", StringComparison.Ordinal)
        || name.StartsWith("compile_env", StringComparison.Ordinal) || name.StartsWith("pop", StringComparison.Ordinal)
        || name.StartsWith("lookup", StringComparison.Ordinal) || name.StartsWith("has_", StringComparison.Ordinal);

    /// <summary>Whether a variable has a secret's name. What is called <c>key</c> alone is mostly the key of a list.</summary>
    public static bool MatchesVariable(string name) => Matches(name) && name is not ("key" or "keys");
}
