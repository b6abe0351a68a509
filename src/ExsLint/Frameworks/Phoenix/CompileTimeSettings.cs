using System.Collections.Immutable;
using ExsLint.Frameworks.Dependencies;
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
    private const string ForceSsl = "force_ssl";

    /// <summary>The keys of endpoints (Phoenix 1.8.9, lib/phoenix/endpoint.ex, 'Compile-time configuration').</summary>
    public static readonly ImmutableArray<string> OfEndpoints = ["code_reloader", "debug_errors", ForceSsl];

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

    /// <summary>
    /// Whether the boot stops where a setting differs from what was compiled: with <c>compile_env</c>, by which endpoints read
    /// theirs since Phoenix 1.8.0; from 1.5.0 to 1.6.7 they compared <c>force_ssl</c> themselves (lib/phoenix/endpoint.ex and
    /// lib/phoenix/endpoint/supervisor.ex of 1.4.0 to 1.8.9).
    /// </summary>
    /// <param name="setting">The setting.</param>
    /// <param name="phoenix">The version of Phoenix.</param>
    public static bool StopBoot(Setting setting, DependencyVersion phoenix) => phoenix.IsAtLeast(1, 8)
        || (setting.Keys is [_, ForceSsl, ..] && phoenix.IsAtLeast(1, 5) && !phoenix.IsAtLeast(1, 6, 8));
}
