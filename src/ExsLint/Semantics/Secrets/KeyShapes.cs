using System.Buffers;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Semantics.Secrets;

/// <summary>Secrets that are known by their looks, whatever key they stand under: private keys, tokens of services.</summary>
internal static class KeyShapes
{
    private const string PrivateKey = "PRIVATE KEY-----";
    private const string EncryptedKey = "ENCRYPTED PRIVATE KEY-----";
    private const string PemStart = "-----BEGIN ";
    private const string WebToken = "eyJ";

    private const string PemEnd = "-----END";
    private const int ShortestLine = 16;

    /// <summary>The one start that has a character which no token has.</summary>
    private const string FlyToken = "FlyV1 ";

    private const int FlyLength = 30;

    /// <summary>No key or address of <see cref="Tokens"/> is shorter, nor what surrounds a private key.</summary>
    private const int ShortestToken = 16;

    private static readonly SearchValues<char> Base64Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/=");

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.=:");

    private static readonly SearchValues<char> AddressCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.=:/+");

    // What tokens start with and how many characters follow at least, as the services document them. Keys that are meant for
    // browsers are none of these: pk_live_ (Stripe), phc_ (PostHog), pk. (Mapbox).
    private static readonly (string Start, int Length, string Kind)[] Tokens =
    [
        ("ghp_", 36, "GitHub token"),
        ("gho_", 36, "GitHub token"),
        ("ghu_", 36, "GitHub token"),
        ("ghs_", 36, "GitHub token"),
        ("ghr_", 36, "GitHub token"),
        ("github_pat_", 50, "GitHub token"),
        ("glpat-", 20, "GitLab token"),
        ("xoxb-", 20, "Slack token"),
        ("xoxp-", 20, "Slack token"),
        ("xoxa-", 20, "Slack token"),
        ("xoxr-", 20, "Slack token"),
        ("xapp-", 20, "Slack token"),
        ("sk_live_", 16, "Stripe key"),
        ("rk_live_", 16, "Stripe key"),
        ("whsec_", 24, "webhook secret"),
        ("SG.", 60, "SendGrid key"),
        ("key-", 32, "Mailgun key"),
        ("sk-ant-", 30, "Anthropic key"),
        ("sk-proj-", 30, "OpenAI key"),
        ("npm_", 36, "npm token"),
        ("pypi-AgEI", 50, "PyPI token"),
        ("dop_v1_", 64, "DigitalOcean token"),
        ("shpat_", 32, "Shopify token"),
        ("shpss_", 32, "Shopify secret"),
        ("sntrys_", 30, "Sentry token"),
        ("hvs.", 24, "Vault token"),
        ("lin_api_", 32, "Linear key"),
        ("ATATT3", 60, "Atlassian token"),
        ("NRAK-", 27, "New Relic key"),
        ("HRKU-", 36, "Heroku key"),
        ("sq0csp-", 40, "Square secret"),
        ("sk.eyJ", 40, "Mapbox secret token"),
        ("AGE-SECRET-KEY-1", 50, "age key"),
        (FlyToken, FlyLength, "Fly.io token"),
        ("xkeysib-", 64, "Brevo key"),
    ];

    // The addresses to which anyone may post who knows them (Slack, Discord, Microsoft Teams).
    private static readonly (string Start, int Length)[] Webhooks =
    [
        ("https://hooks.slack.com/services/T", 20),
        ("https://discord.com/api/webhooks/", 40),
        ("https://discordapp.com/api/webhooks/", 40),
    ];

    /// <summary>Adds the spans of a content that look like such secrets, wherever they stand in it.</summary>
    public static void Find(string content, List<TextSpan> masks)
    {
        FindBehind(content, TextSpan.FromBounds(0, content.Length), WebToken, WebToken.Length, masks);
        if (content.Length < ShortestToken)
        {
            return;
        }

        FindPrivateKeys(content, masks);
        FindBehind(content, TextSpan.FromBounds(0, content.Length), FlyToken, FlyToken.Length + FlyLength, masks);

        // Most texts have no run of characters that is long enough for any of the many kinds.
        for (var start = 0; start < content.Length;)
        {
            var length = LengthOfRun(content.AsSpan(start));
            if (length >= ShortestToken)
            {
                FindInRun(content, new TextSpan(start, length), masks);
            }

            start += length + 1;
        }
    }

    private static void FindInRun(string content, TextSpan run, List<TextSpan> masks)
    {
        foreach (var (start, length, _) in Tokens)
        {
            FindBehind(content, run, start, start.Length + length, masks);
        }

        foreach (var (start, length) in Webhooks)
        {
            FindBehind(content, run, start, start.Length + length, masks);
        }
    }

    private static int LengthOfRun(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExcept(AddressCharacters);
        return length < 0 ? text.Length : length;
    }

