using System.Diagnostics;
using System.Globalization;
using System.Text;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;
using ExsLint.Workspace.Discovery;
using Xunit.Abstractions;

namespace ExsLint.Oracles.Elixir;

/// <summary>
/// Thousands of programs of one file: what is known of each setting, at any depth, is what Elixir computes under several
/// environments; and where we say that a program raises, Elixir refuses it.
/// </summary>
[Trait("Category", "FreshSeed")]
public sealed class ConfigProgramTests(ITestOutputHelper report)
{
    private const int PinnedSeed = 115;
    private const int Programs = 5_000;

    /// <summary>What a seed that gates nothing may cost.</summary>
    private const int ProgramsOfFreshSeed = 2_000;
    private const int Environments = 3;
    private const char FieldSeparator = '\u001f';
    private const char RecordSeparator = '\u001e';

    [OracleFact("elixir", IsLong = true)]
    public void What_is_known_of_generated_programs_is_what_Elixir_computes()
    {
        var seed = FreshSeed.Or(PinnedSeed);
        var (differences, summary) = Compare(seed, ElixirProgram.Some(seed == PinnedSeed ? Programs : ProgramsOfFreshSeed));
        report.WriteLine($"seed {seed}: {summary}");
        Assert.True(
            differences.Count == 0, $"{differences.Count} of seed {seed}; {summary}\n{string.Join('\n', differences.Take(12))}");
    }

    private static (List<string> Differences, string Summary) Compare(int seed, int count)
    {
        var generator = new ConfigProgramGenerator(seed);
        var programs = new List<string>(count);
        var records = new StringBuilder();
        var known = 0;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            var program = generator.NextProgram(i);
            var (claims, raises) = Claims(program);
            known += claims.Count;
            programs.Add(program);
            records.Append(program).Append(FieldSeparator).Append(raises ? "raises" : "").Append(FieldSeparator)
                .Append('[').AppendJoin(", ", claims).Append(']').Append(RecordSeparator);
        }

