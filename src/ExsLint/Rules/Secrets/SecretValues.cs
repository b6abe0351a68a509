using System.Buffers;

namespace ExsLint.Rules.Secrets;

/// <summary>Tells texts that may be secrets from those that stand for one, name one, or say where one is.</summary>
internal static class SecretValues
{
    /// <summary>From this length on, a text of letters and digits without a word in it is random.</summary>
    private const int RandomLength = 16;

    /// <summary>A path of so many characters that looks random is none: <c>/</c> is a digit of base 64 as well.</summary>
    private const int LongLength = 40;

    /// <summary>What a text of random letters and digits of that length has at least, in bits a character.</summary>
    private const double RandomEntropy = 3;

    private static readonly SearchValues<char> WordCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+/=.");

    /// <summary>What people write where nothing is to be.</summary>
    private static readonly string[] Nothing =
    [
        "", "none", "nil", "null", "undefined", "unset", "notset", "not-set", "not_set", "disabled", "disable", "off", "n/a",
        "na", "false", "true", "0", "1", "no", "yes", "empty", "-",
    ];

    /// <summary>What people write until somebody fills it in.</summary>
    private static readonly string[] Placeholders =
    [
        "todo", "tbd", "fixme", "secret_here", "foo", "bar", "baz", "test", "testing", "dummy", "fake", "example", "sample",
        "placeholder", "redacted", "hidden", "masked", "removed", "filtered",
    ];

    /// <summary>What is in such texts: <c>REPLACE_WITH_KEY</c>, <c>please-change-me</c>.</summary>
    private static readonly string[] PlaceholderParts =
    [
        "changeme", "change_me", "change-me", "change me", "changethis", "change_this", "change-this", "changeit", "replaceme",
        "replace_me", "replace-me", "replace_with", "replace-with", "replacethis", "replace_this", "placeholder", "insert_",
        "insert-", "your_", "your-", "yourpassword", "yoursecret", "yourtoken", "yourkey", "yourapi", "<your", "put_your",
        "to_be_", "example_", "example-", "dummy_", "dummy-", "fake_", "fake-", "redacted", "not_a_real", "not-a-real",
        "notasecret",
    ];

    /// <summary>Where a secret is kept that is only named here: Vault, SOPS, clouds.</summary>
    private static readonly string[] References =
        ["vault:", "op://", "sm://", "ssm:", "arn:", "enc[", "file:", "env:", "secret:", "projects/", "gsm://", "aws-sm://"];

    /// <summary>Hashes of passwords: who has one does not have the password.</summary>
    private static readonly string[] Hashes = ["$2a$", "$2b$", "$2y$", "$argon2", "$pbkdf2", "$5$", "$6$", "$y$", "pbkdf2:"];

    private static readonly string[] FileEndings =
        [".pem", ".key", ".crt", ".cer", ".json", ".txt", ".p8", ".p12", ".pfx", ".jks", ".exs", ".ex", ".yml", ".yaml", ".html"];

    /// <summary>Whether a text says that there is no secret: <c>""</c>, <c>"none"</c>.</summary>
    public static bool IsNothing(string text) => Contains(Nothing, text.AsSpan().Trim());

    /// <summary>Whether a text stands for a secret that somebody is to fill in.</summary>
    public static bool IsPlaceholder(string text)
    {
        var trimmed = text.AsSpan().Trim();
        return Contains(Placeholders, trimmed)
            || Array.Exists(PlaceholderParts, part => text.Contains(part, StringComparison.OrdinalIgnoreCase))
            || IsEnclosed(trimmed)
            || IsRepeated(trimmed);
    }

