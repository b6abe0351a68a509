using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>:instance, healthcheck</c>: anyone may ask how the server is.</summary>
public sealed class HealthcheckRule() : AkkomaSwitchRule(AkkomaInstance.Instance, "healthcheck")
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-healthcheck",
        Title = "Anyone can ask how the server is",
        Description = "The page /api/v1/pleroma/healthcheck tells anyone the memory in use, the connections to the "
            + "database and the jobs that wait, and asks the database for it each time.",
        Level = DiagnosticLevel.Note,
        SecuritySeverity = 2.5,
        Cwes = [497],
        Fix = FixApplicability.Unsafe,
        ReferenceUri = Cheatsheet + "#instance",
        CreateMessages = () => MessagesOf(
            "Anyone can ask for the memory, connections and jobs of the server, because 'healthcheck' is '{0}'."),
    };

    /// <inheritdoc/>
    /// <remarks>Nothing but <c>true</c> switches it on (Akkoma 3.16, lib/pleroma/web/twitter_api, UtilController).</remarks>
    protected override bool IsOn(AbstractValue value) => value is AtomValue { Name: "true" };
}