        var evaluated = watch.Elapsed;
        using var folder = new TemporaryFolder();
        folder.Write("config/config.exs", "");
        folder.Write("programs", records.ToString());
        var environments = Enumerable.Range(0, Environments).Select(_ => ElixirTerm.Environment(generator.NextEnvironment()));
        folder.Write(
            "check.exs",
            $"{KnownTerms.Comparer}{Prelude}Check.run({ElixirTerm.Text(folder.PathOf(""))}, "
                + $"[{string.Join(", ", environments)}])\n");
        var output = Oracle.Run(ElixirProgram.Path, [folder.PathOf("check.exs")]).Output.Split('\n');
        var accepted = output.FirstOrDefault(line => line.StartsWith("ACCEPTED ", StringComparison.Ordinal));
        Assert.True(accepted is not null, string.Join('\n', output.TakeLast(20)));
        var refusals = output.Where(line => line.StartsWith("REFUSED ", StringComparison.Ordinal)).CountBy(line => line)
            .OrderByDescending(line => line.Value).Take(6);
        var differences = output.Where(line => line.StartsWith("DIFFERS ", StringComparison.Ordinal))
            .Select(line => line + "\n" + programs[int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture)])
            .OrderBy(text => text.Length).ToList();
        return (
            differences,
            $"{count} programs, {known} claims, {accepted} of {count * Environments} runs, ours {evaluated.TotalSeconds:F1} s, "
                + $"all {watch.Elapsed.TotalSeconds:F1} s; {string.Join("; ", refusals)}");
    }

    /// <summary>What is known of each setting, and whether the program is said to raise.</summary>
    private static (List<string> Claims, bool Raises) Claims(string program)
    {
        var tree = new InMemoryProjectFiles(("config/config.exs", program));
        var project = Assert.Single(ConfigProjectFinder.Find(["config/config.exs"], tree));
        var model = ConfigEvaluator.Evaluate(project, new Snapshot(tree), "prod");
        var claims = new List<string>();
        foreach (var app in model.State.AppNames.Union(ConfigProgramGenerator.Apps))
        {
            foreach (var key in model.State.GetSettings(app).Select(setting => setting.Key).Union(ConfigProgramGenerator.Keys))
            {
                AddKnown(claims, [ElixirTerm.Atom(app), ElixirTerm.Atom(key)], model.State.Get(app, key));
            }
        }

        return (claims, model.Errors.Any(error => error.Kind == ConfigErrorKind.AlwaysRaises));
    }

    private static void AddKnown(List<string> claims, string[] path, AbstractValue value)
    {
        if (value is AbsentValue)
        {
            claims.Add($"{{[{string.Join(", ", path)}], :\"$absent\"}}");
        }
        else if (value is ListValue { IsKeyword: true, Rest: not null } list)
        {
            foreach (var name in list.Items.Cast<TupleValue>().Select(pair => ((AtomValue)pair.Items[0]).Name))
            {
                AddKnown(claims, [.. path, ElixirTerm.Atom(name)], Setting.Step(list, name));
            }
        }
        else if (KnownTerms.SaysSomething(value))
        {
            claims.Add($"{{[{string.Join(", ", path)}], {KnownTerms.Of(value)}}}");
        }
    }

    private const string Prelude = """
        defmodule Check do
          def run(root, environments) do
            Code.compiler_options(ignore_module_conflict: true)
            Application.put_env(:elixir, :ansi_enabled, false)
            Mix.start()
            Mix.env(:prod)
            File.cd!(root)
            programs =
              "programs" |> File.read!() |> String.split("\x1e", trim: true)
              |> Task.async_stream(fn record ->
                [program, raises, claims] = String.split(record, "\x1f")
                [program, raises, elem(Code.eval_string(claims), 0)]
              end, timeout: 60_000)
              |> Enum.map(&elem(&1, 1)) |> Enum.with_index()
            {:ok, silence} = StringIO.open("")
            Process.unregister(:standard_error)
            Process.register(silence, :standard_error)
            accepted =
              for values <- environments, reduce: 0 do
                sum ->
                  Enum.each(values, fn {name, value} -> if value, do: System.put_env(name, value), else: System.delete_env(name) end)
                  # A program that sets variables must not change what others see.
                  {alone, together} = Enum.split_with(programs, fn {[program | _], _} -> program =~ ~r/System\.(put|delete)_env/ end)
                  before = System.get_env()
                  first =
                    Enum.map(alone, fn {program, number} ->
                      result = check(program, number, values)
                      for {name, _} <- System.get_env(), not is_map_key(before, name), do: System.delete_env(name)
                      System.put_env(before)
                      {:ok, result}
                    end)
                  together
                  |> Task.async_stream(fn {program, number} -> check(program, number, values) end, timeout: 60_000)
                  |> Stream.concat(first)
                  |> Enum.reduce(sum, fn {:ok, {accepted, lines}}, sum ->
                    Enum.each(lines, &IO.puts/1)
                    # Warnings pile up, and each takes the longer the more there are.
                    StringIO.flush(silence)
                    sum + accepted
                  end)
              end
            IO.puts("ACCEPTED #{accepted}")
          end

          defp check([program, raises, claims], number, values) do
            case read(program) do
              {:ok, config} ->
                lines = for {path, expected} <- claims, actual = Enum.reduce(path, config, &fetch/2), not Known.same?(actual, expected), do:
                  "DIFFERS #{number} #{inspect(path)}: Elixir has #{inspect(actual)}, we know #{inspect(expected)} (#{inspect(values)})"
                {1, if(raises == "raises", do: ["DIFFERS #{number} is accepted: #{inspect(values)}" | lines], else: lines) |> Enum.map(&String.replace(&1, "\n", " "))}
              {:refused, message} -> {0, ["REFUSED " <> message]}
            end
          end

          defp read(program) do
            {:ok, Config.Reader.eval!("config/config.exs", program, env: :prod, target: :host)}
          rescue
            error -> {:refused, error |> Exception.message() |> String.replace(~r/\d+/, "N") |> String.split("\n") |> hd()}
          catch
            kind, _ -> {:refused, "#{kind}"}
          end

          defp fetch(key, list) when is_list(list), do: list |> List.keyfind(key, 0, {nil, :"$absent"}) |> elem(1)
          defp fetch(_, other), do: other
        end

        """;
}
