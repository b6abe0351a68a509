using ExsLint.Rules;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Tests.Rules.Phoenix;

/// <summary>Switches for development that are on in production.</summary>
public sealed class EndpointSwitchTests
{
    [Theory]
    [InlineData("config :shop, ShopWeb.Endpoint, debug_errors: true", "error phoenix-debug-errors/on")]
    [InlineData("config :shop, ShopWeb.Endpoint, debug_errors: [style: []]", "error phoenix-debug-errors/on")]
    [InlineData("config :shop, ShopWeb.Endpoint, debug_errors: false", "")]
    [InlineData("config :shop, ShopWeb.Endpoint, debug_errors: nil", "")]
    [InlineData("config :shop, ShopWeb.Endpoint, debug_errors: {:system, \"DEBUG\"}", "")]
    [InlineData("config :shop, ShopWeb.Endpoint, debug_errors: System.get_env(\"DEBUG\") == \"1\"", "")]
    [InlineData("config :shop, ShopWeb.Endpoint, debug_errors: config_env() == :dev", "")]
    [InlineData("if config_env() == :dev, do: config(:shop, ShopWeb.Endpoint, debug_errors: true)", "")]
    [InlineData(
        "if System.get_env(\"DEBUG\"), do: config(:shop, ShopWeb.Endpoint, debug_errors: true)",
        "error phoenix-debug-errors/on-only-if")]
    [InlineData("on = true\nconfig :shop, ShopWeb.Endpoint, debug_errors: on", "error phoenix-debug-errors/on")]
    [InlineData("config :shop, ShopWeb.Endpoint, code_reloader: true", "warning phoenix-code-reloader/on")]
    [InlineData("config :shop, ShopWeb.Endpoint, code_reloader: false", "")]
    [InlineData("config :shop, ShopWeb.Endpoint, check_origin: false", "warning phoenix-check-origin/off")]
    [InlineData("config :shop, ShopWeb.Endpoint, check_origin: :conn", "")]
    [InlineData("config :shop, ShopWeb.Endpoint, check_origin: [\"//*.shop.example\"]", "")]
    [InlineData("config :shop, ShopWeb.Endpoint, check_origin: {Shop, :ok?, []}", "")]
    [InlineData("config :shop, ShopWeb.Endpoint, check_origin: nil", "")]
    [InlineData("config :shop, dev_routes: true", "error phoenix-dev-routes/routes")]
    [InlineData("config :shop, dev_routes: false", "")]
    [InlineData("config :other, dev_routes: true", "")]
    [InlineData("config :swoosh, serve_mailbox: true", "error phoenix-dev-routes/mailbox")]
    [InlineData("config :swoosh, serve_mailbox: false", "")]
    public void They_are_reported_where_they_hold(string settings, string expected) =>
        Assert.Equal(expected, PhoenixText.InProd(settings));

    [Theory]
    [InlineData("phoenix 1.8.0", "warning phoenix-compile-time-setting/stops")]
    [InlineData("phoenix 1.7.21", "note phoenix-compile-time-setting/ignored")]
    [InlineData("phoenix 1.8.0-rc.3", "note phoenix-compile-time-setting/ignored")]
    [InlineData("plug 1.18.0", "note phoenix-compile-time-setting/depends")]
    public void What_comes_too_late_depends_on_the_version(string dependency, string expected) => Assert.Equal(
        expected,
        PhoenixText.InRuntime("config :shop, ShopWeb.Endpoint, debug_errors: true", RuleProfile.Recommended, dependency));

    [Fact]
    public void What_was_compiled_with_the_same_value_is_on()
    {
        var result = PhoenixText.Lint(
            RuleProfile.Recommended,
            [
                ("config/config.exs", "import Config\nconfig :shop, ShopWeb.Endpoint, debug_errors: true\n"),
                ("config/runtime.exs", "import Config\nconfig :shop, ShopWeb.Endpoint, debug_errors: true\n"),
            ]);
        Assert.Equal("error phoenix-debug-errors/on", PhoenixText.Brief(result));
        Assert.Null(result.Diagnostics[0].Fix);
    }

    [Theory]
    [InlineData("phoenix 1.8.1", "warning phoenix-compile-time-setting/stops")]
    [InlineData("phoenix 1.7.21", "")]
    [InlineData("plug 1.18.0", "")]
    public void Even_false_stops_the_boot_where_it_was_not_set(string dependency, string expected) => Assert.Equal(
        expected,
        PhoenixText.InRuntime("config :shop, ShopWeb.Endpoint, debug_errors: false", RuleProfile.Recommended, dependency));

    [Theory]
    [InlineData("validate_compile_env: false", "")]
    [InlineData("validate_compile_env: true", "warning phoenix-compile-time-setting/stops")]
    public void A_release_may_start_without_the_check(string option, string expected) => Assert.Equal(
        expected,
        PhoenixText.Brief(PhoenixText.Lint(
            RuleProfile.Recommended,
            [
                ("mix.exs",
                    "defmodule S do\n  def project, do: [app: :shop, releases: releases()]\n"
                        + $"  defp releases, do: [shop: [{option}]]\nend\n"),
                ("mix.lock", "%{\"phoenix\": {:hex, :phoenix, \"1.8.1\", \"a\", [:mix], [], \"hexpm\", \"b\"}}\n"),
                ("config/config.exs", "import Config\nconfig :shop, ShopWeb.Endpoint, url: [host: \"shop.example\"]\n"),
                ("config/runtime.exs", "import Config\nconfig :shop, ShopWeb.Endpoint, code_reloader: false\n"),
            ])));

    [Fact]
    public void A_fix_is_never_written_to_a_file_that_is_read_too_late()
    {
        var result = PhoenixText.Lint(
            RuleProfile.Recommended,
            [
                ("config/config.exs",
                    "import Config\nconfig :shop, ShopWeb.Endpoint, debug_errors: true\nimport_config \"prod.exs\"\n"),
                ("config/prod.exs", "import Config\nconfig :shop, ShopWeb.Endpoint, server: true\n"),
                ("config/runtime.exs", "import Config\nconfig :shop, ShopWeb.Endpoint, http: [port: 4000]\n"),
            ]);
        var edit = Assert.Single(Assert.Single(result.Diagnostics).Fix!.Resolve()!.Edits);
        Assert.Equal("config/prod.exs", edit.File.Path);
        Assert.Equal(
            "import Config\nconfig :shop, ShopWeb.Endpoint, server: true, debug_errors: false\n",
            FixApplier.Apply(edit.File, [edit]));
    }

    [Fact]
    public void Every_endpoint_of_every_application_is_judged_and_what_a_library_has_once() => Assert.Equal(
        "error phoenix-debug-errors/on\nerror phoenix-debug-errors/on\nerror phoenix-dev-routes/mailbox",
        PhoenixText.Brief(PhoenixText.Lint(
            RuleProfile.Recommended,
            [
                ("mix.exs", "defmodule U do\n  def project, do: [apps_path: \"apps\"]\nend\n"),
                ("apps/a/mix.exs", "defmodule A do\n  def project, do: [app: :shop_a]\nend\n"),
                ("apps/b/mix.exs", "defmodule B do\n  def project, do: [app: :shop_b]\nend\n"),
                ("config/config.exs", """
                    import Config
                    config :shop_a, A.Endpoint, debug_errors: true
                    for app <- [:shop_b], do: config(app, B.Site, url: [host: "b.example"], debug_errors: true)
                    config :swoosh, serve_mailbox: true
                    """),
            ])));
}
