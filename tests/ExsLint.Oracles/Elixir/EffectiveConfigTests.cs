using System.Globalization;
using System.Text;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;

namespace ExsLint.Oracles.Elixir;

/// <summary>Where the evaluator calls a setting known, Elixir's own Config.Reader computes the same, whatever the environment variables.</summary>
public sealed class EffectiveConfigTests
{
    private static readonly Dictionary<string, string>[] Projects = [.. ConfigProjects.All];

    [OracleFact("elixir")]
    public void What_is_known_is_what_Elixir_computes()
    {
        using var folder = new TemporaryFolder();
        var script = new StringBuilder("Mix.start()\nMix.env(:prod)\n");
        var known = 0;
        for (var i = 0; i < Projects.Length; i++)
        {
            foreach (var (path, text) in Projects[i])
            {
                folder.Write($"{i}/{path}", text);
            }

            known += AppendChecks(script, folder.PathOf(i.ToString(CultureInfo.InvariantCulture)), Projects[i], i);
        }

        folder.Write("check.exs", Prelude + script);
        var (exit, output) = Oracle.Run("elixir", [folder.PathOf("check.exs")]);
        Assert.True(exit == 0 && !output.Contains("DIFFERS", StringComparison.Ordinal), output);
        Assert.True(known >= Projects.Length, "too little is known");
        Assert.Contains($"checked {known * Environments}", output, StringComparison.Ordinal);
    }

    /// <summary>How many settings of the environment variables each project is run under.</summary>
    private const int Environments = 3;

    private const string Prelude = """
        defmodule Check do
          @names ~w(PORT HOST SECRET X Y)
          def run(number, root, checks) do
            for values <- [nil, "1", "true"] do
              Enum.each(@names, fn name -> if values, do: System.put_env(name, values), else: System.delete_env(name) end)
              config =
                try do
                  File.cd!(root, fn ->
                    base = Config.Reader.read!("config/config.exs", env: :prod, target: :host)
                    if File.exists?("config/runtime.exs"),
                      do: Config.Reader.merge(base, Config.Reader.read!("config/runtime.exs", env: :prod, target: :host, imports: :disabled)),
                      else: base
                  end)
                rescue
                  error -> {:refused, error}
                end
              for {path, expected} <- checks do
                unless match?({:refused, _}, config) do
                  actual = Enum.reduce(path, config, fn key, list -> {_, value} = List.keyfind(list, key, 0, {nil, :absent}); value end)
                  unless actual === expected, do: IO.puts("DIFFERS project #{number} #{inspect(path)}: Elixir has #{inspect(actual)}, we know #{inspect(expected)}")
                end
                Process.put(:checked, Process.get(:checked, 0) + 1)
              end
            end
          end
        end

        """;

    private static int AppendChecks(StringBuilder script, string root, Dictionary<string, string> project, int number)
    {
        var files = new TextFiles(project);
        var found = Assert.Single(ConfigProjectFinder.Find(["config/config.exs"], files));
        var model = ConfigEvaluator.Evaluate(found, new ElixirTreeCache(files), "prod");
        var checks = new List<string>();
        foreach (var app in model.State.AppNames)
        {
            foreach (var (key, value) in model.State.GetSettings(app))
            {
                AddKnown(checks, [ElixirTerm.Atom(app), ElixirTerm.Atom(key)], value);
            }
        }

        script.Append(CultureInfo.InvariantCulture, $"Check.run({number}, {ElixirTerm.Text(root)}, [\n  {string.Join(",\n  ", checks)}\n])\n");
        if (number == Projects.Length - 1)
        {
            script.Append("IO.puts(\"checked #{Process.get(:checked)}\")\n");
        }

        return checks.Count;
    }

    private static void AddKnown(List<string> checks, string[] path, AbstractValue value)
    {
        if (ValueComparer.IsKnown(value))
        {
            checks.Add($"{{[{string.Join(", ", path)}], {ElixirTerm.Of(value)}}}");
        }
        else if (value is AbsentValue)
        {
            checks.Add($"{{[{string.Join(", ", path)}], :absent}}");
        }
        else if (value is ListValue { IsKeyword: true } list)
        {
            foreach (var pair in list.Items.Cast<TupleValue>().DistinctBy(pair => ((AtomValue)pair.Items[0]).Name))
            {
                AddKnown(checks, [.. path, ElixirTerm.Of(pair.Items[0])], pair.Items[1]);
            }
        }
    }

    private sealed class TextFiles(Dictionary<string, string> files) : IProjectFiles
    {
        public bool FileExists(string path) => files.ContainsKey(path);

        public SourceFile? Read(string path) => files.TryGetValue(path, out var text) ? SourceFile.FromString(path, text) : null;

        public IReadOnlyList<string> ListFiles(string folder) => [];

        public IReadOnlyList<string> ListFolders(string folder) => [];

        public bool IsIgnored(string path) => false;
    }
}
