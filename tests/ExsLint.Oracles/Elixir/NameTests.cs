using System.Text;
using ExsLint.Semantics.Elixir.Names;
using ExsLint.Syntax.Elixir;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;
using Xunit.Abstractions;

namespace ExsLint.Oracles.Elixir;

/// <summary>A file has names that nothing defines exactly where Elixir does not compile it.</summary>
[Trait("Category", "FreshSeed")]
public sealed class NameTests(ITestOutputHelper log)
{
    private const int PinnedSeed = 41;
    private const int Programs = 3_000;

    [OracleFact("elixir", IsLong = true)]
    public void Elixir_compiles_what_has_no_such_names_and_nothing_else()
    {
        var generator = new NameProgramGenerator(new Random(FreshSeed.Or(PinnedSeed)));
        var count = ElixirProgram.Some(Programs);
        var programs = Enumerable.Range(0, count).Select(_ => generator.Next()).ToList();
        var trees = programs.ConvertAll(text => ElixirParser.Parse(SourceFile.FromString("config/config.exs", text)));
        var ours = trees.ConvertAll(NameChecker.Check);
        using var folder = new TemporaryFolder();
        folder.Write(
            "programs.txt", string.Join('\n', programs.Select(text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)))));
        folder.Write("check.exs", """
            for line <- File.stream!("programs.txt") do
              text = line |> String.trim() |> Base.decode64!()
              answer = try do
                Config.Reader.eval!("config.exs", text, env: :prod, target: :host)
                "compiles"
              rescue
                error in CompileError -> "refused #{inspect(error.description)}"
                error -> "raises #{inspect(error)}"
              end
              IO.puts("ANSWER #{answer}")
            end
            """);
        var (_, output) = Oracle.Run(ElixirProgram.Path, ["check.exs"], start => start.WorkingDirectory = folder.Root);
        var answers = output.Split('\n').Where(line => line.StartsWith("ANSWER ", StringComparison.Ordinal))
            .Select(line => line["ANSWER ".Length..]).ToList();
        Assert.Equal(count, answers.Count);
        var differences = Enumerable.Range(0, count)
            .Where(i => (ours[i].IsEmpty && !trees[i].Diagnostics.Any(broken => broken.IsError)) != (answers[i] == "compiles"))
            .OrderBy(i => programs[i].Length)
            .Select(i => $"Elixir {answers[i]}, ours: {string.Join(", ", ours[i].Select(error => error.Name))}\n{programs[i]}")
            .ToList();
        log.WriteLine($"{count} programs, {answers.Count(answer => answer == "compiles")} of them compile");
        Assert.True(differences.Count == 0, $"{differences.Count} differ\n{string.Join("\n", differences.Take(5))}");
    }

    /// <summary>All of these compile.</summary>
    [ElixirSourcesFact]
    public void Elixir_itself_has_no_such_names()
    {
        var errors = new List<string>();
        var files = QuotedFormTests.FilesUnder(Environment.GetEnvironmentVariable(ElixirSourcesFactAttribute.Variable) ?? "")
            .ToList();
        foreach (var (path, source) in files)
        {
            errors.AddRange(NameChecker.Check(ElixirParser.Parse(SourceFile.FromBytes(path, source)))
                .Select(error => $"{path}:{error.Node.Location.Start.Line + 1}: {error.Name}"));
        }

        Assert.NotEmpty(files);
        Assert.True(errors.Count == 0, string.Join('\n', errors.Take(50)));
    }
}
