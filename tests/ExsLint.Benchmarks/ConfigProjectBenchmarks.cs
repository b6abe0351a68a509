using BenchmarkDotNet.Attributes;
using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Text;
using ExsLint.Workspace;

namespace ExsLint.Benchmarks;

/// <summary>A project whose <c>config.exs</c> imports a hundred files, from text to the effective configuration.</summary>
[MemoryDiagnoser]
public class ConfigProjectBenchmarks
{
    private const int Imports = 100;

    private readonly IProjectFiles _files = new MemoryFiles();

    /// <summary>Reads, parses and evaluates all of them.</summary>
    [Benchmark]
    public int LoadProject() =>
        new ConfigModelLoader(new Snapshot(_files), "prod", EnvironmentVariables.Unknown)
            .Load(["config/config.exs"], named: null)[0].Files.Length;

    private sealed class MemoryFiles : IProjectFiles
    {
        private readonly Dictionary<string, string> _texts = [];

        public MemoryFiles()
        {
            var imports = Enumerable.Range(0, Imports).Select(i => $"import_config \"part{i}.exs\"\n");
            _texts.Add("config/config.exs", "import Config\n" + string.Concat(imports));
            for (var i = 0; i < Imports; i++)
            {
                var settings = Enumerable.Range(0, 20)
                    .Select(
                        k =>
                            $"config :app{i % 7}, Key{k}, port: {i}, host: \"h{i}\", opts: [a: System.get_env(\"V{k}\"), b: "
                                + $"[{k}, :x]]\n");
                _texts.Add($"config/part{i}.exs", "import Config\n" + string.Concat(settings));
            }
        }

        public bool FileExists(string path) => _texts.ContainsKey(path);

        public SourceFile? Read(string path) => _texts.TryGetValue(path, out var text) ? SourceFile.FromString(path, text) : null;

        public IReadOnlyList<string> ListFiles(string folder) => [];

        public IReadOnlyList<string> ListFolders(string folder) => [];

        public bool IsIgnored(string path) => false;
    }
}
