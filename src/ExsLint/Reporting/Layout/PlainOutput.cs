namespace ExsLint.Reporting.Layout;

/// <summary>Text without colour.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="width">How many columns there are.</param>
public sealed class PlainOutput(TextWriter output, int width = StyledOutput.DefaultWidth) : StyledOutput(width)
{
    /// <inheritdoc/>
    public override void Write(string text, TextRole role = TextRole.Plain) => output.Write(text);

    /// <inheritdoc/>
    public override void EndLine() => output.Write('\n');
}
