namespace ExsLint.Semantics.Elixir.Projects;

/// <summary>How a file takes part in a project's configuration.</summary>
public enum ConfigFileRole
{
    /// <summary>A framework's own defaults, which nobody edits: never reported on.</summary>
    Defaults,

    /// <summary>The project's base: <c>config/config.exs</c>.</summary>
    Base,

    /// <summary>A file that the base imports.</summary>
    Import,

    /// <summary><c>config/runtime.exs</c> or <c>config/releases.exs</c>: read when the release starts.</summary>
    Runtime,

    /// <summary>The config file of a release, read by a provider when it starts: <c>/etc/akkoma/config.exs</c>.</summary>
    Release,
}
