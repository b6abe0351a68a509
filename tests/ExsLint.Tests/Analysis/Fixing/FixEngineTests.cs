using ExsLint.Analysis;
using ExsLint.Analysis.Baselines;
using ExsLint.Analysis.Fixing;
using ExsLint.Analysis.Linting;
using ExsLint.Edits;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;
using ExsLint.Workspace;

namespace ExsLint.Tests.Analysis.Fixing;

/// <summary>What is applied, in which order, and what is left alone.</summary>
public sealed class FixEngineTests
{
    private const string Endpoint = "config :pleroma, Pleroma.Web.Endpoint, url: [host: \"a.example\", scheme: \"https\"]";

    private const string Service = """
        [Service]
        ExecStart=/opt/akkoma/bin/pleroma start

        """;

    private static readonly FixOptions AlsoUnsafe = new() { Unsafe = true };

    [Fact]
    public void Fixes_at_one_place_all_land_in_the_order_of_the_rules() => Assert.Equal(
        Service + """
            CapabilityBoundingSet=~CAP_SYS_ADMIN
            NoNewPrivileges=true
            PrivateDevices=true
            PrivateTmp=true
            ProtectHome=true
            ProtectSystem=full

            """,
        FixedTree.Fix("akkoma.service", Service, lint: GuideRules.Options).Text());

    [Fact]
    public void Fixes_that_would_both_write_the_same_comma_take_turns()
    {
        var text = $"""
            import Config
            {Endpoint}

            config :pleroma, :http_security,
              enabled: true # for now

            """;
        var result = FixedTree.Fix("prod.secret.exs", text, AlsoUnsafe);

        Assert.Contains("enabled: true, # for now\n", result.Text(), StringComparison.Ordinal);
        Assert.Contains("akkoma-sts", result.Rules());
        Assert.DoesNotContain(
            Lint("prod.secret.exs", result.Text()), finding => finding.Contains("[akkoma-sts]", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_fix_brings_to_light_is_fixed_in_the_next_round()
    {
        var text = $"import Config\n{Endpoint}\n\nconfig :pleroma, :http_security, enabled: false\n";
        var result = FixedTree.Fix("prod.secret.exs", text, AlsoUnsafe);

        Assert.Equal($"import Config\n{Endpoint}\n\nconfig :pleroma, :http_security, enabled: true, sts: true\n", result.Text());
    }

    [Fact]
    public void Unsafe_fixes_have_to_be_asked_for_and_suggestions_are_never_applied()
    {
        const string Text =
            "import Config\nconfig :pleroma, Pleroma.Web.Endpoint,\n  url: [host: \"a.example\", scheme: \"https\"],\n"
                + "  http: [ip: {0, 0, 0, 0}]\n";
        var safe = FixedTree.Fix("prod.secret.exs", Text);
        var all = FixedTree.Fix("prod.secret.exs", Text, AlsoUnsafe);

        Assert.Empty(safe.Changes);
        Assert.Contains(safe.Refused, refused => refused is { Cause: RefusalCause.Unsafe, Diagnostic.Rule.Id: "akkoma-http-ip" });
        Assert.Contains("{127, 0, 0, 1}", all.Text(), StringComparison.Ordinal);
        Assert.Equal(
            ["akkoma-upload-base-url"],
            all.Refused.Where(refused => refused.Cause == RefusalCause.Suggested).Select(refused => refused.Diagnostic.Rule.Id));
    }

    [Fact]
    public void Suppressed_findings_and_those_of_the_baseline_stay()
    {
        var suppressed = Service + "# exslint:ignore systemd-private-tmp -- shares /tmp with the importer\nPrivateTmp=no\n";
        Assert.DoesNotContain("systemd-private-tmp", FixedTree.Fix("akkoma.service", suppressed).Rules());

        var known = Linter.Lint(
            new Snapshot(new InMemoryProjectFiles(("akkoma.service", Service))), new LintTargets([], ["akkoma.service"]),
            new LintOptions()).Diagnostics;
        Assert.Empty(FixedTree.Fix("akkoma.service", Service, new FixOptions { Baseline = Baseline.Of(known) }).Applied);
    }

    [Fact]
    public void A_rule_that_was_not_chosen_fixes_nothing()
    {
        var result = FixedTree.Fix(
            new InMemoryProjectFiles(("akkoma.service", Service)), ["akkoma.service"],
            lint: new LintOptions { Select = ["systemd-private-tmp"] });

        Assert.Equal(Service + "PrivateTmp=true\n", result.Text());
    }

    [Fact]
    public void A_file_that_must_not_be_changed_is_not_and_the_reason_is_told()
    {
        var result = FixedTree.Fix(
            "akkoma.service", Service, new FixOptions { WhyUntouchable = path => $"{path} was not named" }, GuideRules.Options);

        Assert.Empty(result.Changes);
        Assert.All(
            SafeFixes(result),
            refused => Assert.Equal((RefusalCause.Untouchable, "akkoma.service was not named"), (refused.Cause, refused.Reason)));
        Assert.Equal(6, SafeFixes(result).Count());
    }

    [Fact]
    public void Text_that_is_not_UTF_8_is_never_changed()
    {
        var file = SourceFile.FromBytes(
            "akkoma.service",
            [.. "# \xFF\n"u8[..2], 0xFF, .. "\n[Service]\nExecStart=/opt/akkoma/bin/pleroma start\nPrivateTmp=no\n"u8]);
        var result = FixedTree.Fix(new InMemoryProjectFiles([file]), ["akkoma.service"]);

        Assert.False(file.RoundTrips);
        Assert.Empty(result.Changes);
    }

    [Fact]
    public void A_drop_in_that_other_units_share_is_left_alone()
    {
        var result = FixedTree.Fix(SharedDropIn(other: Service));

        Assert.Equal(
            ["akkoma.service", "other.service"], result.Changes.Select(change => change.Path).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(result.Applied, applied => applied.Diagnostic.Rule.Id == "systemd-private-tmp");
    }

    private static IEnumerable<RefusedFix> SafeFixes(FixResult result) =>
        result.Refused.Where(refused => refused.Diagnostic.Fix?.Applicability == FixApplicability.Safe);

    private static Dictionary<string, string> SharedDropIn(string other) => new()
    {
        ["akkoma.service"] = Service,
        ["other.service"] = other,
        ["service.d/10.conf"] = "[Service]\nPrivateTmp=no\n",
    };

    private static IEnumerable<string> Lint(string path, string text) => Linter
        .Lint(new Snapshot(new InMemoryProjectFiles((path, text))), new LintTargets([path], []), new LintOptions())
        .Diagnostics.Select(ExsLint.Reporting.ConciseReport.Format);
}
