using ExsLint.Analysis;
using ExsLint.Rules;

namespace ExsLint.Tests.Analysis;

/// <summary>A rule that is being tried out runs only for those who ask for it.</summary>
public sealed class PreviewTests
{
    private static readonly RuleDescriptor Tried = new()
    {
        Id = "phoenix-tried",
        Title = "A rule that is tried out",
        Description = "It is tried out.",
        Level = DiagnosticLevel.Warning,
        ReferenceUri = "https://hexdocs.pm/phoenix",
        IsPreview = true,
    };

    [Theory]
    [InlineData(false, "", false)]
    [InlineData(true, "", true)]
    [InlineData(false, "phoenix-tried", true)]
    [InlineData(false, "phoenix-*", false)]
    [InlineData(false, "*", false)]
    [InlineData(true, "phoenix-*", true)]
    [InlineData(true, "tls-*", false)]
    public void It_runs_where_it_is_asked_for(bool preview, string select, bool runs) =>
        Assert.Equal(runs, Options(preview, select).Includes(Tried));

    [Theory]
    [InlineData(RuleProfile.Strict, "", false)]
    [InlineData(RuleProfile.Recommended, "phoenix-tried", false)]
    public void No_profile_holds_it_and_ignoring_it_wins(RuleProfile profile, string ignore, bool runs) => Assert.Equal(
        runs, (Options(ignore.Length > 0, "") with { Profile = profile, Ignore = [.. Names(ignore)] }).Includes(Tried));

    [Fact]
    public void Other_rules_do_not_depend_on_it() =>
        Assert.True(Options(preview: true, "").Includes(Tried with { IsPreview = false }));

    private static LintOptions Options(bool preview, string select) =>
        new() { Preview = preview, Select = [.. Names(select)] };

    private static string[] Names(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
