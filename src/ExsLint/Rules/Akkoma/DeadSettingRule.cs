using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary>Settings that look as if they did something, and are never read.</summary>
public sealed class DeadSettingRule : AkkomaRule
{
    /// <summary>Options of the media proxy's own client (Akkoma 3.16 and Pleroma 2.7, lib/pleroma/reverse_proxy.ex).</summary>
    private static readonly string[] ProxyOptions = ["redirect_on_failure", "max_body_length", "max_read_duration"];

    /// <summary>
    /// Settings of Pleroma: no file of Akkoma 3.16 reads them. The exporter of metrics left with Akkoma 2022.08.
    /// </summary>
    private static readonly (string Key, string Name)[] OfPleroma =
    [
        (AkkomaInstance.HttpSecurity, "allow_unsafe_eval"),
        (AkkomaInstance.Instance, "moderator_privileges"),
        (AkkomaInstance.Instance, "admin_privileges"),
    ];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-dead-setting",
        Title = "Setting is never read",
        Description = "The setting is not one that the server reads, or does not stand where it is read: what it is "
            + "meant to switch stays as it is.",
        Level = DiagnosticLevel.Note,
        ReferenceUri = Cheatsheet,
        CreateMessages = () => ConfigMessages.Create(
            ("proxy-opts", "'{0}' is never read here, because the media proxy looks for it in 'proxy_opts'."),
            ("pleroma", "Akkoma never reads '{0}', which is a setting of Pleroma.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        foreach (var name in ProxyOptions)
        {
            Note(context, instance, instance.Get(AkkomaInstance.MediaProxy, name), "proxy-opts", name);
        }

        if (instance.IsAkkoma)
        {
            foreach (var (key, name) in OfPleroma)
            {
                Note(context, instance, instance.Get(key, name), "pleroma", name);
            }

            Note(context, instance, MetricsRule.Switch(instance), "pleroma", "MetricsExporter");
        }
    }

    /// <summary>
    /// Reports what someone wrote beyond upstream's base, which reads what it sets itself. A switch that is off stays off without
    /// effect, too. What the value is does not matter, so it depends on nothing unless the setting may be absent.
    /// </summary>
    private static void Note(
        ConfigRuleContext context, AkkomaInstance instance, Setting setting, string messageId, string name)
    {
        var isAlways = setting.Alternatives.All(value => value is not AbsentValue);
        foreach (var value in setting.Alternatives)
        {
            if (value is not (AbsentValue or AtomValue { IsTruthy: false })
                && value.Overrode is null
                && context.Model.FileOf(value) is { Role: not (ConfigFileRole.Base or ConfigFileRole.Defaults) })
            {
                var reported = isAlways ? setting with { Value = value } : setting;
                Report(context, instance, reported, value, new Verdict(messageId, [name]));
                return;
            }
        }
    }
}
