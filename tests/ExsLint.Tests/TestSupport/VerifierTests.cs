using Xunit.Sdk;

namespace ExsLint.Tests.TestSupport;

/// <summary>The helper that all snapshots rest on.</summary>
public sealed class VerifierTests
{
    [Fact]
    public void A_missing_record_fails_and_leaves_the_received_text()
    {
        using var folder = new TemporaryFolder();
        var failure = Assert.Throws<FailException>(() => Match(folder, "new text\n"));
        Assert.Contains("There is no", failure.Message, StringComparison.Ordinal);
        Assert.Equal("new text\n", File.ReadAllText(folder.PathOf("Tests.case.received.txt")));
        Assert.False(File.Exists(folder.PathOf("Tests.case.verified.txt")));
    }

    [Fact]
    public void A_difference_is_shown_by_lines()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Tests.case.verified.txt", "one\ntwo\n");
        var failure = Assert.Throws<FailException>(() => Match(folder, "one\n2\n"));
        Assert.Contains("- two\n+ 2\n", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\r\n")]
    [InlineData("\uFEFFa\n")]
    [InlineData("a")]
    public void Line_ends_and_the_byte_order_mark_count(string received)
    {
        using var folder = new TemporaryFolder();
        folder.Write("Tests.case.verified.txt", "a\n");
        Assert.Throws<FailException>(() => Match(folder, received));
    }

    [Fact]
    public void The_same_text_passes_and_removes_what_was_received_before()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Tests.case.verified.txt", "a\n");
        folder.Write("Tests.case.received.txt", "b\n");
        Match(folder, "a\n");
        Assert.False(File.Exists(folder.PathOf("Tests.case.received.txt")));
    }

    private static void Match(TemporaryFolder folder, string received) =>
        Verifier.Match(received, "txt", "case", folder.PathOf("Tests.cs"), accept: false);
}
