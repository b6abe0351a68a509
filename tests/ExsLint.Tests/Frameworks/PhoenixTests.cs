using System.Collections.Immutable;
using ExsLint.Analysis.Linting;
using ExsLint.Frameworks.Catalog;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;
using Xunit;

namespace ExsLint.Tests.Frameworks;

/// <summary>What of a configuration is an endpoint, a repository or a mailer.</summary>
public sealed class PhoenixTests
{
    private const string Mix = "defmodule Shop.MixProject do\n  def project, do: [app: :shop]\nend\n";

    [Fact]
    public void They_are_told_by_what_they_are()
    {
        var shop = Assert.Single(Recognise(
            ("mix.exs", Mix),
            ("config/config.exs", """
                import Config
                config :shop, ecto_repos: [Shop.Repo, Shop.Archive]
                config :shop, ShopWeb.Endpoint, url: [host: "localhost"]
                config :shop, ShopWeb.Site, url: [host: "b.example"], check_origin: false
                config :shop, Shop.Postman, adapter: Swoosh.Adapters.Local
                config :shop, Shop.Cache, adapter: Nebulex.Adapters.Local
                config :shop, Shop.ReportRepo, pool_size: 2
                config :logger, level: :info
                """)));
        Assert.Equal("shop", shop.Name);
        Assert.Equal(["Elixir.ShopWeb.Endpoint", "Elixir.ShopWeb.Site"], shop.Endpoints.ToArray());
        Assert.Equal(["Elixir.Shop.Repo", "Elixir.Shop.Archive", "Elixir.Shop.ReportRepo"], shop.Repos.ToArray());
        Assert.Equal(["Elixir.Shop.Postman"], shop.Mailers.ToArray());
    }

    [Fact]
    public void Each_application_of_an_umbrella_is_one() => Assert.Equal(
        ["shop", "shop_web"],
        Recognise(
            ("mix.exs", "defmodule U do\n  def project, do: [apps_path: \"apps\"]\nend\n"),
            ("apps/shop/mix.exs", "defmodule S do\n  def project, do: [app: :shop]\nend\n"),
            ("apps/web/mix.exs", "defmodule W do\n  def project, do: [app: :shop_web]\nend\n"),
            ("config/config.exs",
                "import Config\nconfig :shop, Shop.Repo, pool_size: 1\nconfig :shop_web, ShopWeb.Endpoint, url: []\n"))
            .Select(application => application.Name));

    [Fact]
    public void What_is_set_when_the_release_starts_is_where_an_administrator_writes() => Assert.Equal(
        "config/runtime.exs",
        Assert.Single(Recognise(
            ("mix.exs", Mix),
            ("config/config.exs", "import Config\nconfig :shop, ShopWeb.Endpoint, url: []\nimport_config \"prod.exs\"\n"),
            ("config/prod.exs", "import Config\nconfig :shop, ShopWeb.Endpoint, server: true\n"),
            ("config/runtime.exs", "import Config\n"))).InstanceFile.Path);

    [Fact]
    public void Libraries_are_none() =>
        Assert.Empty(Recognise(("config/config.exs", "import Config\nconfig :phoenix, :json_library, Jason\n")));

    [Fact]
    public void A_configuration_that_sets_nothing_has_none() =>
        Assert.Empty(Recognise(("mix.exs", Mix), ("config/config.exs", "import Config\n")));

    private static ImmutableArray<PhoenixApplication> Recognise(params (string Path, string Text)[] files)
    {
        var snapshot = new Snapshot(new InMemoryProjectFiles(files));
        var model = Assert.Single(
            new ConfigModelLoader(snapshot, "prod", EnvironmentVariables.Unknown).Load(["config/config.exs"], named: null));
        return [.. FrameworkCatalog.Recognise(model, snapshot).Known.OfType<PhoenixApplication>()];
    }
}
