using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.State;

namespace ExsLint.Reporting.Config;

/// <summary>Tells whether there is an effective configuration at all.</summary>
internal static class ConfigRefusal
{
    /// <summary>
    /// The first error for which Elixir refuses to evaluate the configuration, whatever the unknown conditions; null if it
    /// evaluates. A key that stands twice evaluates: only the start of the application fails on it.
    /// </summary>
    public static ConfigError? Of(ConfigModel model) =>
        model.Errors.FirstOrDefault(error => !error.IsConditional && error.IsRefusal);
}
