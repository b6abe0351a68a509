namespace ExsLint.Oracles.PreCommit;

/// <summary>Our hooks, run by the real pre-commit as a user's <c>git commit</c> runs them.</summary>
public sealed class PreCommitOracle
{
    private const string Secure = """
        import Config

        config :pleroma, Pleroma.Web.Endpoint, secure_cookie_flag: true, http: [ip: {127, 0, 0, 1}]
        config :pleroma, :http_security, enabled: true, sts: true, referrer_policy: "same-origin"
        config :pleroma, Pleroma.Upload, base_url: "https://media.example.org/media"

        """;

    private const string Finding = "config/prod.exs:3:60: error: ";

    private static readonly string Insecure =
        Secure.Replace("secure_cookie_flag: true", "secure_cookie_flag: false", StringComparison.Ordinal);

    [OracleFact("pre-commit", IsLong = true)]
    public void The_hook_builds_itself_once_and_refuses_every_insecure_commit()
    {
        using var repository = Project("exslint-check");

        repository.Write("config/prod.exs", Insecure);
        var first = repository.Commit("config/prod.exs");
        Assert.False(first.Committed, first.Output);
        Assert.Contains("Installing environment", first.Output, StringComparison.Ordinal);
        Assert.Contains(Finding, first.Output, StringComparison.Ordinal);
        Assert.Contains("akkoma-secure-cookie-flag", first.Output, StringComparison.Ordinal);
        Assert.Contains("Set secure_cookie_flag to true.", first.Output, StringComparison.Ordinal);

        repository.Write("config/prod.exs", Secure + "config :logger, level: :info\n");
        var mended = repository.Commit("config/prod.exs");
        Assert.True(mended.Committed, mended.Output);
        Assert.Matches(@"exslint check\.+Passed", mended.Output);

        repository.Write("config/prod.exs", Insecure);
        var later = repository.Commit("config/prod.exs");
        Assert.False(later.Committed, later.Output);
        Assert.DoesNotContain("Installing environment", later.Output, StringComparison.Ordinal);
        Assert.Contains(Finding, later.Output, StringComparison.Ordinal);
    }

    [OracleFact("pre-commit")]
    public void Only_the_changed_files_are_reported_though_their_project_is_analysed()
    {
        using var repository = Project("exslint-check-system");
        repository.Write("config/config.exs", Insecure + "import_config \"prod.exs\"\n");
        var overridden = repository.Commit("config/config.exs");
        Assert.True(overridden.Committed, overridden.Output);

        repository.Write("config/prod.exs", Insecure);
        repository.CommitUnchecked("config/prod.exs");
        repository.Write("config/config.exs", Secure + "import_config \"prod.exs\"\n");
        var other = repository.Commit("config/config.exs");
        Assert.True(other.Committed, other.Output);

        repository.Write("config/prod.exs", Insecure + "\nconfig :logger, level: :warning\n");
        var itself = repository.Commit("config/prod.exs");
        Assert.False(itself.Committed, itself.Output);
        Assert.Contains(Finding, itself.Output, StringComparison.Ordinal);
    }

    [OracleFact("pre-commit")]
    public void A_unit_is_checked_and_anything_else_is_not()
    {
        using var repository = Project("exslint-check-system");

        repository.Write("README.md", "# An instance\n");
        repository.Write("mix.exs", "defmodule Broken do\n");
        repository.Write("test/config/prod.exs", Insecure);
        var others = repository.Commit("README.md", "mix.exs", "test/config/prod.exs");
        Assert.True(others.Committed, others.Output);
        Assert.Contains("(no files to check)", others.Output, StringComparison.Ordinal);

        repository.Write("akkoma.service", "[Service]\nExecStart=/usr/bin/elixir -S mix phx.server\n");
        var unit = repository.Commit("akkoma.service");
        Assert.False(unit.Committed, unit.Output);
        Assert.Contains("akkoma.service:1:1: warning: ", unit.Output, StringComparison.Ordinal);
    }

    private static HookRepository Project(string hook)
    {
        var repository = new HookRepository(hook);
        repository.Write("config/config.exs", "import Config\nimport_config \"prod.exs\"\n");
        repository.Write("config/prod.exs", Secure);
        repository.CommitUnchecked("config/config.exs", "config/prod.exs");
        return repository;
    }
}
