using ExsLint.Analysis;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;

namespace ExsLint.Tests.Rules;

/// <summary>How rules are named and chosen.</summary>
public sealed class RulePatternTests
{
    [Theory]
    [InlineData("akkoma-sts", "akkoma-sts", true)]
    [InlineData("akkoma", "akkoma-sts", false)]
    [InlineData("AKKOMA-STS", "akkoma-sts", false)]
    [InlineData("akkoma-*", "akkoma-sts", true)]
    [InlineData("*", "akkoma-sts", true)]
    [InlineData("*-s*s", "akkoma-sts", true)]
    [InlineData("systemd-*", "akkoma-sts", false)]
    [InlineData("akkoma-st?", "akkoma-sts", false)]
    [InlineData("", "akkoma-sts", false)]
    public void A_pattern_is_an_id_or_has_stars(string pattern, string id, bool matches) =>
        Assert.Equal(matches, RulePattern.Matches(pattern, id));

    [Theory]
    [InlineData("akkoma-st", "akkoma-sts")]
    [InlineData("akoma-sts", "akkoma-sts")]
    [InlineData("systemd-privatetmp", "systemd-private-tmp")]
    [InlineData("systemd-private-device", "systemd-private-devices")]
    [InlineData("sts", null)]
    [InlineData("config-secrets-in-csrf", null)]
    [InlineData("", null)]
    public void The_nearest_rule_is_one_that_may_be_meant(string misspelt, string? nearest) =>
        Assert.Equal(nearest, RulePattern.FindNearest(misspelt));

    [Fact]
    public void Selected_rules_run_whatever_the_profile_and_ignored_ones_never_do()
    {
        var rule = RuleCatalog.All[0].Descriptor with { Profile = RuleProfile.Strict };

        Assert.False(new LintOptions().Includes(rule));
        Assert.True(new LintOptions { Profile = RuleProfile.Strict }.Includes(rule));
        Assert.True(new LintOptions { Select = [rule.Id] }.Includes(rule));
        Assert.False(new LintOptions { Select = ["none-such"], Profile = RuleProfile.Strict }.Includes(rule));
        Assert.False(new LintOptions { Select = [rule.Id], Ignore = ["*"] }.Includes(rule));
    }
}
