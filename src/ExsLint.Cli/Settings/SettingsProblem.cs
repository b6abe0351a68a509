using ExsLint.Text;

namespace ExsLint.Cli.Settings;

/// <summary>What is wrong with an <c>exslint.toml</c>.</summary>
/// <param name="Place">Where.</param>
/// <param name="Message">What: no value of a variable is in it.</param>
internal sealed record SettingsProblem(Location Place, string Message);
