using System.Collections.Immutable;
using System.Security.Cryptography;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Frameworks.Akkoma;

/// <summary>
/// The secrets that stand in Akkoma's and Pleroma's public sources, as SHA-256. Whoever runs an instance with one of them shares
/// it with everybody.
/// </summary>
public static class PublishedSecrets
{
    private static ImmutableArray<PublishedSecret> All =>
    [
        new("config/config.exs", "aK", "9215de228c85e92beeda58f8e9186d9fd7b6becacfc2d4f885f87b4826b88ee9"),
        new("config/dokku.exs of Pleroma", "+S", "5a1c6b45d9d40a613e5cacf7fabbd2cdb037b89623f41f437201a3fb161da537"),
        new("config/config.exs", "U5", "44cba8735dd314038f641239f9c3f13a8e24bb4f8d78e8def85519866656ee2f"),
    ];

    /// <summary>The file of the upstream sources that holds a secret; null if none is known.</summary>
    /// <param name="value">A value of the configuration.</param>
    public static string? SourceOf(AbstractValue value)
    {
        if (value is not BinaryValue { Bytes.IsEmpty: false } binary)
        {
            return null;
        }

        foreach (var known in All)
        {
            if (known.Matches(binary))
            {
                return known.Source;
            }
        }

        return null;
    }

    /// <param name="Source">Where it stands (Akkoma 3.16, Pleroma 2.7).</param>
    /// <param name="Start">What it starts with: others need no digest.</param>
    /// <param name="Digest">The SHA-256 of all of it.</param>
    private sealed record PublishedSecret(string Source, string Start, string Digest)
    {
        public bool Matches(BinaryValue binary) => binary.Bytes[0] == Start[0]
            && binary.Bytes.Length > 1 && binary.Bytes[1] == Start[1]
            && Convert.ToHexStringLower(SHA256.HashData(binary.Bytes.AsSpan())) == Digest;
    }
}
