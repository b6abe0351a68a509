using ExsLint.Reporting.Layout;
using Spectre.Console;

namespace ExsLint.Cli.Streams;

/// <summary>Text in the colours of a terminal: of the sixteen that its user has chosen.</summary>
internal sealed class AnsiOutput(TextWriter output) : StyledOutput(TerminalSize.Columns)
{
    private readonly AnsiWriter _writer = new(output, new AnsiCapabilities { Ansi = true, ColorSystem = ColorSystem.Standard });
    private readonly TextWriter _output = output;


    /// <inheritdoc/>
    protected override void WriteText(string text, TextRole role)
    {
        if (text.Length == 0 || role == TextRole.Plain)
        {
            _output.Write(text);
            return;
        }

        _writer.Write(text, StyleOf(role));
    }

    /// <inheritdoc/>
    public override void EndLine() => _output.Write('\n');

    private static Style StyleOf(TextRole role) => role switch
    {
        TextRole.Place or TextRole.Strong or TextRole.Heading => new Style(decoration: Decoration.Bold),
        TextRole.Error => new Style(Color.Red, decoration: Decoration.Bold),
        TextRole.Warning => new Style(Color.Yellow, decoration: Decoration.Bold),
        TextRole.Notice => new Style(Color.Blue, decoration: Decoration.Bold),
        TextRole.RuleId => new Style(Color.Aqua),
        TextRole.Gutter => new Style(Color.Grey),
        TextRole.Code => new Style(Color.Teal),
        TextRole.Link => new Style(decoration: Decoration.Underline),
        TextRole.Removed => new Style(Color.Maroon),
        TextRole.Added => new Style(Color.Green),
        _ => Style.Plain,
    };
}
