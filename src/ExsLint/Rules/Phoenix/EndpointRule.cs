using ExsLint.Frameworks.Phoenix;

namespace ExsLint.Rules.Phoenix;

/// <summary>A rule about the endpoints of Phoenix applications.</summary>
public abstract class EndpointRule : PhoenixRule
{
    /// <summary>Phoenix's page about the settings of endpoints.</summary>
    protected const string EndpointPage = "https://hexdocs.pm/phoenix/Phoenix.Endpoint.html";

    /// <inheritdoc/>
    protected sealed override void Analyze(ConfigRuleContext context, PhoenixApplication application)
    {
        foreach (var endpoint in application.Endpoints)
        {
            Analyze(context, application, endpoint);
        }
    }

    /// <summary>Looks at an endpoint and reports what it finds.</summary>
    /// <param name="context">Where to report.</param>
    /// <param name="application">The application.</param>
    /// <param name="endpoint">The endpoint's key.</param>
    protected abstract void Analyze(ConfigRuleContext context, PhoenixApplication application, string endpoint);
}
