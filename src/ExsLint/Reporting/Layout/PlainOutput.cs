namespace ExsLint.Reporting.Layout;

/// <summary>Text without colour.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="width">How many columns there are.</param>
public sealed class PlainOutput(TextWriter output, int width = StyledOutput.DefaultWidth) : StyledOutput(width)
{
    /// <inheritdoc/>
    protected override void WriteText(string text, TextRole role) => output.Write(text);

    /// <inheritdoc/>
    public override void EndLine() => output.Write('\n');
}
