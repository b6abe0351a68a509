using System.CommandLine;
using ExsLint.Rules;

namespace ExsLint.Cli.Commands;

/// <summary>Options of every command that analyses.</summary>
internal static class CommonOptions
{
    /// <summary><c>--root</c></summary>
    public static Option<string?> Root() =>
        new("--root") { Description = "What paths are relative to outside of a repository.", HelpName = "DIR" };

    /// <summary><c>--profile</c></summary>
    public static Option<RuleProfile?> Profile() => Choice.Option(
        "--profile",
        "The rules to run (default: recommended).",
        ("recommended", RuleProfile.Recommended),
        ("strict", RuleProfile.Strict));

    /// <summary><c>--preview</c></summary>
    public static Option<bool> Preview() => new("--preview") { Description = "Run the rules that are being tried out, too." };

    /// <summary><c>--fail-on</c></summary>
    /// <param name="standard">What holds where it is not given.</param>
    public static Option<FailOn?> FailOn(string standard) => Choice.Option<FailOn>(
        "--fail-on",
        $"The least level that makes the exit code 1 (default: {standard}).",
        ("error", Commands.FailOn.Error),
        ("warning", Commands.FailOn.Warning),
        ("notice", Commands.FailOn.Notice),
        ("never", Commands.FailOn.Never));

    /// <summary>Whether a finding makes the exit code 1.</summary>
    public static bool IsReachedBy(this FailOn failOn, Diagnostic diagnostic) => failOn switch
    {
        Commands.FailOn.Never => false,
        Commands.FailOn.Error => diagnostic.Level >= DiagnosticLevel.Error,
        Commands.FailOn.Warning => diagnostic.Level >= DiagnosticLevel.Warning,
        _ => true,
    };
}