    /// <summary>
    /// Whether a text names a secret or tells where one is: a path, a URL, an environment variable, an entry of a vault.
    /// </summary>
    public static bool IsReference(string text) =>
        (text[0] is '/' or '~' or '$' or '%' or '@' && !(text.Length >= LongLength && IsRandom(text)))
        || text.StartsWith("./", StringComparison.Ordinal)
        || text.StartsWith("../", StringComparison.Ordinal)
        || text.StartsWith("priv/", StringComparison.Ordinal)
        || Array.Exists(References, start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        || Array.Exists(FileEndings, end => text.EndsWith(end, StringComparison.OrdinalIgnoreCase))
        || text.Contains("://", StringComparison.Ordinal)
        || text.Contains("${", StringComparison.Ordinal)
        || text.Contains("{{", StringComparison.Ordinal)
        || text.Contains("<%", StringComparison.Ordinal)
        || text.StartsWith("Elixir.", StringComparison.Ordinal)
        || IsVariable(text);

    /// <summary>Whether a text is what is left of a password once it is hashed.</summary>
    public static bool IsHash(string text) =>
        Array.Exists(Hashes, start => text.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Whether a text looks like nothing that a person would make up: long, mixed, and without words.</summary>
    public static bool IsRandom(ReadOnlySpan<char> text) =>
        text.Length >= RandomLength
        && !text.ContainsAnyExcept(WordCharacters)
        && text.ContainsAnyInRange('0', '9')
        && (text.ContainsAnyInRange('a', 'z') || text.ContainsAnyInRange('A', 'Z'))
        && !Guid.TryParseExact(text, "D", out _)
        && LongestPiece(text) >= 12
        && Entropy(text) >= RandomEntropy;

    /// <summary>Whether a text is an address of a blockchain, which everyone may have: <c>0x</c> and forty digits.</summary>
    public static bool IsAddress(string text) =>
        text is ['0', 'x', .. { Length: 40 } digits] && digits.All(char.IsAsciiHexDigit);

    /// <summary>Whether bytes that are no text look like a key.</summary>
    public static bool IsRandom(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < RandomLength)
        {
            return false;
        }

        var seen = new HashSet<byte>();
        foreach (var value in bytes)
        {
            seen.Add(value);
        }

        return seen.Count >= RandomLength / 2;
    }

    /// <summary>Whether a text is a word of a program: <c>user_token</c>, <c>x-api-key</c>, <c>MyApp.Token</c>.</summary>
    public static bool IsName(string text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetter(character) && character is not ('_' or '-' or '.' or ':'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The name of an environment variable: capitals, and an underscore among them.</summary>
    private static bool IsVariable(string text)
    {
        var hasUnderscore = false;
        foreach (var character in text)
        {
            hasUnderscore |= character == '_';
            if (!char.IsAsciiLetterUpper(character) && !char.IsAsciiDigit(character) && character != '_')
            {
                return false;
            }
        }

        return hasUnderscore && char.IsAsciiLetterUpper(text[0]) && !text.AsSpan().ContainsAnyInRange('2', '9');
    }

    private static bool IsEnclosed(ReadOnlySpan<char> text) => text.Length > 1 && (text[0], text[^1]) is
        ('<', '>') or ('[', ']') or ('{', '}') or ('%', '%') or ('#', '#') or ('_', '_') or ('@', '@') or ('*', '*');

    /// <summary><c>xxxx</c>, <c>****</c>, <c>0000-0000</c>, <c>...</c></summary>
    private static bool IsRepeated(ReadOnlySpan<char> text)
    {
        if (text.Length < 3)
        {
            return false;
        }

        foreach (var character in text)
        {
            if (character != text[0] && character is not ('-' or ' ' or '_'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Contains(string[] words, ReadOnlySpan<char> text)
    {
        foreach (var word in words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int LongestPiece(ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var range in text.SplitAny('_', '-', '.', '/'))
        {
            longest = Math.Max(longest, text[range].Length);
        }

        return longest;
    }

    private static double Entropy(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[128];
        counts.Clear();
        foreach (var character in text)
        {
            counts[character & 127]++;
        }

        var bits = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
            {
                var share = (double)count / text.Length;
                bits -= share * Math.Log2(share);
            }
        }

        return bits;
    }
}