    private static void FindPrivateKeys(string content, List<TextSpan> masks)
    {
        for (var at = content.IndexOf(PrivateKey, StringComparison.Ordinal); at >= 0;
            at = content.IndexOf(PrivateKey, at + 1, StringComparison.Ordinal))
        {
            var start = at + PrivateKey.Length;
            var end = content.IndexOf(PemEnd, start, StringComparison.Ordinal);
            end = end >= 0 ? end : content.IndexOf('"', start);
            masks.Add(TextSpan.FromBounds(start, end >= 0 ? end : content.Length));
        }
    }

    /// <summary>Adds what goes on like a token behind each place of a part where one starts.</summary>
    private static void FindBehind(string content, TextSpan part, string start, int length, List<TextSpan> masks)
    {
        for (var at = part.Start; at < part.End; at++)
        {
            var found = content.AsSpan(at, part.End - at).IndexOf(start);
            if (found < 0)
            {
                return;
            }

            at += found;
            var whole = start.Length + LengthOfRun(content.AsSpan(at + start.Length));
            if (whole >= length)
            {
                masks.Add(new TextSpan(at, whole));
            }
        }
    }

    /// <summary>What kind of secret a text is by its looks; null if it does not look like any.</summary>
    public static string? KindOf(string text)
    {
        if (text.Contains(PemStart, StringComparison.Ordinal))
        {
            return HoldsPrivateKey(text) ? "private key" : null;
        }

        if (text.StartsWith(WebToken, StringComparison.Ordinal))
        {
            return IsWebToken(text) ? "JSON Web Token" : null;
        }

        foreach (var (start, rest, kind) in Tokens)
        {
            if (text.StartsWith(start, StringComparison.Ordinal) && IsTokenBehind(text.AsSpan(start.Length), rest))
            {
                return kind;
            }
        }

        foreach (var (start, rest) in Webhooks)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase)
                && text.Length >= start.Length + rest
                && text.AsSpan(start.Length).ContainsAnyInRange('0', '9'))
            {
                return "webhook address";
            }
        }

        return null;
    }

    /// <summary>Whether a text is a certificate or a public key, which everybody may have.</summary>
    public static bool IsPublic(string text) =>
        (text.Contains(PemStart, StringComparison.Ordinal) && !HoldsPrivateKey(text))
        || text.StartsWith("ssh-", StringComparison.Ordinal)
        || text.StartsWith("ecdsa-", StringComparison.Ordinal)
        || text.StartsWith("pk_", StringComparison.Ordinal)
        || text.StartsWith("pk.", StringComparison.Ordinal)
        || text.StartsWith("phc_", StringComparison.Ordinal)
        || text.StartsWith("sb_publishable_", StringComparison.Ordinal)
        || (text.StartsWith(WebToken, StringComparison.Ordinal) && IsAnonymous(text));

    private static bool HoldsPrivateKey(string text)
    {
        var end = text.IndexOf(PrivateKey, StringComparison.Ordinal);
        return end >= 0
            && !text.AsSpan(0, end + PrivateKey.Length).EndsWith(EncryptedKey)
            && IsKeyText(FirstLine(text.AsSpan(end + PrivateKey.Length)));
    }

    /// <summary>Base 64 of some length: an example has dots, or nothing.</summary>
    private static bool IsKeyText(ReadOnlySpan<char> line) =>
        line.Length >= ShortestLine && !line.ContainsAnyExcept(Base64Characters) && line.ContainsAnyInRange('0', '9');

    /// <summary>The first line of what follows, or of what is left behind an escaped end of line: <c>\n</c> in JSON.</summary>
    private static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        text = text.StartsWith("\\n") ? text[2..] : text;
        var end = text.IndexOfAny('\n', '\r', '\\');
        return end < 0 ? text : text[..end];
    }

    private static bool IsTokenBehind(ReadOnlySpan<char> text, int length) =>
        text.Length >= length && !text.ContainsAnyExcept(TokenCharacters) && text.ContainsAnyInRange('0', '9');

    /// <summary>Three parts, the first of which names an algorithm (RFC 7519, section 3.1).</summary>
    private static bool IsWebToken(string text) =>
        text.Split('.') is [var head, { Length: > 0 }, { Length: > 16 }]
        && Decode(head) is { } header
        && header.Contains("\"alg\"", StringComparison.Ordinal)
        && !IsAnonymous(text);

    /// <summary>A token that is handed to every visitor: Supabase's <c>anon</c>.</summary>
    private static bool IsAnonymous(string text) =>
        text.Split('.') is [_, var body, _]
        && Decode(body) is { } claims
        && claims.Replace(" ", "", StringComparison.Ordinal).Contains("\"role\":\"anon\"", StringComparison.Ordinal);

    private static string? Decode(string part)
    {
        var padded = part.Replace('-', '+').Replace('_', '/').PadRight((part.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
