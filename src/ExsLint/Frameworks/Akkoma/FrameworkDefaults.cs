using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Syntax.Elixir;
using ExsLint.Text;
using ExsLint.Workspace;

namespace ExsLint.Frameworks.Akkoma;

/// <summary>
/// The defaults that a framework's release has built in, as small config files of our own. Each names the version that it
/// stands for.
/// </summary>
public static class FrameworkDefaults
{
    /// <summary>Akkoma's.</summary>
    public const string Akkoma = "akkoma";

    /// <summary>Pleroma's.</summary>
    public const string Pleroma = "pleroma";

    private static readonly Lazy<ConfigModel> AkkomaModel = new(() => EvaluateNow(Akkoma));
    private static readonly Lazy<ConfigModel> PleromaModel = new(() => EvaluateNow(Pleroma));

    /// <summary>The defaults of a framework.</summary>
    /// <param name="framework"><see cref="Akkoma"/> or <see cref="Pleroma"/>.</param>
    /// <exception cref="ArgumentException">There is no such framework.</exception>
    public static ElixirSyntaxTree Load(string framework)
    {
        var bytes = EmbeddedFile.Read($"defaults/{framework}.exs");
        if (bytes.IsEmpty)
        {
            throw new ArgumentException($"no defaults of '{framework}'", nameof(framework));
        }

        return ElixirParser.Parse(SourceFile.FromBytes($"({framework} defaults)", bytes.ToArray()));
    }

    /// <summary>The effective configuration of a framework's defaults alone, evaluated when it is first asked for.</summary>
    /// <param name="framework"><see cref="Akkoma"/> or <see cref="Pleroma"/>.</param>
    /// <exception cref="ArgumentException">There is no such framework.</exception>
    public static ConfigModel Evaluate(string framework) => (framework == Pleroma ? PleromaModel : AkkomaModel).Value;

    private static ConfigModel EvaluateNow(string framework)
    {
        var project = new ConfigProject(ConfigProjectKind.Release, "", "", []);
        return ConfigEvaluator.Evaluate(project, new Snapshot(NoFiles.Instance), "prod", Load(framework));
    }
}
