using ExsLint.Cli.Tests.TestSupport;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Oracles.PreCommit;

/// <summary>
/// A repository of somebody who uses our hooks, and a clone of ours to take them from, both in a folder that goes away.
/// </summary>
internal sealed class HookRepository : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Makes both, and installs the hook.</summary>
    /// <param name="hook">The hook's id.</param>
    public HookRepository(string hook)
    {
        var revision = CopyOurs();
        Directory.CreateDirectory(Path);
        Git(Path, "init", "--quiet", "--initial-branch", "main");
        Write(".pre-commit-config.yaml", $"""
            repos:
              - repo: {_folder.PathOf("hooks")}
                rev: {revision}
                hooks:
                  - id: {hook}

            """);
        Succeed(Run(Path, "pre-commit", "install"));
    }

    private string Path => _folder.PathOf("user");

    /// <summary>Writes a file of the user's.</summary>
    public void Write(string path, string content) => _folder.Write($"user/{path}", content);

    /// <summary>Commits files with <c>git commit</c>, which runs the hook.</summary>
    /// <returns>Whether the commit was made, and what was printed.</returns>
    public (bool Committed, string Output) Commit(params string[] paths)
    {
        Git(Path, ["add", "--", .. paths]);
        var (exit, output) = Run(Path, "git", "commit", "--quiet", "--message", "A change");
        return (exit == 0, output);
    }

    /// <summary>Commits files without running the hook.</summary>
    public void CommitUnchecked(params string[] paths)
    {
        Git(Path, ["add", "--", .. paths]);
        Git(Path, "commit", "--quiet", "--no-verify", "--message", "Unchecked");
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    /// <summary>What the next commit of this working tree would hold, as a repository of its own.</summary>
    /// <returns>Its commit.</returns>
    private string CopyOurs()
    {
        var files = Git(Repository.Root, "ls-files", "-z", "--cached", "--others", "--exclude-standard");
        foreach (var file in files.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(file => File.Exists(Repository.PathOf(file))))
        {
            var copy = _folder.PathOf($"hooks/{file}");
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(Repository.PathOf(file), copy);
        }

        var hooks = _folder.PathOf("hooks");
        Git(hooks, "init", "--quiet", "--initial-branch", "main");
        Git(hooks, "add", "--all");
        Git(hooks, "commit", "--quiet", "--message", "ExsLint");
        return Git(hooks, "rev-parse", "HEAD").Trim();
    }

    private string Git(string folder, params string[] arguments) => Succeed(Run(folder, "git", arguments));

    private (int Exit, string Output) Run(string folder, string program, params string[] arguments) =>
        Oracle.Run(program, arguments, start =>
        {
            start.WorkingDirectory = folder;
            foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal))
                .ToArray())
            {
                // These tests may run in a hook of git's themselves.
                start.Environment.Remove(name);
            }

            start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
            start.Environment["GIT_AUTHOR_NAME"] = start.Environment["GIT_COMMITTER_NAME"] = "A user";
            start.Environment["GIT_AUTHOR_EMAIL"] = start.Environment["GIT_COMMITTER_EMAIL"] = "user@example.org";
            start.Environment["PRE_COMMIT_HOME"] = _folder.PathOf("cache");
            start.Environment["PATH"] = $"{System.IO.Path.GetDirectoryName(Exslint.Binary)}:{start.Environment["PATH"]}";
        });

    private static string Succeed((int Exit, string Output) outcome)
    {
        Assert.True(outcome.Exit == 0, outcome.Output);
        return outcome.Output;
    }
}
