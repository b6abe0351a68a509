using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;
using ExsLint.Workspace;

namespace ExsLint.Tests.Analysis;

public sealed class LinterTests
{
    [Fact]
    public void A_byte_order_mark_is_a_notice_with_a_fix_and_hides_nothing()
    {
        var file = SourceFile.FromBytes("config.exs", [0xEF, 0xBB, 0xBF, .. "import Config\nconfig :a, [\n"u8]);
        var result =
            Linter.Lint(new Snapshot(new InMemoryProjectFiles([file])), new LintTargets(["config.exs"], []), new LintOptions());

        Assert.Equal(["syntax-byte-order-mark", "syntax-error"], result.Diagnostics.Select(diagnostic => diagnostic.Rule.Id));
        Assert.Equal("import Config\nconfig :a, [\n", FixApplier.Apply(file, result.Diagnostics[0].Fix!.Resolve()!.Edits));
    }

    [Fact]
    public void A_file_that_does_not_round_trip_is_analysed_but_gets_no_fix()
    {
        var file = SourceFile.FromBytes(
            "prod.secret.exs", [.. "import Config\n# "u8, 0xFF, .. "\nconfig :pleroma, :http_security, sts: false\n"u8]);
        var result = Linter.Lint(
            new Snapshot(new InMemoryProjectFiles([file])), new LintTargets(["prod.secret.exs"], []), new LintOptions());

        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Rule.Id == "akkoma-sts");
        Assert.All(result.Diagnostics, diagnostic => Assert.Null(diagnostic.Fix?.Resolve()));
    }

    [Fact]
    public void Only_the_files_that_were_asked_for_are_reported()
    {
        var tree = new InMemoryProjectFiles(
            ("config/config.exs", "import Config\nconfig :pleroma, :http_security, enabled: false\nimport_config \"prod.exs\"\n"),
            ("config/prod.exs", "import Config\nconfig :pleroma, :http_security, true\n"));
        var result =
            Linter.Lint(new Snapshot(tree), new LintTargets(["config/config.exs"], [], ["config/config.exs"]), new LintOptions());

        Assert.Empty(result.Diagnostics);
        Assert.Equal(["config/config.exs", "config/prod.exs"], result.Files.Select(file => file.Path));
    }

    [Fact]
    public void Findings_are_sorted_and_none_is_told_twice()
    {
        var tree = new InMemoryProjectFiles(
            ("a/config/config.exs", "import Config\nimport_config \"../../shared.exs\"\n"),
            ("b/config/config.exs", "import Config\nimport_config \"../../shared.exs\"\n"),
            ("shared.exs", "import Config\nconfig :pleroma, :http_security, true\n"));
        var result = Linter.Lint(
            new Snapshot(tree), new LintTargets(["b/config/config.exs", "a/config/config.exs", "shared.exs"], []),
            new LintOptions());

        Assert.Single(result.Diagnostics, diagnostic => diagnostic.Rule.Id == "akkoma-http-security-enabled");
        Assert.Equal(
            result.Diagnostics.OrderBy(diagnostic => diagnostic.Location.File.Path, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.Span.Start),
            result.Diagnostics);
    }
}
