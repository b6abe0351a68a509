using System.Buffers;
using ExsLint.Rules.Settings;

namespace ExsLint.Rules.Secrets;

/// <summary>
/// Finds passwords in URLs: <c>ecto://user:x@host</c>, <c>https://host/?token=x</c>. The text may have <see cref="Hole"/> where
/// something unknown stands.
/// </summary>
internal static class CredentialUrls
{
    /// <summary>Stands for what is put into a text at run time.</summary>
    public const char Hole = '\uFFFC';

    private const string SchemeEnd = "://";

    private static readonly SearchValues<char> AfterUrl = SearchValues.Create(" \t\r\n\"'<>");

    /// <summary>The hosts of examples (RFC 2606), and what people write for one.</summary>
    private static readonly string[] ExampleHosts = ["host", "hostname", "example", "example.com", "example.org", "example.net"];

    /// <summary>What people write for a password.</summary>
    private static readonly string[] ExamplePasswords = ["pass", "password", "passwd", "pw", "secret", "token", "key"];

    /// <summary>Parts of a query that open something by themselves.</summary>
    private static readonly string[] SecretParameters =
        ["password", "token", "access_token", "api_key", "apikey", "secret", "client_secret", "auth_token"];

    /// <summary>Whether a text holds a URL with a password for a host that is not this machine.</summary>
    public static bool HasPassword(string text)
    {
        for (var at = text.IndexOf(SchemeEnd, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(SchemeEnd, at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]) && IsWithPassword(text.AsSpan(at + SchemeEnd.Length)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWithPassword(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(AfterUrl);
        var url = end < 0 ? rest : rest[..end];
        var authority = AuthorityOf(url);
        var at = authority.LastIndexOf('@');
        var host = HostOf(authority[(at + 1)..]);
        if (host.Length == 0 || HostName.IsLoopback(host))
        {
            return false;
        }

        var colon = at < 0 ? -1 : authority[..at].IndexOf(':');
        return (colon >= 0 && IsPassword(authority[(colon + 1)..at], authority[..colon], host))
            || HasSecretParameter(url);
    }

    /// <summary>
    /// User, password, host and port. A password that is not escaped may hold a slash: what follows the first colon is no port
    /// then, and an at sign comes later.
    /// </summary>
    private static ReadOnlySpan<char> AuthorityOf(ReadOnlySpan<char> url)
    {
        var authority = UpToPath(url, 0);
        var at = url.LastIndexOf('@');
        var colon = authority.IndexOf(':');
        return !authority.Contains('@') && at >= 0 && colon >= 0 && !IsPort(authority[(colon + 1)..])
            ? UpToPath(url, at)
            : authority;
    }

    private static ReadOnlySpan<char> UpToPath(ReadOnlySpan<char> url, int start)
    {
        var end = url[start..].IndexOfAny('/', '?', '#');
        return end < 0 ? url : url[..(start + end)];
    }

    private static bool IsPort(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static string HostOf(ReadOnlySpan<char> authority)
    {
        if (authority.StartsWith("["))
        {
            return authority[..(authority.IndexOf(']') + 1)].ToString();
        }

        var colon = authority.IndexOf(':');
        return (colon < 0 ? authority : authority[..colon]).ToString();
    }

    private static bool IsPassword(ReadOnlySpan<char> password, ReadOnlySpan<char> user, string host)
    {
        var text = password.ToString();
        if (text.Length == 0
            || text[0] == '$'
            || text.Contains(Hole, StringComparison.Ordinal)
            || SecretValues.IsPlaceholder(text) || SecretValues.IsNothing(text))
        {
            return false;
        }

        var isExample = Array.Exists(ExamplePasswords, word => word.Equals(text, StringComparison.OrdinalIgnoreCase))
            && (Array.Exists(ExampleHosts, word => word.Equals(host, StringComparison.OrdinalIgnoreCase))
                || user.Equals("user", StringComparison.OrdinalIgnoreCase)
                || user.Equals("username", StringComparison.OrdinalIgnoreCase));
        return !isExample;
    }

    private static bool HasSecretParameter(ReadOnlySpan<char> url)
    {
        var start = url.IndexOf('?');
        if (start < 0)
        {
            return false;
        }

        foreach (var range in url[(start + 1)..].Split('&'))
        {
            var pair = url[(start + 1)..][range];
            var equals = pair.IndexOf('=');
            if (equals > 0 && Array.Exists(SecretParameters, new Parameter(pair[..equals].ToString()).Is)
                && pair[(equals + 1)..].ToString() is { Length: > 0 } value
                && !value.Contains(Hole, StringComparison.Ordinal)
                && value[0] is not ('$' or '{' or '%' or ':' or '<')
                && !SecretValues.IsPlaceholder(value)
                && !SecretValues.IsNothing(value))
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct Parameter(string Name)
    {
        public bool Is(string other) => other.Equals(Name, StringComparison.OrdinalIgnoreCase);
    }
}
