using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;

namespace ExsLint.Rules.Phoenix;

/// <summary>
/// What is said of a setting that is read when the application is compiled, and written in a file that is read later.
/// </summary>
internal static class LateSettings
{
    private const string Stops = "late-stops";
    private const string Ignored = "late-ignored";
    private const string Depends = "late";

    /// <summary>The messages. A rule that uses <see cref="Judge"/> has them.</summary>
    public static IEnumerable<(string Id, string Text)> Messages =>
    [
        (Stops, "The server does not start, because '{0}' differs here from what the application was compiled with."),
        (Ignored, "'{0}' is read when the application is compiled, so that setting it here has no effect."),
        (Depends,
            "'{0}' is read when the application is compiled: setting it here has no effect, or stops the boot (Phoenix 1.8 and "
                + "later)."),
    ];

    /// <summary>What is wrong with a value that comes too late and is another one than the compiled one.</summary>
    /// <param name="application">The application.</param>
    /// <param name="setting">The setting.</param>
    public static Verdict Judge(PhoenixApplication application, Setting setting)
    {
        var (messageId, level) = application.StopsWhereLate(setting) switch
        {
            true => (Stops, DiagnosticLevel.Warning),
            false => (Ignored, DiagnosticLevel.Note),
            null => (Depends, DiagnosticLevel.Note),
        };
        return new Verdict(messageId, [setting.Keys[^1]], Level: level);
    }
}
