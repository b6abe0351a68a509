using ExsLint.Syntax;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>
/// What functions and modules that the configuration has defined so far may do: any call that is not followed may run them.
/// </summary>
internal sealed class HiddenEffects
{
    /// <summary>The functions met so far, and whether they hold calls of <c>config</c>.</summary>
    private readonly Dictionary<SyntaxNode, bool> _configuring = [];

    /// <summary>Whether one of them configures something.</summary>
    public bool Configures { get; set; }

    /// <summary>Whether one of them writes files.</summary>
    public bool WritesFiles { get; set; }

    /// <summary>Whether one of them sets environment variables.</summary>
    public bool SetsVariables { get; set; }

    /// <summary>Whether one of them sets Mix's environment.</summary>
    public bool SetsMix { get; set; }

    /// <summary>Whether one of them does any of these.</summary>
    public bool IsAny => Configures || WritesFiles || SetsVariables || SetsMix;

    /// <summary>Whether a macro was defined that may configure something: each module and file behind it may expand it.</summary>
    public bool HasRunningMacros { get; set; }

    /// <summary>
    /// Whether the configuration defines <c>Config</c> or another of Elixir's modules anew: nobody knows what <c>config</c> does
    /// then.
    /// </summary>
    public bool HasOwnConfig { get; set; }

    /// <summary>
    /// Whether the configuration implements protocols, so that texts and collections are not what they are elsewhere.
    /// </summary>
    public bool HasImplementations { get; set; }

    /// <summary>Whether a function holds calls of <c>config</c>; looked for once.</summary>
    /// <param name="function">The function.</param>
    /// <param name="look">Looks for them.</param>
    public bool IsConfiguring(SyntaxNode function, Func<bool> look)
    {
        if (!_configuring.TryGetValue(function, out var configures))
        {
            _configuring.Add(function, configures = look());
        }

        return configures;
    }
}
