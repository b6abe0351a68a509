using System.Text.Json;
using ExsLint.Cli.Tests.TestSupport;

namespace ExsLint.Oracles.ProblemMatchers;

/// <summary>The problem matcher for VS Code, applied by a JavaScript engine as VS Code applies it.</summary>
public sealed class VSCodeMatcherOracle
{
    [OracleFact("node")]
    public void Every_finding_becomes_a_problem_in_VS_Code()
    {
        using var folder = FindingsOfEveryLevel.Make();
        folder.Write("matcher.json", Exslint.Run(folder, "matcher", "--for", "vscode").Output);
        var script = Path.Combine(AppContext.BaseDirectory, "ProblemMatchers", "vscode-matcher.mjs");
        var outcome = Exslint.RunShell(folder, $"\"$EXSLINT\" check --format concise | node '{script}' matcher.json .");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));

        using var problems = JsonDocument.Parse(outcome.Output);
        Assert.Equal(FindingsOfEveryLevel.Expected(folder), problems.RootElement.EnumerateArray().Select(FromProblem));
        Assert.All(
            problems.RootElement.EnumerateArray(), problem => Assert.Equal("exslint", problem.GetProperty("source").GetString()));
    }

    /// <summary>A note of ours is what VS Code calls an information.</summary>
    private static Finding FromProblem(JsonElement problem) => new(
        problem.GetProperty("file").GetString()!,
        problem.GetProperty("line").GetInt32(),
        problem.GetProperty("column").GetInt32(),
        problem.GetProperty("severity").GetString() is "info" ? "note" : problem.GetProperty("severity").GetString()!,
        problem.GetProperty("message").GetString()!,
        problem.GetProperty("code").GetString()!);
}
