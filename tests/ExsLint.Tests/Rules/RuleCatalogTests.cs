using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Rules.Systemd.Rows;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd.Exposure;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Tests.Rules;

/// <summary>What holds for every rule.</summary>
public sealed class RuleCatalogTests
{
    public static TheoryData<string> RuleIds => [.. RuleCatalog.All.Select(rule => rule.Descriptor.Id)];

    [Fact]
    public void The_catalogue_is_complete() => Assert.Equal(
        typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract)
            .Where(type => type.Namespace != typeof(ExsLint.Rules.Policy.PolicyRule).Namespace)
            .Select(type => type.Name).Order(),
        RuleCatalog.All.Select(rule => rule.GetType().Name).Distinct().Order());

    [Fact]
    public void The_twelve_of_the_hardening_guide_are_there() => Assert.Subset(
        RuleCatalog.All.Select(rule => rule.Descriptor.Id).ToHashSet(),
        new HashSet<string>
        {
            "akkoma-http-ip", "akkoma-http-security-enabled", "akkoma-referrer-policy", "akkoma-secure-cookie-flag", "akkoma-sts",
            "akkoma-upload-base-url",
            "systemd-capability-sys-admin", "systemd-no-new-privileges", "systemd-private-devices", "systemd-private-tmp",
            "systemd-protect-home", "systemd-protect-system",
        });

    [Fact]
    public void Every_row_of_the_table_has_its_rule_with_the_level_its_weight_calls_for()
    {
        foreach (var check in SecurityTable.Checks)
        {
            var rule = Assert.Single(RuleCatalog.All.OfType<UnitRule>(), rule => rule.Row == check.JsonField).Descriptor;
            Assert.Equal(check.Weight >= 1000 ? DiagnosticLevel.Warning : DiagnosticLevel.Note, rule.Level);
            Assert.Equal(rule.Profile, RowTable.ProfileOf(check.JsonField));
        }

        Assert.Equal(
            GuideRules.Options.Select.Where(id => id.StartsWith("systemd-", StringComparison.Ordinal)).Append("systemd-root-user")
                .Order(),
            RuleCatalog.All.OfType<UnitRule>().Where(rule => rule is { Row: not null } and not RowRule)
                .Select(rule => rule.Descriptor.Id));
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Texts_are_of_the_right_shape(string id)
    {
        var rule = RuleCatalog.Find(id)!.Descriptor;
        Assert.Matches("^[a-z]+(-[a-z0-9]+)+$", rule.Id);
        Assert.False(rule.Title.EndsWith('.'), rule.Title);
        Assert.EndsWith(".", rule.Description, StringComparison.Ordinal);
        Assert.InRange(rule.Description.Length, 40, 1024);
        Assert.StartsWith("https://", rule.ReferenceUri, StringComparison.Ordinal);
        Assert.True(rule.SecuritySeverity is null or (> 0 and <= 10));
        Assert.NotEmpty(rule.Messages);
        Assert.All(rule.Messages.Values, message =>
        {
            Assert.EndsWith(".", message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', message);
            Assert.Equal(message.Count(character => character == '{'), message.Split("'{").Length - 1);
        });
    }
}
