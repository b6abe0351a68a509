using System.Text;
using System.Text.Json;
using ExsLint.Reporting.Json;
using ExsLint.Syntax.Elixir.Quoted;
using Newtonsoft.Json;

namespace ExsLint.Tests.Reporting.Json;

/// <summary>What is escaped in texts, held against what wrote them before.</summary>
public sealed class ListedEscapesTests
{
    private static readonly IEnumerable<char> Characters =
        Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(character => !char.IsSurrogate(character));

    [Fact]
    public void Sarif_escapes_each_character_as_the_SDK_does() =>
        Assert.All(
            Characters.Chunk(64),
            chunk => AssertEscaped(ListedEscapes.Sarif, new string(chunk), JsonConvert.ToString(new string(chunk))));

    [Fact]
    public void Terms_escape_each_character_as_quoted_forms_do() =>
        Assert.All(
            Characters.Chunk(64), chunk => AssertEscaped(ListedEscapes.Terms, new string(chunk), Quoted(new string(chunk))));

    /// <summary>No theory: attributes cannot hold half a pair.</summary>
    [Fact]
    public void Half_of_a_surrogate_pair_is_replaced_and_a_whole_one_is_kept() => Assert.All(
        [
            ("", ""),
            ("\U0001F600", "\U0001F600"),
            ("a\n\U0001F600\"", "a\\n\U0001F600\\\""),
            ("\ud83d", "\ufffd"),
            ("\ude00\ud83d\U0001F600\t\ud83d", "\ufffd\ufffd\U0001F600\\t\ufffd"),
            ("\u2028 \ud83dx\u0001", "\\u2028 \ufffdx\\u0001"),
        ],
        pair => AssertEscaped(ListedEscapes.Sarif, pair.Item1, $"\"{pair.Item2}\""));

    private static void AssertEscaped(ListedEscapes escapes, string text, string written)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = escapes }))
        {
            json.WriteStringValue(text);
        }

        Assert.Equal(written, Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static string Quoted(string text)
    {
        var json = new StringBuilder();
        JsonText.AppendString(json, text);
        return json.ToString();
    }
}
