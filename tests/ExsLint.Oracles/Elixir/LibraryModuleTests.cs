using ExsLint.Semantics.Elixir.Model;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Oracles.Elixir;

/// <summary>What <c>runtime.exs</c> is given by functions of the project's own <c>lib</c> is what Mix computes.</summary>
public sealed class LibraryModuleTests
{
    private static readonly string[] Calls =
    [
        "C.port(nil)", "C.port(\"5\")", "C.pool()", "C.truthy?(\"yes\")", "C.get(\"EXSLINT_NOT_SET\", 7)", "C.nested(%{a: 1})",
        "Shop.Parse.integer(\"12\")", "C.options(host: \"h\")", "C.tag(:x)", "C.dir()", "C.computed()",
        "(try do C.boom() rescue e in ArgumentError -> e.message end)", "Enum.map([1, 2], &C.twice/1)", "C.fallback(\"x\")",
    ];

    private static readonly (string Path, string Text)[] Files =
    [
        ("mix.exs", """
            defmodule Shop.MixProject do
              use Mix.Project
              def project, do: [app: :shop, version: "0.1.0"]
              def application, do: []
            end
            """),
        ("config/config.exs", "import Config\nconfig :shop, early: 1\n"),
        ("lib/shop/config.ex", """
            defmodule Shop.Config do
              @moduledoc "Reads variables."
              alias Shop.Parse
              require Logger
              @truthy ~w(true 1 yes)
              @default 4000
              @computed :erlang.system_info(:otp_release)

              @spec get(String.t(), term) :: term
              def get(name, default \\ nil), do: System.get_env(name) || default
              def port(nil), do: @default
              def port(text), do: Parse.integer(text)
              def pool, do: [size: 10, timeout: :timer.seconds(15)]
              def truthy?(text), do: String.downcase(text) in @truthy
              def nested(%{a: a} = map) when is_integer(a), do: Map.put(map, :b, hidden(a))
              def options(options), do: Keyword.merge(defaults(), options)
              def tag(x), do: {__MODULE__, x}
              def dir, do: __DIR__
              def computed, do: @computed
              def boom, do: raise(ArgumentError, "no")
              def twice(n), do: n * 2
              def fallback(text) do
                String.to_integer(text)
              rescue
                ArgumentError -> :none
              end
              defp hidden(a), do: a + 1
              defp defaults, do: [host: "localhost", port: @default]
            end
            """),
        ("lib/parsing/anywhere.ex", "defmodule Shop.Parse do\n  def integer(text), do: String.to_integer(text)\nend\n"),
        ("config/runtime.exs", "import Config\nalias Shop.Config, as: C\n"
            + string.Concat(Calls.Select((call, i) => $"config :shop, k{i}: {call}\n"))),
    ];

    [OracleFact("mix")]
    public void What_is_known_of_calls_of_lib_is_what_Mix_computes()
    {
        var tree = new InMemoryProjectFiles(Files);
        var project = Assert.Single(ConfigProjectFinder.Find(["config/config.exs"], tree));
        var state = ConfigEvaluator.Evaluate(project, new Snapshot(tree), "prod").State;
        var known = Calls.Select((_, i) => KnownTerms.Of(state.Get("shop", $"k{i}"))).ToList();

        using var folder = new TemporaryFolder();
        foreach (var (path, text) in Files)
        {
            folder.Write(path, text);
        }

        folder.Write("check.exs", KnownTerms.Comparer + string.Concat(known.Select((value, i) =>
            $"theirs = Application.get_env(:shop, :k{i})\n"
            + $"unless Known.same?(theirs, {value}), do: IO.puts(\"DIFFERS k{i}: #{{inspect(theirs)}}\")\n"))
            + "IO.puts(\"CHECKED\")\n");
        var output = Oracle.Run("mix", ["run", "check.exs"], start =>
        {
            start.WorkingDirectory = folder.Root;
            start.Environment["MIX_ENV"] = "prod";
        }).Output;

        Assert.Contains("CHECKED", output, StringComparison.Ordinal);
        Assert.DoesNotContain("DIFFERS", output, StringComparison.Ordinal);

        // What depends on a variable or on where the file is, or was computed by the compiler, is all that is not known.
        Assert.Equal(
            ["C.get(\"EXSLINT_NOT_SET\", 7)", "C.dir()", "C.computed()"],
            Calls.Where((_, i) => known[i].Contains(KnownTerms.Unknown, StringComparison.Ordinal)));
    }
}
