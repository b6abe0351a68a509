using ExsLint.Semantics.Elixir.Variables;

namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>Files of environment variables, as systemd.exec(5) describes them.</summary>
public sealed class EnvironmentFileTests
{
    [Theory]
    [InlineData("A=1", "A=1")]
    [InlineData("# c\n; c\n\n  A=1  \n\tB = 2", "A=1|B=2")]
    [InlineData("export A=1", "A=1")]
    [InlineData("A=", "A=")]
    [InlineData("A=\"a \\\"b\\\" \\x $HOME \" # c", "A=a \"b\" \\x $HOME  # c")]
    [InlineData("A='a\\b '\r\nB=\"two\nlines\"", "A=a\\b |B=two\nlines")]
    [InlineData("A=one\\\ntwo\\ three", "A=onetwo three")]
    [InlineData("A=1\nA=2", "A=1|A=2")]
    public void Lines_are_assignments(string text, string expected)
    {
        var variables = EnvironmentFile.Parse(text, out var problem);
        Assert.Null(problem);
        Assert.Equal(expected, string.Join('|', variables.Select(variable => $"{variable.Key}={variable.Value}")));
    }

    [Theory]
    [InlineData("A=1\nhunter2", 2)]
    [InlineData("\n1A=hunter2", 2)]
    [InlineData("A=\"hunter2", 1)]
    public void What_cannot_be_read_is_told_by_its_line_and_not_shown(string text, int line)
    {
        Assert.Empty(EnvironmentFile.Parse(text, out var problem));
        Assert.Equal(line, problem?.Line);
        Assert.DoesNotContain("hunter2", problem?.Message, StringComparison.Ordinal);
    }
}
