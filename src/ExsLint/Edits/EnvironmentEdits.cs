using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Commands;
using ExsLint.Semantics.Systemd.Units;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Edits;

/// <summary>Changes the variables that a unit's <c>Environment=</c> sets.</summary>
public static class EnvironmentEdits
{
    /// <summary>
    /// Gives a variable a value: in the word that sets it now, else on a line of its own behind the last <c>Environment=</c>.
    /// </summary>
    /// <param name="unit">The unit.</param>
    /// <param name="name">The variable.</param>
    /// <param name="value">The value; without quotes, backslashes and line ends.</param>
    /// <returns>The edit, or null where none would be sure to take effect.</returns>
    public static FileEdit? Set(EffectiveUnit unit, string name, string value)
    {
        if (UnitEnvironment.Find(unit, name) is { } variable)
        {
            return ReplaceWord(variable, $"{name}={value}");
        }

        var line = $"Environment={Quote($"{name}={value}")}";
        return unit.GetAssignments(UnitSections.Service, "Environment") is [.., var last]
            ? UnitEdits.AddAfter(last.Directive, line)
            : unit.FindSection(UnitSections.Service) is { } section ? UnitEdits.Add(section, line) : null;
    }

    private static FileEdit? ReplaceWord(UnitVariable variable, string word)
    {
        var location = variable.Location;
        var isWhole = location == variable.Assignment.Location && variable.Word.Span.Length != variable.Assignment.Value.Length;
        var isPlain = location.File.Content.AsSpan(location.Span.Start, location.Span.Length).SequenceEqual(variable.Word.Text);
        var isQuoted = location.Span.Length != variable.Word.Span.Length;
        return isWhole || !isPlain || !location.File.RoundTrips
            ? null
            : new FileEdit(location.File, [new TextChange(location.Span, isQuoted ? word : Quote(word))]);
    }

    // systemd.exec(5): a word with spaces is quoted as a whole, the name included.
    private static string Quote(string word) => word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word;
}
