using ExsLint.Analysis;
using ExsLint.Analysis.Fixing;
using ExsLint.Analysis.Linting;
using ExsLint.Rules;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;
using ExsLint.Workspace;

namespace ExsLint.Tests.Analysis;

/// <summary>A defect of ExsLint, met in one project or unit, costs no other its report.</summary>
public sealed class FaultTests
{
    private const string Secret = "hunter2-of-a-defect";

    private const string OpenInstance = """
        import Config
        config :pleroma, Pleroma.Web.Endpoint, url: [host: "a.example"], http: [ip: {0, 0, 0, 0}], secure_cookie_flag: false
        import_config "part.exs"
        """;

    private const string OpenUnit = "[Service]\nExecStart=/opt/a/bin/pleroma start\nPrivateTmp=false\n";

    private static readonly LintOptions Options = new();

    [Fact]
    public void AProjectThatFailsIsToldAndTheOthersAreJudged()
    {
        var files = TwoProjects();
        var targets = new LintTargets(["a/config/config.exs", "b/config/config.exs"], []);

        var result = Linter.Lint(new Snapshot(files), targets, Options);

        Assert.Equal(
            new Notification(DiagnosticLevel.Error, Message(""), "a/config/config.exs"), Assert.Single(result.Notifications));
        Assert.Contains(
            result.Diagnostics, found => found.Location.File.Path == "b/config/config.exs" && found.Rule.Id == "akkoma-http-ip");
        Assert.DoesNotContain(result.NotJudged, left => left.Path?.StartsWith("a/", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void AUnitThatFailsIsToldAndTheOthersAreJudged()
    {
        var files = new DefectiveFiles(
            "a.service.d/b.conf",
            new InMemoryProjectFiles(("a.service", OpenUnit), ("a.service.d/b.conf", "[Service]\n"), ("b.service", OpenUnit)));
        var targets = new LintTargets([], ["a.service", "b.service"]);

        var result = Linter.Lint(new Snapshot(files), targets, Options);

        Assert.Equal(new Notification(DiagnosticLevel.Error, Message(""), "a.service"), Assert.Single(result.Notifications));
        Assert.Contains(
            result.Diagnostics, found => found.Location.File.Path == "b.service" && found.Rule.Id == "systemd-private-tmp");
    }

    [Fact]
    public void WhatAnExceptionSaysIsNotShown()
    {
        var barrier = new FaultBarrier();

        Assert.False(barrier.Try("a", " in rule b", () => throw new InvalidOperationException(Secret)));

        Assert.Equal(Message(" in rule b"), Assert.Single(barrier.Faults).Message);
        Assert.DoesNotContain(Secret, barrier.Faults[0].Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "internal error (InvalidOperationException) in rule b; please report it", barrier.Faults[0].AsWords(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void TroubleWithAStreamIsNoDefect() =>
        Assert.Throws<IOException>(() => new FaultBarrier().Try("a", "", () => throw new IOException()));

    [Fact]
    public void TheModelsOfOtherProjectsAreLoaded()
    {
        var files = TwoProjects();
        var loader = new ConfigModelLoader(new Snapshot(files), "prod", EnvironmentVariables.Unknown);

        var models = loader.Load(["a/config/config.exs", "b/config/config.exs"], named: null);

        Assert.Equal(["b/config/config.exs"], models.Select(model => model.Project.EntryFile));
        Assert.Single(loader.Faults);
    }

    [Fact]
    public void OtherProjectsAreFixed()
    {
        var files = TwoProjects();
        var targets = new LintTargets(["a/config/config.exs", "b/config/config.exs"], []);

        var result = FixEngine.Apply(new Snapshot(files), targets, Options, new FixOptions { Unsafe = true });

        Assert.Equal(["b/config/config.exs"], result.Changes.Select(change => change.Path));
    }

    [Fact]
    public void AFileThatIsGoneMeanwhileIsNotMadeAnew()
    {
        var files = new VanishingFiles(new InMemoryProjectFiles(("a.service", OpenUnit)));
        var result = FixEngine.Apply(new Snapshot(files), new LintTargets([], ["a.service"]), Options, new FixOptions());

        Assert.False(files.FileExists("a.service"));
        Assert.Equal(OpenUnit, Assert.Single(result.Changes).Before?.Content);
    }

    private static DefectiveFiles TwoProjects() => new(
        "a/config/part.exs",
        new InMemoryProjectFiles(
            ("a/config/config.exs", OpenInstance),
            ("a/config/part.exs", "import Config\n"),
            ("b/config/config.exs", OpenInstance),
            ("b/config/part.exs", "import Config\n")));

    private static string Message(string where) =>
        $"Internal error (InvalidOperationException){where}; please report it, with input that shows it and holds no secret, at "
            + $"{Product.Url}/issues.";

    /// <summary>A tree in which to read one file shows a defect.</summary>
    private sealed class DefectiveFiles(string defective, InMemoryProjectFiles files) : IProjectFiles
    {
        public bool FileExists(string path) => files.FileExists(path);

        public SourceFile? Read(string path) =>
            path == defective ? throw new InvalidOperationException(Secret) : files.Read(path);

        public IReadOnlyList<string> ListFiles(string folder) => files.ListFiles(folder);

        public IReadOnlyList<string> ListFolders(string folder) => files.ListFolders(folder);

        public bool IsIgnored(string path) => files.IsIgnored(path);
    }

    /// <summary>A tree whose files are gone once each has been read: what was read stays known.</summary>
    private sealed class VanishingFiles(InMemoryProjectFiles files) : IProjectFiles
    {
        private bool _isRead;

        public bool FileExists(string path) => !_isRead && files.FileExists(path);

        public SourceFile? Read(string path)
        {
            _isRead = true;
            return files.Read(path);
        }

        public IReadOnlyList<string> ListFiles(string folder) => files.ListFiles(folder);

        public IReadOnlyList<string> ListFolders(string folder) => files.ListFolders(folder);

        public bool IsIgnored(string path) => files.IsIgnored(path);
    }
}
