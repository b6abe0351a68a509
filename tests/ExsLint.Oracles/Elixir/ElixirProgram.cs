using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Oracles.Elixir;

/// <summary>
/// The Elixir that is asked: the installed one, or that of <c>EXSLINT_ELIXIR_ROOT</c>, a directory into which
/// <c>.ci/debian-root</c> has unpacked the packages of another.
/// </summary>
internal static class ElixirProgram
{
    /// <summary>What tests ask for, be it installed or not.</summary>
    public const string Name = "elixir";

    private static readonly string Root = Environment.GetEnvironmentVariable("EXSLINT_ELIXIR_ROOT") ?? "";

    private static readonly Lazy<Version> LazyVersion = new(() =>
        System.Version.Parse(Oracle.Run(Path, ["-e", "IO.puts(System.version())"]).Output.Split('-', '\n')[0]));

    /// <summary>The program, by its name or path.</summary>
    public static string Path => Root.Length > 0 ? System.IO.Path.GetFullPath(System.IO.Path.Combine(Root, "run", Name)) : Name;

    /// <summary>
    /// How many generated programs to try of so many: all with the installed Elixir, few with another, where differences lie in
    /// what the versions do, and not in rare combinations.
    /// </summary>
    public static int Some(int programs) => Root.Length > 0 ? programs / 5 : programs;

    /// <summary>Its version.</summary>
    public static Version Version => LazyVersion.Value;

    /// <summary>The dialect that it reads.</summary>
    public static ElixirDialect Dialect => Version switch
    {
        { Minor: >= 20 } => ElixirDialect.Elixir120,
        { Minor: 19 } => ElixirDialect.Elixir119,
        { Minor: 18 } => ElixirDialect.Elixir118,
        { Minor: 17 } => ElixirDialect.Elixir117,
        { Minor: >= 15 } => ElixirDialect.Elixir115,
        _ => ElixirDialect.Elixir114,
    };
}
