using ExsLint.Reporting;
using ExsLint.Reporting.Layout;

namespace ExsLint.Tests.Reporting;

/// <summary>Text out of an analysed file gives no commands to the runner of a continuous integration.</summary>
public sealed class RunnerCommandsTests
{
    [Theory]
    [InlineData("##[stop-commands]x", "#\\u0023[stop-commands]x")]
    [InlineData("a ##[add-mask]b", "a #\\u0023[add-mask]b")]
    [InlineData("###[x]", "##\\u0023[x]")]
    [InlineData("##vso[task.setvariable]x", "#\\u0023vso[task.setvariable]x")]
    [InlineData("::error file=a::b", "\\u003a\\u003aerror file=a::b")]
    [InlineData("a ::add-mask::b", "a \\u003a\\u003aadd-mask::b")]
    [InlineData("## Using releases", "## Using releases")]
    [InlineData("<<a::binary, b::binary>>", "<<a::binary, b::binary>>")]
    [InlineData("::1 and ::ffff:0:0", "::1 and ::ffff:0:0")]
    public void Commands_are_disarmed_in_every_text(string text, string expected)
    {
        Assert.Equal(expected, Printable.Escape(text));
        var output = new StringWriter();
        new PlainOutput(output).Write(text);
        Assert.Equal(expected, output.ToString());
    }
}
