using System.Collections.Immutable;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Syntax.Elixir;
using ExsLint.Workspace;

namespace ExsLint.Frameworks;

/// <summary>What ExsLint knows of one framework. It keeps no state between configurations.</summary>
public abstract class Framework
{
    /// <summary>The framework's applications in a configuration; none if the configuration is for others.</summary>
    /// <param name="model">The effective configuration.</param>
    /// <param name="own">The names of the project's own applications, as far as they are known.</param>
    /// <param name="snapshot">The analysed tree.</param>
    public abstract IEnumerable<ConfiguredApplication> Recognise(
        ConfigModel model, ImmutableArray<string> own, Snapshot snapshot);

    /// <summary>Whether an application is the framework's own, even where a configuration sets nothing for it.</summary>
    /// <param name="name">The application's name.</param>
    public virtual bool IsOwn(string name) => false;

    /// <summary>The users, folders and programs by which a unit is known to run the framework's own service.</summary>
    public virtual ImmutableArray<string> ServiceNames => [];

    /// <summary>How a file that stands alone is read, or null if it is not one of this framework's.</summary>
    /// <param name="tree">The file.</param>
    public virtual LoneFile? ReadAlone(ElixirSyntaxTree tree) => null;

    /// <summary>The lone files that are read, as far as known environment variables decide it.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="variables">What is known of the environment variables.</param>
    /// <param name="files">The analysed tree.</param>
    public virtual IEnumerable<string> ChooseRead(
        IEnumerable<string> paths, EnvironmentVariables variables, IProjectFiles files) => paths;
}

/// <summary>How a framework reads a config file that stands alone.</summary>
/// <param name="Defaults">What its release has built in, on which the file is merged.</param>
/// <param name="IsReadByProvider">Whether a provider of the release's reads it, without an environment.</param>
public sealed record LoneFile(ElixirSyntaxTree Defaults, bool IsReadByProvider);
