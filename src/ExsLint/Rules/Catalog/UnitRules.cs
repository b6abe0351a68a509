using System.Collections.Immutable;
using ExsLint.Rules.Systemd;
using ExsLint.Rules.Systemd.Rows;
using ExsLint.Rules.Units;

namespace ExsLint.Rules.Catalog;

/// <summary>The rules about units only. A run over configurations makes none of them.</summary>
internal static class UnitRules
{
    /// <summary>The rules, in no order.</summary>
    public static ImmutableArray<UnitRule> All { get; } =
    [
        new CapabilitySysAdminRule(),
        new ContradictionRule(),
        new CookieArgumentRule(),
        new CrashDumpRule(),
        new DistributionRule(),
        new ExposureRule(),
        new InteractiveModeRule(),
        new LivebookNoAuthRule(),
        new MixEnvRule(),
        new NoNewPrivilegesRule(),
        new PrivateDevicesRule(),
        new PrivateTmpRule(),
        new ProtectHomeRule(),
        new ProtectSystemRule(),
        new RootGroupRule(),
        new RootUserRule(),
        new SecretEnvironmentRule(),
        new SilentTypoRule(),
        new WritableCodeRule(),
        new AmbientCapabilitiesRule(),
        new DeviceAllowRule(),
        .. SettingRowRule.CreateAll(),
        .. CapabilityRule.CreateAll(),
        .. NamespaceRule.CreateAll(),
        .. AddressFamilyRule.CreateAll(),
        .. SystemCallRule.CreateAll(),
    ];
}
