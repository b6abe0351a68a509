using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary>The exporter of metrics of Pleroma, open to everybody.</summary>
public sealed class MetricsRule : AkkomaRule
{
    private const string Prometheus = "prometheus";
    private const string Exporter = "Elixir.Pleroma.Web.Endpoint.MetricsExporter";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-metrics",
        Title = "Metrics are open to everybody",
        Description = "Pleroma's exporter of metrics is on and asks for no password: anyone can read how the "
            + "instance is used, its queries and its load, which also tells what an attack achieves.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 5.0,
        Cwes = [200, 306],
        Fix = FixApplicability.Unsafe,
        ReferenceUri = "https://docs-develop.pleroma.social/backend/development/API/prometheus/",
        CreateMessages = () => ConfigMessages.Create(
            ("open", "Anyone can read the metrics of the instance, because the exporter is on and 'auth' is off.")),
    };

    /// <summary>The switch of the exporter.</summary>
    public static Setting Switch(AkkomaInstance instance) => instance.Model.Get(Prometheus, Exporter, "enabled");

    /// <inheritdoc/>
    /// <remarks>Up to Pleroma 2.5 (lib/pleroma/web/endpoint.ex); prom_ex took its place, and Akkoma has neither.</remarks>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        var auth = context.Model.Get(Prometheus, Exporter, "auth");
        var addresses = context.Model.Get(Prometheus, Exporter, "ip_whitelist").Value;
        if (instance.IsAkkoma
            || instance.Dependencies?.Has("prom_ex") == true
            || auth.Value.IsTruthy != false
            || addresses is not (AbsentValue or AtomValue { IsNil: true } or ListValue { Items.IsEmpty: true, Rest: null }))
        {
            return;
        }

        var fix = new SettingFix("Switch the exporter off", FixApplicability.Unsafe, "false");
        Judge(
            context,
            instance,
            Switch(instance),
            value => value.IsTruthy == true ? Verdict.Of("open", fix) : null,
            _ => null);
    }
}
