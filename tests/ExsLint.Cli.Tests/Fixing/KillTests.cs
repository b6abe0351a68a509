using System.Globalization;
using System.Text.RegularExpressions;

namespace ExsLint.Cli.Tests.Fixing;

/// <summary>A process that is killed while it writes leaves a whole file: the old one or the new one.</summary>
public sealed partial class KillTests
{
    private const int Kills = 1000;

    [LinuxFact]
    public void A_thousand_kills_damage_nothing()
    {
        var counts = Run(Kills, "atomic");

        Assert.Equal((0, 0, 1), (counts["damaged"], counts["stray"], counts["end"]));

        // Else too few kills came while something was written.
        Assert.True(
            counts["changed"] + counts["left"] > Kills / 4,
            $"changed {counts["changed"]} times, interrupted {counts["left"]} times");
    }

    [LinuxFact]
    public void The_same_kills_damage_a_file_that_is_written_in_place() =>
        Assert.True(Run(Kills / 10, "in-place")["damaged"] > 0);

    private static Dictionary<string, int> Run(int kills, string mode)
    {
        using var folder = new TemporaryFolder();
        var outcome = Exslint.RunProgram(
            folder.Root,
            Path.Combine(AppContext.BaseDirectory, "ExsLint.KillLoop"),
            new Dictionary<string, string> { ["DOTNET_EnableWriteXorExecute"] = "0" },
            folder.Root,
            kills.ToString(CultureInfo.InvariantCulture),
            "252",
            mode);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        return Count().Matches(outcome.Output)
            .ToDictionary(
                count => count.Groups[1].Value, count => int.Parse(count.Groups[2].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("(\\w+)=(\\d+)")]
    private static partial Regex Count();
}
