using CsCheck;
using ExsLint.Reporting;
using ExsLint.Tests.TestSupport;
using Microsoft.CodeAnalysis.Sarif;

namespace ExsLint.Tests.Reporting;

/// <summary>GitHub's <c>primaryLocationLineHash</c>.</summary>
public sealed class LineHashesTests
{
    /// <summary>Worked out by hand: the window holds only the end mark, 65535 * 37^99.</summary>
    [Fact]
    public void An_empty_text_is_one_line_of_the_end_mark()
    {
        var expected = 65535UL;
        for (var i = 0; i < 99; i++)
        {
            expected = unchecked(expected * 37);
        }

        Assert.Equal($"{expected:x}:1", Assert.Single(All("")));
    }

    /// <summary>The definition itself, a hundred multiplications a line, in place of the moving window.</summary>
    [Theory]
    [InlineData("a\nb\n")]
    [InlineData(" a\t b \r\n\r\n  \rc")]
    [InlineData("\n\n\n")]
    [InlineData("config :app, secret: \"x\"\nconfig :app, secret: \"x\"\n")]
    [InlineData("é\uFEFF😀\n")]
    public void Each_line_has_the_hash_of_the_definition(string text) => Assert.Equal(ByDefinition(text), All(text));

    [Fact]
    public void Any_text_has_the_hashes_of_the_definition() =>
        Gen.String[Gen.Char[" \t\r\nab\"é\uFEFF"], 0, 400].SamplePinned(text => Assert.Equal(ByDefinition(text), All(text)));

    [Fact]
    public void Any_text_has_the_hashes_that_the_SARIF_SDK_computes() =>
        Gen.String[Gen.Char[" \t\r\nabcdef\"é"], 0, 400].SamplePinned(
            text =>
            {
                var expected = HashUtilities.RollingHash(text);
                var actual = All(text);
                foreach (var (line, hash) in expected)
                {
                    Assert.Equal(hash, actual[line - 1]);
                }

                Assert.Equal(expected.Count, actual.Length);
            });

    [Fact]
    public void Equal_lines_in_equal_surroundings_are_counted()
    {
        var text = string.Concat(Enumerable.Repeat(new string('x', 120) + "\n", 3));
        var hashes = All(text);
        Assert.Equal(hashes[0].Replace(":1", ":2", StringComparison.Ordinal), hashes[1]);
    }

    private static string[] All(string text)
    {
        var hashes = new LineHashes(text);
        return [.. Enumerable.Range(0, hashes.Count).Select(line => hashes[line])];
    }

    private static string[] ByDefinition(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        var counts = new Dictionary<ulong, int>();
        return
        [
            .. lines.Select((_, index) =>
            {
                var rest = string.Join('\n', lines[index..]).Replace(" ", "", StringComparison.Ordinal)
                    .Replace("\t", "", StringComparison.Ordinal);
                var window = (rest + '\uFFFF').PadRight(100, '\0')[..100];
                var hash = window.Aggregate(0UL, (sum, character) => unchecked((sum * 37) + character));
                counts[hash] = counts.GetValueOrDefault(hash) + 1;
                return $"{hash:x}:{counts[hash]}";
            }),
        ];
    }
}
