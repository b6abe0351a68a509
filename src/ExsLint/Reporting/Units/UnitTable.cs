using System.Globalization;
using ExsLint.Analysis.Linting;
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

    /// <summary>Writes the table of a unit, the line with its exposure, and what that would be after fixes.</summary>
    /// <param name="unit">The unit's name.</param>
    /// <param name="exposure">Its exposure.</param>
    /// <param name="forecast">What it would be after fixes, or null.</param>
    /// <param name="systemdVersion">The version of systemd whose table it is.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(
        string unit, UnitExposure exposure, HardeningForecast? forecast, int systemdVersion, StyledOutput output)
    {
        var rows = exposure.InSystemdOrder();
        var nameWidth = rows.Max(row => row.Check.Name.Length);
        var descriptionWidth = rows.Max(row => row.Description?.Length ?? 0);
        output.Write(
            $"  {NameTitle.PadRight(nameWidth)}  {DescriptionTitle.PadRight(descriptionWidth)}  {ExposureTitle}  {PlaceTitle}",
            TextRole.Heading);
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
                output.Write(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Printable.Escape(cause.File.ShownPath)}:{cause.Location.Start.Line + 1}"), TextRole.Place);
                output.Write(row.IsImplied ? $" ({cause.Key})" : "");
            }

            output.EndLine();
        }

        output.EndLine();
        output.Write($"→ Overall exposure level for {Printable.Escape(unit)}: ", TextRole.Strong);
        WriteExposure(exposure.Exposure, output);
        output.EndLine();
        if (forecast is not null && forecast.AfterAllFixes < exposure.Exposure)
        {
            output.Write("→ After the safe fixes: ", TextRole.Strong);
            WriteExposure(forecast.AfterSafeFixes, output);
            output.Write("; after all fixes: ", TextRole.Strong);
            WriteExposure(forecast.AfterAllFixes, output);
            output.EndLine();
        }

        output.Write(
            string.Create(
                CultureInfo.InvariantCulture, $"→ As systemd {systemdVersion} sees it; --systemd-version takes another."));
        output.EndLine();
    }

    private static void WriteExposure(int exposure, StyledOutput output) => output.Write(
        $"{UnitExposure.Format(exposure)} {UnitExposure.LabelOf(exposure)}",
        exposure >= ErrorExposure ? TextRole.Error : exposure >= WarningExposure ? TextRole.Warning : TextRole.Added);
}
