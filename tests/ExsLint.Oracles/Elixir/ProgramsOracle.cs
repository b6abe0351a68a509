using System.Globalization;
using System.Text;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Oracles.Elixir;

/// <summary>Lets Elixir evaluate many configurations of one file, each under the same environments.</summary>
internal static class ProgramsOracle
{
    private const char RecordSeparator = '\u001e';

    /// <summary>Each process evaluates one program after the other, since environment variables belong to processes.</summary>
    private const int Processes = 2;

    /// <summary>
    /// What Elixir makes of programs: for each an answer to each environment, the applications' keyword lists as JSON or <c>-</c>
    /// and why it is refused.
    /// </summary>
    public static string[][] Run(IReadOnlyList<string> programs, IReadOnlyList<Dictionary<string, string?>> environments)
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/config.exs", "");
        folder.Write("environments", $"[{string.Join(", ", environments.Select(ElixirTerm.Environment))}]");
        var answers = programs.Select(_ => new string[environments.Count]).ToArray();
        var runs = Enumerable.Range(0, Processes).Select(process => Task.Run(() =>
        {
            var own = Enumerable.Range(0, programs.Count).Where(number => number % Processes == process).ToList();
            folder.Write($"programs{process}", string.Join(RecordSeparator, own.Select(number => programs[number])));
            var script = Path.Combine(AppContext.BaseDirectory, "Elixir", "programs_oracle.exs");
            var (exit, output) = Oracle.Run(ElixirProgram.Path, [script, $"programs{process}", "environments"], start =>
            {
                start.WorkingDirectory = folder.Root;
                start.StandardOutputEncoding = Encoding.UTF8;
            });
            foreach (var fields in output.Split('\n').Select(line => line.Split('\t', 3)).Where(fields => fields.Length == 3))
            {
                answers[own[Number(fields[0])]][Number(fields[1])] = fields[2];
            }

            var isDone = exit == 0 && own.TrueForAll(number => !answers[number].Contains(null));
            Assert.True(isDone, output[^Math.Min(2000, output.Length)..]);
        }));
        Task.WaitAll([.. runs]);
        return answers;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
