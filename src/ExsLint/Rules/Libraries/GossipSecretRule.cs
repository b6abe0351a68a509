using ExsLint.Frameworks;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Libraries;

/// <summary>libcluster's gossip strategy without <c>secret</c>: nodes that anyone on the network can announce.</summary>
public sealed class GossipSecretRule : LibraryRule
{
    private const string Strategy = "strategy";
    private const string Gossip = "Elixir.Cluster.Strategy.Gossip";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "libcluster-gossip",
        Title = "Anyone on the network can announce a node",
        Description = "Nodes find each other by packets that are not encrypted and that anyone on the network can send and read; "
            + "only the cookie keeps others out of the cluster.",
        Level = DiagnosticLevel.Note,
        SecuritySeverity = 4.0,
        Cwes = [319],
        ReferenceUri = "https://hexdocs.pm/libcluster/Cluster.Strategy.Gossip.html",
        CreateMessages = () => ConfigMessages.Create(
            ("plain",
                "Anyone on the network can announce a node, to which this one connects, because the gossip has no 'secret'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, MixApplication application) =>
        JudgeAll(context, application, Strategy, (topology, value) =>
            value is AtomValue { Name: Gossip } && HasNoSecret(topology.Get("config")) ? Verdict.Of("plain") : null);

    private static bool HasNoSecret(Setting config) =>
        config.Value is AbsentValue || config.Get("secret").Value is AbsentValue or AtomValue { Name: "nil" };
}
