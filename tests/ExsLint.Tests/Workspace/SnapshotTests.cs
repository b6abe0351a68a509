using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Semantics;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;
using ExsLint.Workspace;
using Xunit;

namespace ExsLint.Tests.Workspace;

/// <summary>Snapshots: what they share, what they keep apart, and that several threads may read one.</summary>
public sealed class SnapshotTests
{
    private const string Config = "config/config.exs";
    private const string Prod = "config/prod.exs";
    private const string Unit = "a.service";

    private static readonly LintTargets Targets = new([Config], [Unit]);

    private readonly Snapshot _snapshot = new(new InMemoryProjectFiles(
        (Config, "import Config\nconfig :pleroma, Pleroma.Web.Endpoint, secure_cookie_flag: false\nimport_config \"prod.exs\"\n"),
        (Prod, "import Config\nconfig :pleroma, :http_security, enabled: false\n"),
        (Unit, "[Service]\nExecStart=/opt/akkoma/bin/pleroma start\nPrivateTmp=no\n")));

    [Fact]
    public void A_text_is_parsed_once_however_often_it_is_analysed()
    {
        Linter.Lint(_snapshot, Targets, new LintOptions());
        var parsed = _snapshot.Parsed;
        Linter.Lint(_snapshot, Targets, new LintOptions());
        Assert.Equal(parsed, _snapshot.Parsed);
    }

    [Fact]
    public void The_next_snapshot_parses_only_what_changed()
    {
        Linter.Lint(_snapshot, Targets, new LintOptions());
        var parsed = _snapshot.Parsed;
        var next = _snapshot.With([SourceFile.FromString(Prod, "import Config\n")]);
        Assert.Same(_snapshot.Get(Config), next.Get(Config));
        var result = Linter.Lint(next, Targets, new LintOptions());
        Assert.Equal(parsed + 1, next.Parsed);
        Assert.DoesNotContain(
            result.Diagnostics, diagnostic => diagnostic.MessageId == "off" && diagnostic.Location.File.Path == Prod);
    }

    [Fact]
    public void A_text_that_comes_back_is_not_parsed_again()
    {
        var (first, second) = (SourceFile.FromString(Prod, "a = 1\n"), SourceFile.FromString(Prod, "a = 2\n"));
        var tree = _snapshot.With([first]).Get(Prod);
        _ = _snapshot.With([second]).Get(Prod);
        Assert.Same(tree, _snapshot.With([SourceFile.FromString(Prod, "a = 1\n")]).Get(Prod));
    }

    [Fact]
    public void A_long_session_does_not_keep_all_texts()
    {
        var first = _snapshot.With([SourceFile.FromString(Prod, "a = 0\n")]).Get(Prod);
        for (var i = 1; i <= 10; i++)
        {
            _ = _snapshot.With([SourceFile.FromString(Prod, $"a = {i}\n")]).Get(Prod);
        }

        Assert.NotSame(first, _snapshot.With([SourceFile.FromString(Prod, "a = 0\n")]).Get(Prod));
    }

    [Fact]
    public void A_snapshot_stays_as_it_is()
    {
        var next = _snapshot.With([SourceFile.FromString(Prod, "import Config\n"), SourceFile.FromString("config/new.exs", "")]);
        Assert.False(_snapshot.Files.FileExists("config/new.exs"));
        Assert.Contains("enabled: false", _snapshot.Get(Prod)!.File.Content, StringComparison.Ordinal);
        Assert.Equal(["config/new.exs", Prod], next.Changed.Select(file => file.Path));
        Assert.Equal(["config/new.exs"], next.Without(Prod).Changed.Select(file => file.Path));
        Assert.Same(_snapshot.Get(Prod), next.Without(Prod).Get(Prod));
    }

    [Fact]
    public void Files_at_other_places_are_other_files()
    {
        var snapshot = new Snapshot(new InMemoryProjectFiles(("a.exs", "a = 1\n"), ("b.exs", "a = 1\n")));
        Assert.Equal(["a.exs", "b.exs"], new[] { "a.exs", "b.exs" }.Select(path => snapshot.Get(path)!.File.Path));
    }

    [Fact]
    public async Task Several_threads_may_analyse_one_snapshot()
    {
        var expected = Describe(Linter.Lint(_snapshot, Targets, new LintOptions()));
        var shared = new Snapshot(_snapshot.Files);
        var found = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() =>
            Describe(
                Linter.Lint(
                    i % 2 == 0 ? shared : shared.With([SourceFile.FromString("other.exs", $"{i}")]), Targets,
                    new LintOptions())))));
        Assert.All(found, other => Assert.Equal(expected, other));
    }

    [Fact]
    public void An_analysis_that_nobody_wants_any_more_ends()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => Linter.Lint(_snapshot, new LintTargets([Config], []), new LintOptions(), cancellation.Token));
        Assert.Throws<OperationCanceledException>(
            () => Linter.Lint(_snapshot, new LintTargets([], [Unit]), new LintOptions(), cancellation.Token));
    }

    private static string[] Describe(LintResult result) =>
        [.. result.Diagnostics.Select(
            diagnostic => $"{diagnostic.Location}: {diagnostic.Message} {diagnostic.Fix?.Resolve()?.Title}")];
}
