using System.Security.Cryptography;
using System.Text;

namespace ExsLint.Frameworks.Published;

/// <summary>
/// Secrets that upstreams publish: examples and defaults in their repositories. They are kept as SHA-256, so that this list
/// tells nobody a key. Beside each stands the version or commit that it was read in.
/// </summary>
public static class PublishedSecrets
{
    private const string Akkoma = "Akkoma and Pleroma";
    private const string Mobilizon = "Mobilizon";
    private const string EnvironmentOfBlockscout = "docker-compose/envs/common-blockscout.env";

    /// <summary>
    /// What each starts with, the SHA-256 of all of it, and where it stands. Nothing that starts otherwise is hashed: the first
    /// digest of a run loads a library of the system, which costs more than a small run.
    /// </summary>
    private static readonly Lazy<(string Start, string Digest, PublishedSecret Secret)[]> Constants = new(CreateTable);

    /// <summary>The constant that a value is; null if it is none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="application">The application it is a setting of; null for the variable of a unit.</param>
    /// <param name="variable">The environment variable that holds it, or that it is the default of; null for none.</param>
    public static PublishedSecret? Find(ReadOnlySpan<byte> value, string? application = null, string? variable = null)
    {
        string? digest = null;
        foreach (var (start, expected, secret) in Constants.Value)
        {
            if (value.Length >= start.Length && value[0] == start[0] && value[1] == start[1]
                && (digest ??= Convert.ToHexStringLower(SHA256.HashData(value))) == expected)
            {
                return IsMeant(secret, application, variable) ? secret : null;
            }
        }

        return null;
    }

    /// <inheritdoc cref="Find(ReadOnlySpan{byte}, string?, string?)"/>
    public static PublishedSecret? Find(string value, string? application = null, string? variable = null) =>
        Find(Encoding.UTF8.GetBytes(value), application, variable);

    private static bool IsMeant(PublishedSecret secret, string? application, string? variable) => secret.OnlyIn is not { } only
        || only == application
        || variable?.StartsWith(only + "_", StringComparison.OrdinalIgnoreCase) == true;

    private static (string Start, string Digest, PublishedSecret Secret)[] CreateTable() =>
    [
        // Akkoma (1721746e), config/config.exs: secret_key_base, live_view, signing_salt. Pleroma has the same.
        ("aK", "9215de228c85e92beeda58f8e9186d9fd7b6becacfc2d4f885f87b4826b88ee9", new(Akkoma, "config/config.exs")),
        ("U5", "44cba8735dd314038f641239f9c3f13a8e24bb4f8d78e8def85519866656ee2f",
            new(Akkoma, "config/config.exs", PublishedUse.Salt)),
        ("Cq", "afc587f160aeda947c4da7cd2b1c36bf72dde07fecc053508ba43bfba2bfddbb",
            new(Akkoma, "config/config.exs", PublishedUse.Salt)),

        // Pleroma, as its fork Rebased has it (4e45f7bc), config/dokku.exs: secret_key_base.
        ("+S", "5a1c6b45d9d40a613e5cacf7fabbd2cdb037b89623f41f437201a3fb161da537", new(Akkoma, "config/dokku.exs")),

        // Blockscout 11.2.7 (86092e0c): secret_key_base where SECRET_KEY_BASE is not set, and the one of its containers.
        ("RM", "dd10d44a5927b44674622968443ef5faed1d258bb2237eb362937410ddf377c3", new("Blockscout", "config/runtime/dev.exs")),
        ("56", "ef922ab065379bc56bbfadacc811e9da33088b1be788d68e3aa9273bcbc35371", new("Blockscout", EnvironmentOfBlockscout)),

        // Mobilizon 1.0.0-dev (037aa4f9), config/config.exs: secret_key_base, and secret_key of Guardian.
        ("1y", "dd2903b0f25ffef7ff440d004f5ac9193a718278dd0e969d1fda7b001303609a", new(Mobilizon, "config/config.exs")),
        ("ty", "a2e9cee7db2aebc960e54d7706a49688438e52d171f467f8d5118753c0e5de38", new(Mobilizon, "config/config.exs")),

        // Mobilizon (126727bf), config/docker.exs: both, where their variables are not set. It is a word that others use, too.
        ("ch", "62f196fe59c6f78d7f332ae80f55e6e869d8e7fbc589855b5a1a21b9249408ca",
            new(Mobilizon, "config/docker.exs") { OnlyIn = "mobilizon" }),

        // TeslaMate 4.2.0-dev, config/config.exs: secret_key_base; 1.x (0203ffd9): the salt of LiveView.
        ("Kz", "f7be9f241366f4fc87cd75e72dbd79ada1d810cd8d29314048c3303a0b2ab2b5", new("TeslaMate", "config/config.exs")),
        ("6n", "9ec8739e2e1c6f208a65737aaeca9c43ec08f0d59a04920017f13c44ade32663",
            new("TeslaMate", "config/config.exs", PublishedUse.Salt)),
    ];
}
