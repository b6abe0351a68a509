using ExsLint.Cli.Streams;

namespace ExsLint.Cli.Tests;

/// <summary>Reading on a thread of its own.</summary>
public sealed class ReadAheadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000)]
    public void Items_come_in_their_order(int count) =>
        Assert.Equal(Enumerable.Range(0, count), ReadAhead.OnOtherThread(Enumerable.Range(0, count)));

    [Fact]
    public void What_goes_wrong_is_not_lost() =>
        Assert.Throws<DivideByZeroException>(
            () => ReadAhead.OnOtherThread(Enumerable.Range(-40, 100).Select(number => 1 / number)).Sum());
}
