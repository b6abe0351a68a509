using System.Globalization;
using System.Text;
using ExsLint.Semantics.Elixir.Evaluation;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Oracles.Elixir;

/// <summary>Compares what is known of expressions with what Elixir computes.</summary>
internal static class KnownCalls
{
    private const string FieldSeparator = "\u001f";
    private const string RecordSeparator = "\u001e";

    /// <summary>What is claimed of a call: a term, or that it raises; null for nothing.</summary>
    public static string? Claim(string call)
    {
        var tree =
            new InMemoryProjectFiles(("config/config.exs", $"import Config\nrequire Integer\nconfig :a, :k, {{:v, {call}}}"));
        var project = Assert.Single(ConfigProjectFinder.Find(["config/config.exs"], tree));
        var model = ConfigEvaluator.Evaluate(project, new Snapshot(tree), "prod");
        if (model.Errors.Any(error => error.Kind == ConfigErrorKind.AlwaysRaises))
        {
            return ":raises";
        }

        return model.Get("a", "k").Value is TupleValue { Items: [_, var value] } && KnownTerms.SaysSomething(value)
            ? KnownTerms.Of(value) : null;
    }

    /// <summary>Lets Elixir evaluate each expression.</summary>
    public static void AssertAgreement(List<(string Call, string Expected)> checks)
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "checks", string.Join(RecordSeparator, checks.Select(check => check.Call + FieldSeparator + check.Expected)));
        folder.Write("project/config/config.exs", "");
        var script = new StringBuilder(KnownTerms.Comparer).Append(Prelude)
            .Append(CultureInfo.InvariantCulture, $"Check.run({ElixirTerm.Text(folder.PathOf("checks"))})\n");
        folder.Write("check.exs", script.ToString());
        var output = Oracle.Run(ElixirProgram.Path, [folder.PathOf("check.exs")]).Output.Split('\n');
        var differences = output.Where(line => line.StartsWith("DIFFERS ", StringComparison.Ordinal)).ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} of {checks.Count}\n{string.Join('\n', differences.Take(60))}");
        Assert.True(output.Contains($"CHECKED {checks.Count}"), string.Join('\n', output.TakeLast(20)));
    }

    private const string Prelude = """
        defmodule Check do
          def run(path) do
            Code.compiler_options(ignore_module_conflict: true)
            File.cd!(Path.join(Path.dirname(path), "project"))
            checks = path |> File.read!() |> String.split("\x1e") |> Enum.map(&String.split(&1, "\x1f"))
            checks
            |> Task.async_stream(&check/1, timeout: 60_000, ordered: true)
            |> Enum.each(fn {:ok, line} -> line && IO.puts("\n" <> line) end)
            # What dbg/1 prints need not end its line.
            IO.puts("\nCHECKED #{length(checks)}")
          end

          defp check([call, expected]) do
            expected = if expected == ":raises", do: :raises, else: {:value, eval(expected)}
            actual =
              try do
                {:value, eval(call)}
              rescue
                error -> {:raises, error}
              catch
                kind, _ -> {:raises, kind}
              end
            case {actual, expected} do
              {{:raises, _}, :raises} -> nil
              {{:value, a}, {:value, b}} -> if Known.same?(a, b), do: nil, else: differs(call, a, b)
              {{:raises, error}, {:value, b}} -> differs(call, error, b)
              {{:value, a}, :raises} -> differs(call, a, :raises)
            end
          end

          defp eval(source), do: ("require Integer\n" <> source) |> Code.eval_string() |> elem(0)

          defp differs(call, actual, expected), do:
            String.replace("DIFFERS #{call}: Elixir has #{inspect(actual, charlists: :as_lists, printable_limit: 200)}, we know #{inspect(expected, charlists: :as_lists)}", "\n", " ")
        end

        """;
}
