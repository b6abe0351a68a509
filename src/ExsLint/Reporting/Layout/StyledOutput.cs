namespace ExsLint.Reporting.Layout;

/// <summary>Where a report for people goes: text with roles, and a width to lay it out for.</summary>
public abstract class StyledOutput
{
    /// <summary>The width where none is known.</summary>
    public const int DefaultWidth = 100;

    private const int MinimumWidth = 40;

    /// <summary>A place to write to.</summary>
    /// <param name="width">How many columns there are; too few of them are taken for as many as a report needs.</param>
    protected StyledOutput(int width)
    {
        Width = Math.Max(width, MinimumWidth);
    }

    /// <summary>How many columns there are.</summary>
    public int Width { get; }

    /// <summary>
    /// Writes text that holds no line end and no control character; <see cref="RunnerCommands"/> in it are disarmed.
    /// </summary>
    public void Write(string text, TextRole role = TextRole.Plain) => WriteText(RunnerCommands.Disarm(text), role);

    /// <summary>Writes text as it is.</summary>
    protected abstract void WriteText(string text, TextRole role);

    /// <summary>Ends the line with LF.</summary>
    public abstract void EndLine();
}
