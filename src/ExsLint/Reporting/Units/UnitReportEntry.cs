using ExsLint.Analysis.Linting;
using ExsLint.Semantics.Systemd.Exposure;

namespace ExsLint.Reporting.Units;

/// <summary>A unit of a report: its exposure, or why there is none.</summary>
/// <param name="Unit">Its name.</param>
/// <param name="Path">Its path as the user gave it.</param>
/// <param name="Exposure">Its exposure, or null.</param>
/// <param name="Error">Why systemd would not load it, or why it cannot be read; null if it has an exposure.</param>
/// <param name="Forecast">What the exposure would be after the fixes; null where that is not told.</param>
public sealed record UnitReportEntry(
    string Unit, string Path, UnitExposure? Exposure, string? Error, HardeningForecast? Forecast = null)
{
    /// <summary>The version of systemd whose table it is; null where there is none.</summary>
    public int? SystemdVersion { get; init; }
}
