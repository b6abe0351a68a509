namespace ExsLint.Reporting.Masking;

/// <summary>Tells the names that people give to secrets. Says yes rather than no: a masked host name does less harm than a shown key.</summary>
internal static class SecretNames
{
    private static readonly string[] Parts =
    [
        "secret", "passw", "passphrase", "pwd", "token", "salt", "credential", "apikey", "api_key", "private_key", "privatekey",
        "signing", "signer", "encryption", "webhook", "dsn", "bearer", "authorization",
    ];

    private static readonly string[] Endings = ["key", "keys", "key_base", "pass", "cookie", "pin", "auth"];

    /// <summary>Whether something with this name may be a secret. Case and the choice of <c>-</c> or <c>_</c> mean nothing.</summary>
    public static bool Matches(ReadOnlySpan<char> name)
    {
        foreach (var part in Parts)
        {
            if (Contains(name, part))
            {
                return true;
            }
        }

        foreach (var ending in Endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
                && (name.Length == ending.Length || name[^(ending.Length + 1)] is '_' or '-'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contains(ReadOnlySpan<char> name, string part)
    {
        if (name.Contains(part, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return part.Contains('_', StringComparison.Ordinal)
            && name.Contains(part.Replace('_', '-'), StringComparison.OrdinalIgnoreCase);
    }
}
