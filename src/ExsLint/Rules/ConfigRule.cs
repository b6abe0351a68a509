using System.Collections.Immutable;
using ExsLint.Frameworks;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Secrets;
using ExsLint.Text;

namespace ExsLint.Rules;

/// <summary>A rule about the effective configuration of a project.</summary>
public abstract class ConfigRule : Rule
{
    /// <summary>Whether the rule judges this kind of application. A rule about every configuration judges none.</summary>
    public virtual bool Judges(ConfiguredApplication application) => false;

    /// <summary>Looks at a model and reports what it finds.</summary>
    public abstract void Analyze(ConfigRuleContext context);
}

/// <summary>What a rule about configuration sees.</summary>
public sealed class ConfigRuleContext(
    RuleDescriptor rule,
    ConfigModel model,
    ImmutableArray<ConfiguredApplication> applications,
    SecretMap secrets,
    Action<Diagnostic> sink)
    : RuleContext(rule, sink)
{
    private HashSet<(string MessageId, Location Place)>? _reported;

    /// <summary>The effective configuration.</summary>
    public ConfigModel Model { get; } = model;

    /// <summary>The profile: some rules of a smaller one have findings that only a larger one hears of.</summary>
    public RuleProfile Profile { get; init; }

    /// <summary>The applications of known frameworks that are configured.</summary>
    public ImmutableArray<ConfiguredApplication> Applications { get; } = applications;

    /// <summary>The application by which what is set for libraries is judged.</summary>
    public required MixApplication Project { get; init; }

    /// <summary>The files that the user named; null if they were found while walking.</summary>
    public ImmutableHashSet<string>? Named { get; init; }

    /// <summary>What rules share that ask about the same configuration.</summary>
    internal SharedFacts Facts { get; init; } = new();

    /// <summary>Whether the user named a file.</summary>
    internal bool IsNamed(string path) => Named?.Contains(path) == true;

    /// <summary>Whether nothing was reported yet with this message at this place.</summary>
    internal bool IsFirstOf(string messageId, Location place) => (_reported ??= []).Add((messageId, place));

    /// <summary>The secrets in the files. A message asks here before it quotes text from elsewhere.</summary>
    public SecretMap Secrets { get; } = secrets;
}
