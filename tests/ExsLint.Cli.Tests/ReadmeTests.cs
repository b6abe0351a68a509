using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ExsLint.Cli.Tests;

/// <summary>What the README shows is what its command prints.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string[] HardeningGuide =
    [
        "akkoma-http-ip", "akkoma-http-security-enabled", "akkoma-referrer-policy", "akkoma-secure-cookie-flag", "akkoma-sts",
        "akkoma-upload-base-url", "systemd-capability-sys-admin", "systemd-no-new-privileges", "systemd-private-devices",
        "systemd-private-tmp", "systemd-protect-home", "systemd-protect-system",
    ];

    [Fact]
    public void The_example_shows_all_twelve_rules_as_the_README_says()
    {
        var outcome = Exslint.RunIn(Repository(), "check", "docs/examples/akkoma");
        var readme = File.ReadAllText(Path.Combine(Repository(), "README.md"));

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Error));
        var lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToLookup(line => line.Contains(": notice: ", StringComparison.Ordinal));
        var findings = string.Concat(lines[false].Select(line => line + "\n"));
        Assert.Contains($"```text\n{findings}```\n", readme, StringComparison.Ordinal);
        Assert.Contains($"and {lines[true].Count()} notices", readme, StringComparison.Ordinal);
        Assert.Equal(
            HardeningGuide, Rule().Matches(findings).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    private static string Repository([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "../.."));

    [GeneratedRegex(@"\[([a-z0-9-]+)\]$", RegexOptions.Multiline)]
    private static partial Regex Rule();
}
