using ExsLint.Analysis;
using ExsLint.Analysis.Fixing;
using ExsLint.Analysis.Linting;
using ExsLint.Semantics;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;
using ExsLint.Workspace;

namespace ExsLint.Tests.Analysis;

/// <summary>An analysis says the same whether one thread makes it or several.</summary>
public sealed class SharedLintTests
{
    private const int Rounds = 10;
    private const string Defective = "p05/config/part.exs";

    private static readonly LintOptions Alone = new();
    private static readonly LintOptions Shared = new() { Workers = new Workers(4, 16 * 1024 * 1024) };

    [Fact]
    public void FindingsFaultsAndWhatIsNotJudgedAreTheSameInTheSameOrder()
    {
        var expected = Describe(Linter.Lint(new Snapshot(new Tree()), Targets, Alone));
        Assert.Contains("p05/config/config.exs", expected, StringComparison.Ordinal);
        Assert.Contains("not judged: p11/config/config.exs", expected, StringComparison.Ordinal);

        for (var round = 0; round < Rounds; round++)
        {
            Assert.Equal(expected, Describe(Linter.Lint(new Snapshot(new Tree()), Targets, Shared)));
        }
    }

    [Fact]
    public void FixesAreTheSame()
    {
        var expected = Fix(Alone);
        Assert.Contains("secure_cookie_flag: true", expected, StringComparison.Ordinal);

        for (var round = 0; round < Rounds; round++)
        {
            Assert.Equal(expected, Fix(Shared));
        }
    }

    [Fact]
    public void SeveralThreadsShareTheProjectsAndTheUnits()
    {
        var files = new Tree();

        Linter.Lint(new Snapshot(files), Targets, Shared);

        Assert.NotEqual(1, files.Threads);
    }

    private static LintTargets Targets => new(
        [.. Numbers.Select(number => $"p{number}/config/config.exs")], [.. Numbers.Select(number => $"u{number}.service")]);

    private static IEnumerable<string> Numbers => Enumerable.Range(0, 16).Select(number => $"{number:00}");

    private static string Describe(LintResult result) => string.Join('\n',
    [
        .. result.Diagnostics.Select(
            found => $"{found.Location}: {found.Level}: {found.Message} [{found.Rule.Id}] {EditsOf(found)}"),
        .. result.Suppressed.Select(found => $"suppressed: {found.Diagnostic.Location}"),
        .. result.Notifications.Select(notification => $"{notification.Path}: {notification.Message}"),
        .. result.NotJudged.Select(left => $"not judged: {left.What} {left.Path}"),
        .. result.Files.Select(file => file.Path),
    ]);

    private static string EditsOf(ExsLint.Rules.Diagnostic found) =>
        string.Join(' ', found.Fix?.Resolve()?.Edits.SelectMany(edit => edit.Changes.Select(change => change.ToString())) ?? []);

    private static string Fix(LintOptions options)
    {
        var result = FixEngine.Apply(new Snapshot(new Tree()), Targets, options, new FixOptions { Unsafe = true });
        return string.Join('\n',
        [
            .. result.Changes.Select(change => $"{change.Path}\n{change.After.Content}"),
            .. result.Applied.Select(applied => $"{applied.Diagnostic.Location} {applied.Diagnostic.Rule.Id}"),
            .. result.Refused.Select(refused => $"{refused.Diagnostic.Location} {refused.Reason}"),
        ]);
    }

    /// <summary>Projects and units, one of which shows a defect of ExsLint.</summary>
    private sealed class Tree : IProjectFiles
    {
        private readonly InMemoryProjectFiles _files = new([.. Numbers.SelectMany(FilesOf)]);
        private readonly HashSet<int> _threads = [];

        public int Threads => _threads.Count;

        public bool FileExists(string path) => _files.FileExists(path);

        public SourceFile? Read(string path)
        {
            lock (_threads)
            {
                _threads.Add(Environment.CurrentManagedThreadId);
            }

            return path == Defective ? throw new InvalidOperationException() : _files.Read(path);
        }

        public IReadOnlyList<string> ListFiles(string folder) => _files.ListFiles(folder);

        public IReadOnlyList<string> ListFolders(string folder) => _files.ListFolders(folder);

        public bool IsIgnored(string path) => false;

        private static IEnumerable<(string Path, string Content)> FilesOf(string number) =>
        [
            ($"p{number}/config/part.exs", "import Config\nconfig :pleroma, :http_security, enabled: false, sts: false\n"),
            ($"p{number}/config/config.exs", int.Parse(number, null) % 4 == 3 ? OtherApplication(number) : Instance(number)),
            ($"u{number}.service", $"[Service]\nExecStart=/opt/a{number}/bin/pleroma start\nPrivateTmp=false\n"),
        ];

        private static string Instance(string number) => $$"""
            import Config
            config :pleroma, Pleroma.Web.Endpoint,
              url: [host: System.get_env("HOST_{{number}}") || "a{{number}}.example"],
              http: [ip: {0, 0, 0, 0}],
              secret_key_base: "secret-of-{{number}}",
              secure_cookie_flag: false # exslint:ignore akkoma-sts -- nothing to suppress
            import_config "part.exs"
            """;

        private static string OtherApplication(string number) => $$"""
            import Config
            config :app{{number}}, App.Worker, interval: 5
            """;
    }
}
