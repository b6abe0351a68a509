using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Systemd.Language;

namespace ExsLint.Tests.Syntax;

/// <summary>A token is one number.</summary>
public sealed class TokenDataTests
{
    // .NET makes no longer string.
    private const int LongestText = 0x3FFF_FFDF;

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 5, 5)]
    [InlineData(75, 12, 40)]
    [InlineData(TokenData.MaximumKind, LongestText - TokenData.MaximumLength, LongestText)]
    [InlineData(TokenData.MaximumKind, LongestText, LongestText)]
    [InlineData(0, 0, TokenData.MaximumLength)]
    public void It_gives_its_parts_back(int kind, int start, int end)
    {
        var token = new TokenData((ushort)kind, start, end);

        Assert.Equal((kind, start, end), (token.RawKind, token.Start, token.End));
    }

    [Fact]
    public void A_longer_text_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TokenData(1, 3, TokenData.MaximumLength + 4));

    [Fact]
    public void Every_kind_has_room()
    {
        Assert.All(Enum.GetValues<SyntaxKind>(), kind => Assert.InRange((int)kind, 0, TokenData.MaximumKind));
        Assert.All(Enum.GetValues<UnitSyntaxKind>(), kind => Assert.InRange((int)kind, 0, TokenData.MaximumKind));
    }
}
