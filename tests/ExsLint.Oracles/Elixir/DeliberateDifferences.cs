using System.Text;
using System.Text.RegularExpressions;

namespace ExsLint.Oracles.Elixir;

/// <summary>
/// Where ExsLint, in the dialect of 1.14, is meant to read a source otherwise than Elixir 1.14 does. docs/elixir-dialects.md has
/// the same list for people.
/// </summary>
public static partial class DeliberateDifferences
{
    /// <summary>Every difference.</summary>
    public static IReadOnlyList<DeliberateDifference> All { get; } =
    [
        new(
            "byte-order-mark",
            "Elixir refuses a byte order mark; ExsLint says so in a note, and reads on.",
            ["\uFEFFa"]),
        new(
            "later-unicode",
            "Names of dialects before 1.19 follow Unicode 15.1, those of Elixir 1.14 Unicode 14.",
            ["_\u0CF3", "_\u0ECE", ":\uA7AE", "_\uA7B8", "\uA7B9", "a_\u30FB", "\U0001B132", "\U0001DF25", "\U0002B739",
                "\U0002EBF0", "\U0002EE5D", "\U00031350", "\U000323AF"]),
        new(
            "later-clusters",
            "What is one grapheme cluster with a closing quote depends on the Unicode version of Erlang.",
            ["\"\U000113D1\"", "\"\U00011F02\""]),
        new(
            "clusters-in-quoted-calls",
            "The tokenizer of Elixir before 1.18 raises an exception for a quoted call whose name holds a decomposed character.",
            ["a.\"e\u0301\""]),
        new(
            "invalid-utf-8",
            "Elixir refuses bytes that are no UTF-8; ExsLint analyses the rest of such a file, with a warning. '\xff' stands "
                + "for the byte.",
            ["\"\xff\"", "# \xff"]),
    ];

    private static readonly (int First, int Last)[] LaterNameCharacters =
    [
        (0xCF3, 0xCF3), (0xECE, 0xECE), (0x30FB, 0x30FB), (0xA7AE, 0xA7AE), (0xA7B8, 0xA7B9), (0x1B132, 0x1B132),
        (0x1B155, 0x1B155),
        (0x1DF25, 0x1DF2A), (0x1E08F, 0x1E08F), (0x2B739, 0x2B739), (0x2EBF0, 0x2EE5D), (0x31350, 0x323AF),
    ];

    private static readonly int[] LaterPrependedMarks = [0x113D1, 0x11F02];

    /// <summary>
    /// Whether a source holds what the two take differently: a character, or clusters and what may be a quoted call.
    /// </summary>
    public static bool IsDifference(byte[] source)
    {
        var text = Encoding.UTF8.GetString(source);
        var hasQuotedCall = QuotedCall().IsMatch(text);
        return text.EnumerateRunes().Any(rune => rune.Value == 0xFEFF
            || LaterPrependedMarks.Contains(rune.Value)
            || LaterNameCharacters.Any(range => range.First <= rune.Value && rune.Value <= range.Last)
            || (hasQuotedCall && rune.Value is (>= 0x300 and < 0x370) or 0x600));
    }

    [GeneratedRegex("""\.\s*["']""")]
    private static partial Regex QuotedCall();
}

/// <summary>A difference on purpose.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Reason">Why it is there.</param>
/// <param name="Sources">Sources that show it, each by itself.</param>
public sealed record DeliberateDifference(string Name, string Reason, IReadOnlyList<string> Sources)
{
    /// <summary>The sources as bytes. U+00FF stands for the byte 0xFF, which UTF-8 never has.</summary>
    public IEnumerable<byte[]> Bytes => Sources.Select(source =>
        source.Split('\xff').Select(Encoding.UTF8.GetBytes).Aggregate((left, right) => [.. left, 0xFF, .. right]));
}
