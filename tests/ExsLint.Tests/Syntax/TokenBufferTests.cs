using ExsLint.Syntax;

namespace ExsLint.Tests.Syntax;

/// <summary>Tokens in the making.</summary>
public sealed class TokenBufferTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(4, 100)]
    [InlineData(4, 50_000)]
    [InlineData(60_000, 50_000)]
    public void All_tokens_are_handed_over_in_their_order(int capacity, int count)
    {
        var buffer = new TokenBuffer(capacity);
        for (var i = 0; i < count; i++)
        {
            buffer.Add(new TokenData(1, i, i + 1));
        }

        Assert.Equal(Enumerable.Range(0, count), buffer.Finish().Take(buffer.Count).Select(token => token.Start));
    }

    [Fact]
    public void What_is_cut_away_is_gone()
    {
        var buffer = new TokenBuffer(2);
        buffer.Add(new TokenData(1, 0, 1));
        buffer.Add(new TokenData(1, 1, 2));
        buffer.Add(new TokenData(1, 2, 3));
        buffer.Cut(1);
        buffer.Add(new TokenData(2, 7, 9));

        Assert.Equal([(1, 0), (2, 7)], buffer.Finish().Take(buffer.Count).Select(token => ((int)token.RawKind, token.Start)));
        Assert.Throws<IndexOutOfRangeException>(() => buffer[2]);
    }
}
