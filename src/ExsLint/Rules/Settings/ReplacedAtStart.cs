using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Elixir.Variables;

namespace ExsLint.Rules.Settings;

/// <summary>Tells which values of the base never reach a server that runs.</summary>
internal static class ReplacedAtStart
{
    /// <summary>
    /// Whether the file that is read at start replaces a text of the base under a condition: whoever runs the application in
    /// production meets it. That does not count where the condition is the setting's own variable: without it the text holds.
    /// </summary>
    /// <param name="model">The configuration.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="value">One of its values.</param>
    public static bool Is(ConfigModel model, Setting setting, AbstractValue value) =>
        model.FileOf(value)?.Role != ConfigFileRole.Runtime
        && setting.Alternatives.Any(other => IsRead(model, other))
        && model.DefaultOf(setting) is var unset
        && setting.Alternatives.Any(other => IsRead(model, other)
            && (unset is null || EnvironmentVariables.NameIn((other as UnknownValue)?.Reason) != unset.Variable));

    private static bool IsRead(ConfigModel model, AbstractValue value) =>
        value is not (BinaryValue or AbsentValue) && model.FileOf(value)?.Role == ConfigFileRole.Runtime;
}
