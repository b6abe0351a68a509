using System.Globalization;
using ExsLint.Reporting.Layout;
using ExsLint.Semantics.Systemd.Exposure;

namespace ExsLint.Reporting.Units;

/// <summary>Units as <c>systemd-analyze security</c> shows them, with the place of each setting.</summary>
public static class UnitTable
{
    private const string Good = "✓", Bad = "✗", NotApplicable = " ";
    private const string NameTitle = "NAME", DescriptionTitle = "DESCRIPTION", ExposureTitle = "EXPOSURE", PlaceTitle = "SET AT";

    // The least exposures whose label is shown as an error and as a warning.
    private const int ErrorExposure = 90, WarningExposure = 75;

    /// <summary>Writes the table of a unit and the line with its exposure.</summary>
    public static void Write(string unit, UnitExposure exposure, StyledOutput output)
    {
        var rows = exposure.InSystemdOrder();
        var nameWidth = rows.Max(row => row.Check.Name.Length);
        var descriptionWidth = rows.Max(row => row.Description?.Length ?? 0);
        output.Write($"  {NameTitle.PadRight(nameWidth)}  {DescriptionTitle.PadRight(descriptionWidth)}  {ExposureTitle}  {PlaceTitle}", TextRole.Heading);
        output.EndLine();
        foreach (var row in rows)
        {
            var role = row.IsSet switch { true => TextRole.Added, false => TextRole.Removed, null => TextRole.Plain };
            output.Write(row.IsSet switch { true => Good, false => Bad, null => NotApplicable }, role);
            output.Write($" {row.Check.Name.PadRight(nameWidth)}  ");
            output.Write(Printable.Escape(row.Description ?? "").PadRight(descriptionWidth), role);
            var own = (row.Exposure(exposure.WeightSum) ?? "").PadLeft(ExposureTitle.Length);
            output.Write(row.Cause is null ? $"  {own.TrimEnd()}" : $"  {own}");
            if (row.Cause is { } cause)
            {
                output.Write("  ");
                output.Write(string.Create(CultureInfo.InvariantCulture, $"{Printable.Escape(cause.File.Path)}:{cause.Location.Start.Line + 1}"), TextRole.Place);
                output.Write(row.IsImplied ? $" ({cause.Key})" : "");
            }

            output.EndLine();
        }

        output.EndLine();
        WriteTotal(unit, exposure, output);
    }

    private static void WriteTotal(string unit, UnitExposure exposure, StyledOutput output)
    {
        output.Write($"→ Overall exposure level for {Printable.Escape(unit)}: ", TextRole.Strong);
        output.Write(
            $"{UnitExposure.Format(exposure.Exposure)} {exposure.Label}",
            exposure.Exposure >= ErrorExposure ? TextRole.Error : exposure.Exposure >= WarningExposure ? TextRole.Warning : TextRole.Added);
        output.EndLine();
    }
}
