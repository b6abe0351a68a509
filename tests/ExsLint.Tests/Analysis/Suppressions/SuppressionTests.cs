using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;
using ExsLint.Workspace;

namespace ExsLint.Tests.Analysis.Suppressions;

/// <summary>
/// Which findings a comment suppresses. A text holds <c>sts: false</c>, a finding of akkoma-sts, wherever it stands.
/// </summary>
public sealed class SuppressionTests
{
    private const string Sts = "akkoma-sts";

    [Theory]
    [InlineData("config :pleroma, :http_security, sts: false # exslint:ignore akkoma-sts -- CDN")]
    [InlineData("config :pleroma, :http_security, sts: false #exslint:ignore akkoma-sts --CDN")]
    [InlineData("config :pleroma, :http_security, sts: false ## exslint:ignore  akkoma-http-ip ,akkoma-sts  -- CDN")]
    [InlineData("# exslint:ignore akkoma-sts -- CDN\nconfig :pleroma, :http_security, sts: false")]
    [InlineData("  # exslint:ignore akkoma-sts -- CDN\r\n  config :pleroma, :http_security, sts: false\r\n")]
    [InlineData(
        "# exslint:ignore akkoma-sts -- CDN\n# a word on it\n# exslint:ignore akkoma-http-ip -- LAN\nconfig :pleroma, "
            + ":http_security, sts: false")]
    [InlineData("# exslint:ignore akkoma-sts -- CDN\nconfig :pleroma, :http_security,\n  enabled: true,\n  sts: false")]
    [InlineData("config :pleroma, :http_security,\n  enabled: true,\n  # exslint:ignore akkoma-sts -- CDN\n  sts: false")]
    [InlineData("config :pleroma, :http_security, [\n  # exslint:ignore akkoma-sts -- CDN\n  sts: false\n]")]
    [InlineData("config :pleroma, :http_security, sts: false\n\n# exslint:ignore-file akkoma-sts -- CDN")]
    [InlineData(
        "if config_env() == :prod do\n  # exslint:ignore akkoma-sts -- CDN\n  config :pleroma, :http_security, sts: false\nend")]
    public void A_comment_suppresses(string text)
    {
        var result = Lint($"import Config\n{text}");

        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Rule.Id == Sts);
        var suppressed = Assert.Single(result.Suppressed);
        Assert.Equal(
            "CDN", suppressed.Reason.File.Content.Substring(suppressed.Reason.Span.Start, suppressed.Reason.Span.Length));
    }

    [Theory]
    [InlineData("# exslint:ignore akkoma-sts -- CDN\n\nconfig :pleroma, :http_security, sts: false")]
    [InlineData("config :pleroma, :http_security, sts: false\n# exslint:ignore akkoma-sts -- CDN")]
    [InlineData("config :pleroma, :http_security,\n  enabled: true, # exslint:ignore akkoma-sts -- CDN\n  sts: false")]
    [InlineData("# exslint:ignore akkoma-sts -- CDN\nif true do\n  config :pleroma, :http_security, sts: false\nend")]
    [InlineData("# exslint:ignore akkoma-http-ip -- CDN\nconfig :pleroma, :http_security, sts: false")]
    [InlineData("# exslint:ignore akkoma-sts\nconfig :pleroma, :http_security, sts: false")]
    [InlineData("# exslint:ignore akkoma-sts -- ...\nconfig :pleroma, :http_security, sts: false")]
    [InlineData("# exslint:ignore akkoma-* -- CDN\nconfig :pleroma, :http_security, sts: false")]
    [InlineData("# see exslint:ignore akkoma-sts -- CDN\nconfig :pleroma, :http_security, sts: false")]
    [InlineData("# exslint: ignore akkoma-sts -- CDN\nconfig :pleroma, :http_security, sts: false")]
    [InlineData(
        "config :a, b: \"\"\"\n# exslint:ignore-file akkoma-sts -- CDN\n\"\"\"\nconfig :pleroma, :http_security, sts: false")]
    [InlineData("config :a, b: ~s(# exslint:ignore-file akkoma-sts -- CDN)\nconfig :pleroma, :http_security, sts: false")]
    [InlineData("config :a, :\"# exslint:ignore-file akkoma-sts -- CDN\", 1\nconfig :pleroma, :http_security, sts: false")]
    public void A_comment_or_what_looks_like_one_does_not_suppress(string text)
    {
        var result = Lint($"import Config\n{text}");

        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Rule.Id == Sts);
        Assert.Empty(result.Suppressed);
    }

    [Theory]
    [InlineData("# exslint:ignore systemd-private-tmp -- shared\nPrivateTmp=false")]
    [InlineData("; exslint:ignore systemd-private-tmp -- shared\nPrivateTmp=\\\nfalse")]
    [InlineData("PrivateTmp=\\\n# exslint:ignore systemd-private-tmp -- shared\nfalse")]
    [InlineData("PrivateTmp=false\n# exslint:ignore-file systemd-private-tmp -- shared")]
    public void A_comment_in_a_unit_suppresses(string text)
    {
        var result = LintUnit($"[Service]\nExecStart=/opt/akkoma/bin/pleroma start\n{text}\n");

        Assert.DoesNotContain(
            result.Diagnostics, diagnostic => diagnostic.Rule.Id is "systemd-private-tmp" or "suppression-unused");
        Assert.Equal("systemd-private-tmp", Assert.Single(result.Suppressed).Diagnostic.Rule.Id);
    }

    [Fact]
    public void A_comment_above_a_section_is_for_what_is_missing_in_it()
    {
        var result =
            LintUnit("# exslint:ignore systemd-private-tmp -- shared\n[Service]\nExecStart=/opt/akkoma/bin/pleroma start\n");

        Assert.Equal("systemd-private-tmp", Assert.Single(result.Suppressed).Diagnostic.Rule.Id);
    }

    [Fact]
    public void Behind_a_value_of_a_unit_there_are_no_comments()
    {
        var result = LintUnit(
            "[Service]\nExecStart=/opt/akkoma/bin/pleroma start\nPrivateTmp=false # exslint:ignore systemd-private-tmp -- "
                + "shared\n");

        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Rule.Id == "systemd-private-tmp");
    }

    [Fact]
    public void A_syntax_error_can_be_suppressed_and_hides_no_comment()
    {
        var result =
            Lint("import Config\nconfig :a, b: } # exslint:ignore syntax-error -- a template fills it in\nconfig :c, d: }\n");

        Assert.Equal([3], result.Diagnostics.Select(diagnostic => diagnostic.Location.Start.Line + 1));
        Assert.Single(result.Suppressed);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("test")]
    public void Only_the_default_environment_tells_what_is_unused(string environment) =>
        Assert.Empty(Lint(Unused, new LintOptions { Environment = environment }).Diagnostics);

    [Fact]
    public void What_no_rule_could_judge_is_not_called_unused()
    {
        Assert.Single(Lint(Unused).Diagnostics);
        Assert.Empty(Lint(Unused, new LintOptions { Ignore = [Sts] }).Diagnostics);
        Assert.Empty(Lint(Unused, new LintOptions { Select = ["suppression-*"] }).Diagnostics);
        Assert.DoesNotContain(
            Lint(Unused + "import_config \"prod.secret.exs\"\n", path: "config/config.exs").Diagnostics,
            diagnostic => diagnostic.Rule.Id == "suppression-unused");
    }

    [Fact]
    public void A_unit_that_is_not_judged_has_no_unused_comments()
    {
        const string Text = "# exslint:ignore systemd-private-tmp -- shared\n[Service]\nExecStart=/usr/sbin/nginx\n";
        var tree = new InMemoryProjectFiles(("nginx.service", Text));

        Assert.Empty(Linter.Lint(new Snapshot(tree), new LintTargets([], ["nginx.service"]), new LintOptions()).Diagnostics);
        Assert.Single(
            Linter.Lint(
                new Snapshot(tree), new LintTargets([], ["nginx.service"], ["nginx.service"]), new LintOptions()).Suppressed);
    }

    [Fact]
    public void Comments_about_comments_suppress_nothing_and_are_reported()
    {
        var result = Lint("import Config\n# exslint:ignore-file suppression-unused -- noise\n");

        Assert.Equal(
            "The rule 'suppression-unused' is about comments like this one, and cannot be suppressed by one.",
            Assert.Single(result.Diagnostics).Message);
    }

    [Fact]
    public void A_comment_of_a_file_that_is_not_UTF_8_gets_no_fix()
    {
        var file = SourceFile.FromBytes(
            "config.exs", [.. "import Config\n# "u8, 0xFF, .. "\n# exslint:ignore-file akkoma-sts -- CDN\n"u8]);
        var result = Linter.Lint(
            new Snapshot(new InMemoryProjectFiles([file])), new LintTargets(["config.exs"], [], ["config.exs"]),
            new LintOptions());

        Assert.Null(Assert.Single(result.Diagnostics).Fix?.Resolve());
    }

    [Theory]
    [InlineData("  # exslint:ignore-file akkoma-sts -- CDN\n", "")]
    [InlineData("  # exslint:ignore-file akkoma-sts -- CDN", "")]
    [InlineData("config :a, b: 1 \t# exslint:ignore akkoma-sts -- CDN \r\n", "config :a, b: 1\r\n")]
    [InlineData(
        "# exslint:ignore-file akkoma-sts, akkoma-http-ip,syntax-error -- CDN\nconfig :a, b: }\n",
        "# exslint:ignore-file syntax-error -- CDN\nconfig :a, b: }\n")]
    public void The_fix_takes_out_what_is_unused_and_nothing_else(string before, string after)
    {
        var result = Lint("import Config\n" + before);
        var edits = result.Diagnostics[0].Fix!.Resolve()!.Edits;

        Assert.Equal("import Config\n" + after, FixApplier.Apply(result.Files[0], edits));
    }

    [Fact]
    public void A_great_many_comments_take_time_in_proportion()
    {
        var stack = string.Concat(Enumerable.Repeat("# exslint:ignore akkoma-sts, akkoma-http-ip -- CDN\n", 20_000));
        var names = string.Join(',', Enumerable.Repeat("akkoma-stz", 20_000));
        var text = $"import Config\n{stack}# exslint:ignore {names} -- x\nconfig :pleroma, :http_security,\n{stack}sts: false\n";

        Assert.Single(HangGuard.Run(() => Lint(text)).Suppressed);
    }

    private const string Unused = "import Config\n# exslint:ignore-file akkoma-sts -- CDN\nconfig :a, b: 1\n";

    private static LintResult Lint(string text, LintOptions? options = null, string path = "prod.secret.exs") =>
        Linter.Lint(
            new Snapshot(new InMemoryProjectFiles((path, text))), new LintTargets([path], []), options ?? new LintOptions());

    private static LintResult LintUnit(string text) =>
        Linter.Lint(
            new Snapshot(new InMemoryProjectFiles(("akkoma.service", text))),
            new LintTargets([], ["akkoma.service"], ["akkoma.service"]), new LintOptions());
}
