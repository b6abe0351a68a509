using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Phoenix;

/// <summary>What is said of a setting that is read when the application is compiled, and written in a file that is read later.</summary>
internal static class LateSettings
{
    private const string Stops = "late-stops";
    private const string Ignored = "late-ignored";
    private const string Depends = "late";

    /// <summary>The messages. A rule that uses <see cref="Judge"/> has them.</summary>
    public static IEnumerable<(string Id, string Text)> Messages =>
    [
        (Stops, "The server does not start, because '{0}' is '{1}' here and was something else when the application was compiled."),
        (Ignored, "'{0}' is read when the application is compiled, so that '{1}' has no effect here."),
        (Depends,
            "'{0}' is read when the application is compiled: '{1}' has no effect here with a Phoenix before 1.8, and later ones do not start."),
    ];

    /// <summary>What is wrong with a value that comes too late and differs from the compiled one.</summary>
    /// <param name="application">The application.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="value">The value.</param>
    public static Verdict Judge(PhoenixApplication application, Setting setting, AbstractValue value)
    {
        var (messageId, level) = application.StopsOnLateSettings switch
        {
            true => (Stops, DiagnosticLevel.Warning),
            false => (Ignored, DiagnosticLevel.Note),
            null => (Depends, DiagnosticLevel.Note),
        };
        return new Verdict(messageId, [setting.Keys[^1], ShownValue.Describe(value)], Level: level);
    }
}
