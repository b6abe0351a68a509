namespace ExsLint.Cli.Tests.FirstHour;

/// <summary>
/// The first hour of four users, from what they have to what they are told. Each is a script beside this file; the transcript on
/// record was read sentence by sentence, so that a change of it wants reading, too.
/// </summary>
public sealed class FirstHourTests
{
    /// <summary>
    /// What scripts share: <c>run</c> shows a command, what it prints on both streams, and its exit code where that is not 0.
    /// </summary>
    private const string Prelude = """
        set -eu
        export NO_COLOR=1
        say() { printf '\n# %s\n' "$*"; }
        run() {
          printf '\n$ %s\n' "$*"
          status=0
          if [ "$1" = exslint ]; then shift; "$EXSLINT" "$@" 2>&1 || status=$?; else "$@" 2>&1 || status=$?; fi
          [ "$status" -eq 0 ] || printf '(exit code %s)\n' "$status"
        }

        """;

    [LinuxFact]
    public void An_administrator_who_installed_Akkoma_from_source() => Verifier.Match(Play("akkoma-source.sh"));

    [LinuxFact]
    public void An_administrator_of_an_OTP_release() => Verifier.Match(Play("otp-release.sh"));

    [LinuxFact]
    public void A_team_with_a_Phoenix_project() => Verifier.Match(Play("phoenix.sh"));

    [LinuxFact]
    public void An_administrator_of_a_unit_with_drop_ins() => Verifier.Match(Play("unit.sh"));

    private static string Play(string script)
    {
        using var folder = new TemporaryFolder();
        folder.Write("script.sh", Prelude + Repository.Read($"tests/ExsLint.Cli.Tests/FirstHour/{script}"));
        Directory.CreateDirectory(folder.PathOf("home"));
        var outcome = Exslint.RunProgram(
            folder.PathOf("home"), "/bin/sh",
            new Dictionary<string, string> { ["EXAMPLE"] = Repository.PathOf("docs/examples/akkoma") },
            folder.PathOf("script.sh"));
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        return outcome.Output.Replace(folder.Root, "", StringComparison.Ordinal);
    }
}
