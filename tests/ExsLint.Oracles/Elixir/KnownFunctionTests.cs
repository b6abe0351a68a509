using System.Globalization;
using System.Text;
using ExsLint.Semantics.Elixir;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Oracles.Elixir;

/// <summary>Every function that is folded gives what Elixir's own gives, or raises where that raises.</summary>
public sealed class KnownFunctionTests
{
    private const int PinnedSeed = 7;
    private const int CallsOfEach = 60;
    private const int CallsUntilKnown = 3_000;
    private const string FieldSeparator = "\u001f";
    private const string RecordSeparator = "\u001e";

    private static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable("EXSLINT_ORACLE_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : PinnedSeed;

    /// <summary>What depends on the machine: its values are never known in full, and it is tested where files are.</summary>
    private static readonly string[] OfTheMachine = ["System", "File", "Mix"];

    /// <summary>What is only a place in the tree.</summary>
    private static readonly string[] NeverKnown = ["Path.absname/1"];

    [OracleFact("elixir")]
    public void A_function_that_is_folded_gives_what_Elixir_gives()
    {
        var generator = new FunctionCallGenerator(Seed);
        var checks = new List<(string Call, string Expected)>();
        var undetermined = new List<string>();
        foreach (var (module, name, arity) in KnownFunctions.Names.Where(function => !OfTheMachine.Contains(function.Module)))
        {
            var isKnown = false;
            for (var i = 0; i < CallsOfEach || (!isKnown && i < CallsUntilKnown); i++)
            {
                var call = generator.Next(module, name, arity);
                if (Claim(call) is { } claim && (i < CallsOfEach || claim != ":raises"))
                {
                    checks.Add((call, claim));
                    isKnown |= claim != ":raises";
                }
            }

            if (!isKnown && !NeverKnown.Contains($"{module}.{name}/{arity}"))
            {
                undetermined.Add($"{module}.{name}/{arity}");
            }
        }

        Assert.True(undetermined.Count == 0, $"nothing is ever known of {string.Join(", ", undetermined)}");
        AssertAgreement(checks);
    }

    /// <summary>What is claimed of a call: a term, or that it raises; null for nothing.</summary>
    private static string? Claim(string call)
    {
        var tree = new InMemoryProjectFiles(("config/config.exs", $"import Config\nrequire Integer\nconfig :a, :k, {{:v, {call}}}"));
        var project = Assert.Single(ConfigProjectFinder.Find(["config/config.exs"], tree));
        var model = ConfigEvaluator.Evaluate(project, new ElixirTreeCache(tree), "prod");
        if (model.Errors.Any(error => error.Kind == ConfigErrorKind.AlwaysRaises))
        {
            return ":raises";
        }

        return model.Get("a", "k").Value is TupleValue { Items: [_, var value] } && KnownTerms.SaysSomething(value) ? KnownTerms.Of(value) : null;
    }

    private static void AssertAgreement(List<(string Call, string Expected)> checks)
    {
        using var folder = new TemporaryFolder();
        folder.Write("checks", string.Join(RecordSeparator, checks.Select(check => check.Call + FieldSeparator + check.Expected)));
        folder.Write("project/config/config.exs", "");
        var script = new StringBuilder(KnownTerms.Comparer).Append(Prelude)
            .Append(CultureInfo.InvariantCulture, $"Check.run({ElixirTerm.Text(folder.PathOf("checks"))})\n");
        folder.Write("check.exs", script.ToString());
        var output = Oracle.Run("elixir", [folder.PathOf("check.exs")]).Output.Split('\n');
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
            |> Enum.each(fn {:ok, line} -> line && IO.puts(line) end)
            IO.puts("CHECKED #{length(checks)}")
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
