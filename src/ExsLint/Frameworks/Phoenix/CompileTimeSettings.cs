using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Frameworks.Phoenix;

/// <summary>
/// The settings that are read when the application is compiled. In <c>runtime.exs</c> they come too late: <c>compile_env</c>
/// makes the boot stop where the value differs (Application.compile_env/3, Elixir 1.14), other ways of reading leave them without
/// effect.
/// </summary>
internal static class CompileTimeSettings
{
    /// <summary>
    /// The release whose endpoints read their settings by <c>compile_env</c>. Those before it keep what they found when they were
    /// compiled (Phoenix 1.7.21 and 1.8.0, lib/phoenix/endpoint.ex, <c>config/1</c>).
    /// </summary>
    public static readonly (int Major, int Minor) FirstThatStops = (1, 8);

    // Of an endpoint: Phoenix 1.8.9, lib/phoenix/endpoint.ex, 'Compile-time configuration'.
    private static readonly ImmutableArray<string> OfEndpoints = ["code_reloader", "debug_errors", "force_ssl"];

    // Of the application: the router that mix phx.new writes (Phoenix 1.7 and 1.8, installer/templates/phx_web/router.ex).
    private const string DevRoutes = "dev_routes";

    /// <summary>Whether a setting of a Phoenix application is one of them.</summary>
    public static bool Contain(Setting setting) => setting.Keys switch
    {
        [DevRoutes] => true,
        [var module, var key, ..] =>
            module.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal) && OfEndpoints.Contains(key),
        _ => false,
    };
}
