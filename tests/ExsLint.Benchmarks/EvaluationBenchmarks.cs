using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Benchmarks;

/// <summary>The effective configuration of a long <c>runtime.exs</c>, which is parsed only once.</summary>
public class EvaluationBenchmarks
{
    private const int Lines = 2_000;

    private Snapshot _trees = null!;
    private ConfigProject _project = null!;

    [GlobalSetup]
    public void ParseOnce()
    {
        var text = new StringBuilder("import Config\n");
        for (var i = 0; i < Lines / 10; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                port{{i}} = String.to_integer(System.get_env("PORT{{i}}") || "40{{i}}")
                if config_env() == :prod do
                  host = System.get_env("HOST{{i}}") || raise "HOST{{i}} is missing"
                  config :my_app, MyApp.Endpoint{{i}},
                    url: [host: host, port: 443, scheme: "https"],
                    http: [ip: {127, 0, 0, 1}, port: port{{i}}],
                    timeout: :timer.seconds(5), names: ~w(a b c)a,
                    hosts: Enum.map(["a", "b"], &"#{&1}.example")
                end
                config :my_app, key{{i}}: Keyword.get([a: 1, b: 2], :b), list: [1, 2, {{i}}]

                """);
        }

        var files = new InMemoryProjectFiles(("config/config.exs", "import Config\n"), ("config/runtime.exs", text.ToString()));
        _trees = new Snapshot(files);
        _project = ConfigProjectFinder.Find(["config/config.exs"], files).Single();
        Evaluate();
    }

    /// <summary>The effective configuration.</summary>
    [Benchmark]
    public object Evaluate() => ConfigEvaluator.Evaluate(_project, _trees, "prod");
}
