using YamlDotNet.RepresentationModel;

namespace ExsLint.Cli.Tests.Integrations;

/// <summary>Runs the script of a step as GitHub's runner does, in a workspace of its own, with the built executable.</summary>
internal sealed class ActionRun : IDisposable
{
    private readonly YamlNode _step;

    /// <summary>Prepares a run with the inputs' defaults.</summary>
    public ActionRun(YamlNode step, YamlNode inputs)
    {
        _step = step;
        Inputs = inputs.Keys().ToDictionary(name => name, name => inputs[name]["default"].Text());
        Directory.CreateDirectory(Folder.PathOf("temp/exslint"));
        File.CreateSymbolicLink(Folder.PathOf("temp/exslint/exslint"), Exslint.Binary);
        Directory.CreateDirectory(Folder.PathOf("workspace/.git"));
    }

    /// <summary>Holds <c>workspace</c>, where the step runs, and <c>temp</c>.</summary>
    public TemporaryFolder Folder { get; } = new();

    /// <summary>The inputs' values.</summary>
    public Dictionary<string, string> Inputs { get; }

    /// <summary>The path of the SARIF report.</summary>
    public string Report => Folder.PathOf("temp/exslint.sarif");

    /// <summary>What the step set as its outputs.</summary>
    public string Outputs => File.ReadAllText(Folder.PathOf("outputs"));

    /// <summary>Runs the step with the shell options that the runner gives bash.</summary>
    public Outcome Run()
    {
        Folder.Write("outputs", "");
        Folder.Write("step.sh", _step["run"].Text());
        var environment = new Dictionary<string, string> { ["GITHUB_OUTPUT"] = Folder.PathOf("outputs") };
        foreach (var name in _step["env"].Keys())
        {
            environment[name] = Expand(_step["env"][name].Text());
        }

        return Exslint.RunProgram(
            Folder.PathOf("workspace"), "bash", environment, "--noprofile", "--norc", "-e", "-o", "pipefail",
            Folder.PathOf("step.sh"));
    }

    /// <inheritdoc/>
    public void Dispose() => Folder.Dispose();

    private string Expand(string text)
    {
        text = text.Replace("${{ runner.temp }}", Folder.PathOf("temp"), StringComparison.Ordinal)
            .Replace("${{ github.action_path }}", Repository.Root, StringComparison.Ordinal);
        foreach (var (name, value) in Inputs)
        {
            text = text.Replace($"${{{{ inputs.{name} }}}}", value, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("${{", text, StringComparison.Ordinal);
        return text;
    }
}
