using System.Text;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Tests.Text;

public sealed class SourceFileTests
{
    [Fact]
    public void Lines_end_at_LF_CRLF_and_CR_only()
    {
        var file = SourceFile.FromString("a.exs", "a\nb\r\nc\rd\u0085e\u2028f\u2029g");
        Assert.Equal(4, file.Lines.Count);
        Assert.Equal(new LinePosition(3, 2), file.Lines.GetPosition(file.Content.IndexOf('e', StringComparison.Ordinal)));
        Assert.Equal("b", file.Content[file.Lines.GetLine(1).Start..file.Lines.GetLine(1).End]);
    }

    [Fact]
    public void A_byte_order_mark_stays_in_the_text_but_takes_no_column()
    {
        var file = SourceFile.FromBytes("a.exs", [0xEF, 0xBB, 0xBF, (byte)'x', (byte)'y']);
        Assert.True(file.HasByteOrderMark);
        Assert.Equal(new LinePosition(0, 0), file.Lines.GetPosition(1));
        Assert.Equal(new LinePosition(0, 1), file.Lines.GetPosition(2));
        Assert.Equal(3 + 2, Encoding.UTF8.GetByteCount(file.Content));
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_remembered()
    {
        var file = SourceFile.FromBytes("a.exs", [(byte)'a', 0xFF, (byte)'b', 0xC3]);
        Assert.False(file.RoundTrips);
        Assert.Equal([1, 3], file.InvalidOffsets);
        Assert.Equal("a\uFFFDb\uFFFD", file.Content);
    }
}
