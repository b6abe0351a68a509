using System.Globalization;
using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Edits;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Exposure;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Oracles.Systemd;

/// <summary>
/// What ExsLint says the exposure would be after its fixes is what systemd says of the unit that they were applied to.
/// </summary>
public sealed class ForecastTests : IDisposable
{
    private const string Program = "systemd-analyze";
    private const int PinnedSeed = 257;
    private const int Units = 250;

    // A Phoenix release, hardly confined; the figures are those of systemd 252.
    private const string Plain = "[Service]\nUser=shop\nExecStart=/opt/shop/bin/shop start\n";

    private readonly string _folder = SystemdAnalyze.CreateFolder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [OracleFact(Program)]
    public void The_forecast_is_what_systemd_says_of_the_fixed_unit()
    {
        var generator = new UnitGenerator(PinnedSeed);
        var expected = new Dictionary<string, string>();
        for (var i = 0; i < Units; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"u{i:D3}.service");
            File.WriteAllText(
                Path.Combine(_folder, name),
                i == 0 ? Plain : i % 2 == 0 ? generator.NextSecureUnit().Content : generator.NextUnit());
            var unit = UnitBinder.Bind(UnitLoader.Load(new FolderProjectFiles(_folder), name)!, [], SystemdAnalyze.Version);
            if (HardeningForecast.Of(unit) is not { } forecast)
            {
                continue;
            }

            Write("safe", forecast.AfterSafeFixes, FixApplicability.Safe);
            Write("all", forecast.AfterAllFixes, FixApplicability.Unsafe);

            void Write(string kind, int exposure, FixApplicability most)
            {
                var path = $"{kind}{name}";
                File.WriteAllText(Path.Combine(_folder, path), HardeningForecast.Apply(unit, most).Files.Main.File.Content);
                expected.Add(path, $"{UnitExposure.Format(exposure)} {UnitExposure.LabelOf(exposure)}");
                Assert.InRange(exposure, 0, unit.Exposure.Exposure);
            }
        }

        Assert.InRange(expected.Count, Units, 2 * Units);
        var found = SystemdAnalyze.Run(_folder, [.. expected.Keys]);
        Assert.All(expected, pair => Assert.Equal(pair.Value, found[pair.Key]?.Overall));
    }
}
