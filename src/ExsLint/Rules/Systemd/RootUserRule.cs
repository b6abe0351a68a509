using System.Collections.Immutable;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Rules.Systemd;

/// <summary>Finds services that run as root, or as the shared user <c>nobody</c>.</summary>
public sealed class RootUserRule : UnitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "systemd-root-user";

    // systemd.exec(5), 'User=': root for services of the system, unless DynamicUser= makes up a user.
    private const string Key = "User";
    private const string Root = "root";

    // UID_NOBODY of systemd (src/basic/user-util.h), which its own analysis knows by name only.
    private const string Nobody = "nobody";
    private const string NobodyNumber = "65534";

    private const string Shared = "shared";

    // Execution with unnecessary privileges; improper privilege management.
    private const int UnnecessaryPrivileges = 250;
    private const int PrivilegeManagement = 269;

    /// <inheritdoc/>
    public override string Row => "UserOrDynamicUser";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Service runs as root",
        Description = "A service of the system without User= runs as root, so a flaw in it gives away the whole machine. An "
            + "Elixir service needs no such power: it listens on a high port behind a proxy, or is given CAP_NET_BIND_SERVICE "
            + "for a low one. Nor is it to run as nobody, a user that it would share with others.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.0,
        Cwes = [UnnecessaryPrivileges, PrivilegeManagement],
        ReferenceUri = UnitMessages.Reference(Key),
        CreateMessages = () => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            [UnitMessages.Missing] = "User is not set, so the service runs as root.",
            [UnitMessages.Set] = "User is '{0}', so the service has the whole machine in its power.",
            [Shared] =
                "User is '{0}', which other services and file systems use too, so that they and the service reach each other's "
                    + "files and processes.",
        }),
    };

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        if (!context.IsHardeningJudged || context.Unit.IsOfUserManager || IsDynamic(context.Unit))
        {
            return;
        }

        // The last assignment counts; an empty one takes back what stood before it.
        var last = context.Unit.GetAssignments(UnitSections.Service, Key).LastOrDefault();
        if (last is null or { Value: "" })
        {
            context.Report(UnitMessages.Missing, last?.Location ?? context.MissingLocation(), context.SettingOf(Key));
        }
        else if (last.Value is Root or "0")
        {
            context.Report(UnitMessages.Set, last.Location, context.SettingOf(Key), [UnitRuleContext.Shown(last.Value)]);
        }
        else if (last.Value is Nobody or NobodyNumber)
        {
            context.Report(Shared, last.Location, context.SettingOf(Key), [UnitRuleContext.Shown(last.Value)]);
        }
    }

    private static bool IsDynamic(EffectiveUnit unit) =>
        unit.GetAssignments(UnitSections.Service, "DynamicUser").LastOrDefault() is { } dynamic
        && SettingValues.TryParseBoolean(dynamic.Value, out var isOn) && isOn;
}
