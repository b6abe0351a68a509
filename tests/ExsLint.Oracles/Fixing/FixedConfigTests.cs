using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsCheck;
using ExsLint.Analysis;
using ExsLint.Analysis.Fixing;
using ExsLint.Oracles.Elixir;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Oracles.Fixing;

/// <summary>
/// Real Elixir computes the same configuration after <c>fix</c> as before, but for the settings that the fixes name.
/// </summary>
public sealed class FixedConfigTests
{
    private const int Projects = 150;

    [OracleFact("elixir", IsLong = true)]
    public void Only_the_named_settings_change()
    {
        using var folder = new TemporaryFolder();
        var script = new StringBuilder(Prelude);
        var (count, applied) = (0, 0);
        AkkomaConfigGen.File.SamplePinned(
            text =>
            {
                var files = new Dictionary<string, string>
                {
                    ["config/config.exs"] =
                        "import Config\nconfig :pleroma, :http_security, enabled: true, sts: false\nimport_config \"prod.exs\"\n",
                    ["config/prod.exs"] = text,
                };
                var result = FixEngine.Apply(
                    new Snapshot(new InMemoryProjectFiles([.. files.Select(file => (file.Key, file.Value))])),
                    new LintTargets(["config/prod.exs"], [], ImmutableHashSet.Create("config/prod.exs")),
                    new LintOptions(),
                    new FixOptions { Unsafe = true });
                if (result.Changes.IsEmpty)
                {
                    return;
                }

                foreach (var (path, content) in files)
                {
                    folder.Write($"{count}/before/{path}", content);
                    folder.Write(
                        $"{count}/after/{path}",
                        result.Changes.FirstOrDefault(change => change.Path == path)?.After.Content ?? content);
                }

                var named = result.Applied.Select(item => ElixirTerm.Text(item.Diagnostic.Setting.Text)).Distinct();
                script.Append(
                    CultureInfo.InvariantCulture,
                    $"Check.run({ElixirTerm.Text(folder.PathOf($"{count}"))}, [{string.Join(", ", named)}])\n");
                count++;
                applied += result.Applied.Length;
            },
            count: Projects);
        folder.Write("check.exs", script.ToString());
        var lines = Oracle.Run(ElixirProgram.Path, [folder.PathOf("check.exs")]).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.DoesNotContain(lines, line => line.StartsWith("DIFFERS", StringComparison.Ordinal));
        var same = lines.Count(line => line == "SAME");
        Assert.True(
            same > count && count > Projects / 3 && applied > count,
            $"{same} runs of {count} projects agree:\n{string.Join('\n', lines.Except(["SAME"]).Take(20))}");
    }

    private const string Prelude = """
        defmodule Check do
          def run(root, named) do
            Mix.start()
            Mix.env(:prod)
            for value <- [nil, "1"] do
              Enum.each(["CDN", "ON", "URI"], fn name -> if value, do: System.put_env(name, value), else: System.delete_env(name) end)
              System.put_env("PORT", "4000")
              case {read(root, "before"), read(root, "after")} do
                {:refused, :refused} -> IO.puts("REFUSED")
                {same, same} -> IO.puts("SAME")
                {before, now} -> compare(root, named, before, now)
              end
            end
          end

          defp read(root, tree) do
            File.cd!(Path.join(root, tree))
            Config.Reader.read!("config/config.exs", env: :prod, target: :host)
          rescue
            _ -> :refused
          end

          defp compare(root, named, before, now) when is_list(before) and is_list(now) do
            {old, new} = {leaves("", before), leaves("", now)}
            others = for path <- Map.keys(Map.merge(old, new)), old[path] != new[path], not Enum.any?(named, &related?(path, &1)), do: path
            if others == [], do: IO.puts("SAME"), else: IO.puts("DIFFERS #{root} #{inspect(others)} (named #{inspect(named)})")
          end

          defp compare(root, _, before, now), do: IO.puts("DIFFERS #{root} #{inspect(before)} #{inspect(now)}")

          defp related?(path, name), do: path == name or String.starts_with?(path, name <> ".")

          defp leaves(path, value) do
            if Keyword.keyword?(value) and value != [],
              do: Enum.reduce(value, %{}, fn {key, inner}, all -> Map.merge(all, leaves(join(path, key), inner)) end),
              else: %{path => value}
          end

          defp join(path, key), do: String.trim_leading("#{path}.#{key |> to_string() |> String.replace_prefix("Elixir.", "")}", ".")
        end

        """;
}
