using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary><c>config_env()</c> and <c>config_target()</c>.</summary>
internal sealed class EnvironmentNames(EvaluationState state, ConfigFile file, FileImports imports)
{
    /// <summary>
    /// Whether <c>config_env()</c> fails here: a provider that reads a release's file gives no environment, and Mix.Config has no
    /// such function.
    /// </summary>
    private bool LacksEnvironment => state.Project.IsReadByProvider || (imports.MixConfig && !imports.NewConfig);

    public AbstractValue? Find(string name, int arity) => (name, arity) switch
    {
        ("config_env", 0) when LacksEnvironment => new NeverValue(),
        ("config_env" or "config_target", 0) when file.Role == ConfigFileRole.Runtime && state.Environment.HasSetMix =>
            new UnknownValue("an environment that the configuration may have told Mix", ValueShape.Atom),
        ("config_env", 0) => new AtomValue(state.Environment.Name),
        ("config_target", 0) => state.Environment.Target,
        _ => null,
    };
}
