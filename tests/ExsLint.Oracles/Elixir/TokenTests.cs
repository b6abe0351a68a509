using System.Globalization;
using System.Text;

namespace ExsLint.Oracles.Elixir;

/// <summary>ExsLint and Elixir 1.14 agree on generated names, numbers, escapes and quotes.</summary>
public sealed class TokenTests(ElixirOracle oracle) : IClassFixture<ElixirOracle>
{
    private const int Count = 40_000;

    // Letters that Elixir allows in names, marks that join them, and what it allows in none, of scripts that go together and that
    // do not.
    private static readonly string[] NameParts =
    [
        "a", "Z", "_", "1", "?", "!", "@", "é", "Ä", "µ", "μ", "Ω", "ά", "б", "Я", "й", "и", "א", "ع", "ي", "क", "ক", "ো", "ে",
        "া", "ี", "ก",
        "中", "国", "々", "〇", "か", "カ", "ー", "ゝ", "한", "글", "ㄅ", "一", "\u0300", "\u0301", "\u0323", "\u0308", "\u0327", "\u3099",
        "\u093C", "\u094D",
        "\u0653", "\u0345", "\u0342", "\u200D", "\u200C", "·", "‿", "ª", "²", "Ⅷ", "ǅ", "ℵ", "ａ", "𝐚", "𐐀", "😀", "×", "\u00A0",
        "e", "o", "w", "ı",
        "ё", "ї", "α", "ι", "γ", "ա", "ლ", "አ", "\u0308\u0301", "\u0CC6", "\u0CC2", "\u0CD5", "\u0DD9", "\u0DCA", "\u0DCF",
    ];

    private static readonly string[] NumberParts =
    [
        "0", "1", "7", "8", "9", "00", "10", "123", "_", "__", ".", "..", "e", "E", "+", "-", "x", "X", "o", "b", "B", "a", "F",
        "f", "e10", "e-10",
        "e+3", "e308", "e309", "e-400", "1.7976931348623157", "1.7976931348623159", "2.2250738585072014e-308", "5.0e-324",
        "1.0e-323", "4.9406564584124654e-324", "9007199254740993", "0x", "0b", "0o",
        "99999999999999999999", " ", "\n", "?", "?a", "?\\", "&", "(", ")", "é", ":", "a: ", "0.1", "1.0", "e22", "e23",
    ];

    private static readonly string[] QuoteParts =
    [
        "\\", "\\\\", "\"", "'", "\\\"", "\\'", "\\n", "\\x", "\\x4", "\\x41", "\\x{41}", "\\x{110000}", "\\xff", "\\xC3\\xA9",
        "\\u", "\\u00e9", "\\u{1F600}",
        "\\u{110000}", "\\ud800", "\\u{0000041}", "\\u{}", "{", "}", "#", "#{", "#{a}", "\\#{", "#{\"", "a", "b c", "\n", "\r\n",
        "\\\n", "\\\r\n", "\t", " ", "é", "e\u0301", "😀", "\u202E", "\u2028",
        "\u0600", "\\s", "\\d", "\\0", "\\é", ":", ": 1", "(", ")", "[", "]", "<", ">", "|", "/", "\"\"\"", "'''", "\\\"\"\"",
        "~s", "~S", "~w", "~c", "~aB", "~AB", "m", "1", "\n\"\"\"", "\n  \"\"\"", "\r",
    ];

    private static readonly string[] Openings =
    [
        "\"", "'", ":\"", ":'", "\"\"\"\n", "'''\n", "\"\"\"\n  ", "~s(", "~S(", "~s\"\"\"\n", "~S'''\n  ", "~w|", "~s{", "~S<",
        "~s\"", "a.\"", "[\"", "f \"", "?", "?\\", "~r/",
    ];

    [OracleFact("elixir", IsLong = true)]
    public void Names_of_any_characters_agree() => AssertAgree(random =>
    {
        var name = Draw(random, NameParts, 6);
        return random.Next(6) switch
        {
            0 => ":" + name,
            1 => $"[{name}: 1]",
            2 => "A." + name,
            3 => $"f({name})",
            4 => "a_" + name,
            _ => name,
        };
    });

    [OracleFact("elixir", IsLong = true)]
    public void Numbers_and_characters_agree() => AssertAgree(random => Draw(random, NumberParts, 7));

    [OracleFact("elixir", IsLong = true)]
    public void Quotes_and_escapes_agree() => AssertAgree(random =>
    {
        var opening = Openings[random.Next(Openings.Length)];
        var quote = opening.TrimEnd();
        return opening + Draw(random, QuoteParts, 8) + random.Next(8) switch
        {
            0 => "\"",
            1 => "'",
            2 => "\": 1]",
            3 => ")a",
            _ when quote.EndsWith("\"\"\"", StringComparison.Ordinal) => random.Next(2) == 0 ? "\n\"\"\"" : "\n  \"\"\"",
            _ when quote.EndsWith("'''", StringComparison.Ordinal) => "\n'''a",
            _ when quote.Contains('"', StringComparison.Ordinal) => "\"",
            _ when quote.Contains('\'', StringComparison.Ordinal) => "'",
            _ => quote[^1] switch { '(' => ")", '{' => "}", '<' => ">", _ => quote[^1].ToString() },
        };
    });

    private static string Draw(Random random, string[] parts, int most)
    {
        var text = new StringBuilder();
        for (var i = random.Next(most); i >= 0; i--)
        {
            text.Append(parts[random.Next(parts.Length)]);
        }

        return text.ToString();
    }

    private void AssertAgree(Func<Random, string> generate)
    {
        // A gate must not depend on luck; other seeds are for those who look for trouble.
        var seed = int.Parse(Environment.GetEnvironmentVariable("EXSLINT_SEED") ?? "1", CultureInfo.InvariantCulture);
        var random = new Random(seed);
        var sources = Enumerable.Range(0, Count)
            .Select(_ => generate(random))
            .Distinct()
            .Select(source => (Name: Escape(source), Source: Encoding.UTF8.GetBytes(source)))
            .Where(source => !DeliberateDifferences.IsDifference(source.Source))
            .ToList();
        var differences = QuotedComparison.FindDifferences(oracle, sources);
        Assert.True(
            differences.Count == 0,
            $"EXSLINT_SEED={seed}: {differences.Count} of {sources.Count}:\n" + string.Join("\n", differences.Take(40)));
    }

    private static string Escape(string source) => string.Concat(source.EnumerateRunes().Select(rune =>
        rune.Value is >= ' ' and < 0x7F ? rune.ToString() : $"\\u{{{rune.Value.ToString("X", CultureInfo.InvariantCulture)}}}"));
}
