using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>configurable_from_database</c> without <c>:database_config_whitelist</c>.</summary>
public sealed class DatabaseConfigRule : AkkomaRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-database-config",
        Title = "Administrators can change every setting in the browser",
        Description = "With configurable_from_database the admin API changes the settings of a running instance, "
            + "and without a database_config_whitelist every one of them, those included that protect the "
            + "server. What is in the database is not in the files that are checked here.",
        Level = DiagnosticLevel.Note,
        SecuritySeverity = 3.0,
        Cwes = [15],
        ReferenceUri = Cheatsheet + "#database_config_whitelist",
        CreateMessages = () => ConfigMessages.Create(
            ("all",
                "Whoever takes over an administrator's account can change every setting, because there is no "
                    + "'database_config_whitelist'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        if (instance.Get("database_config_whitelist").Value.IsTruthy == false)
        {
            Judge(
                context,
                instance,
                instance.Get("configurable_from_database"),
                value => value.IsTruthy == true ? Verdict.Of("all") : null,
                _ => null);
        }
    }
}
