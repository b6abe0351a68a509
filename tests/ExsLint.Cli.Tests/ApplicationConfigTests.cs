using ExsLint.Cli.Tests.TestSupport;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Cli.Tests;

/// <summary>Configurations of real applications, as a user has them printed and checked.</summary>
public sealed class ApplicationConfigTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_lib_libraries_and_paths_make_of_settings_is_printed()
    {
        _folder.Write("mix.exs", "defmodule Shop.MixProject do\n  use Mix.Project\n  def project, do: [app: :shop]\nend\n");
        _folder.Write("lib/shop/config.ex", """
            defmodule Shop.Config do
              @default 4000
              def port(nil), do: @default
              def port(text), do: String.to_integer(text)
            end

            """);
        _folder.Write("config/runtime.exs", """
            import Config
            import Dotenvy
            source!([".env", System.get_env()])
            opts = [http: [port: 80], pool: env!("POOL", :integer)]
            config :shop, :opts, put_in(opts[:http][:port], Shop.Config.port(nil))
            config :shop, :names, Enum.sort(Map.keys(%{b: 1, a: 2}))
            config :shop, :mail, Enum.reject([relay: System.get_env("RELAY"), tls: :always], fn {_, v} -> is_nil(v) end)
            config :shop, :since, to_string(~D[2020-01-02])

            """);

        var outcome = Exslint.Run(_folder, "config", ".", "--format", "json");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(
            """{"t":[{"a":"http"},[{"t":[{"a":"port"},{"i":"4000"}]}]]}""", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("""{"t":[{"a":"names"},[{"a":"a"},{"a":"b"}]]}""", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("""{"t":[{"a":"tls"},{"a":"always"}]}""", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("""{"t":[{"a":"since"},{"s":"2020-01-02"}]}""", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("layers", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0, "notice")]
    [InlineData(", releases: [shop: []]", 1, "error")]
    public void What_a_release_refuses_is_an_error_where_one_is_made(string releases, int exit, string level)
    {
        _folder.Write(
            "mix.exs", $"defmodule Shop.MixProject do\n  use Mix.Project\n  def project, do: [app: :shop{releases}]\nend\n");
        _folder.Write("config/config.exs", "import Config\nconfig :shop, double: fn x -> x * 2 end\n");
        _folder.Write("config/runtime.exs", """
            import Config
            config :kernel, inet_dist_listen_min: 9100
            if System.get_env("X"), do: config(:shop, env: Mix.env())

            """);

        var outcome = Exslint.Run(_folder, "check", "--format", "concise");

        Assert.Equal(exit, outcome.ExitCode);
        Assert.Equal(
            $"""
            config/config.exs:2:23: {level}: 'mix release' refuses the configuration: 'shop.double' holds an anonymous function, a process or a reference, which cannot be written to a file. [config-error]
            config/runtime.exs:2:39: {level}: In a release, the boot is aborted: 'kernel.inet_dist_listen_min' is of an application that runs already when this file is read. [config-error]
            config/runtime.exs:3:48: {level}: In a release, Elixir refuses the configuration: 'Mix.env/0' is part of Mix, which a release does not have when it reads this file; this holds only if 'System.get_env("X")'. [config-error]

            """,
            outcome.Output);
    }

    [Fact]
    public void A_directive_that_does_not_compile_is_an_error()
    {
        _folder.Write("config/config.exs", "use Config\n\nconfig :shop, port: 4000\n");

        var outcome = Exslint.Run(_folder, "check", "--format", "concise");

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("config/config.exs:1:1: error: Elixir refuses the configuration: this does not compile", outcome.Output,
            StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
