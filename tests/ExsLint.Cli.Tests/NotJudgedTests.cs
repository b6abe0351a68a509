using System.Text.Json;

namespace ExsLint.Cli.Tests;

/// <summary>What no rule judges is said in every format, so that silence is not taken for praise.</summary>
public sealed class NotJudgedTests : IDisposable
{
    private const string App = "not judged: shop (no rules for this application)";
    private const string Units = "not judged: 3 units that do not run the Erlang VM; --profile strict judges them";

    private readonly TemporaryFolder _folder = new();

    public NotJudgedTests()
    {
        _folder.Write(
            "mix.exs",
            "defmodule Shop.MixProject do\n  use Mix.Project\n  def project, do: [app: :shop, version: \"0.1.0\"]\nend\n");
        _folder.Write(
            "config/config.exs",
            "import Config\nconfig :shop, Shop.Worker, size: 5\nconfig :logger, level: :info\n");
        foreach (var name in new[] { "a", "b", "c" })
        {
            _folder.Write($"deploy/{name}.service", "[Service]\nExecStart=/usr/bin/backup\n");
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_full_format_says_so_above_its_last_line()
    {
        var outcome = Exslint.Run(_folder, "check", "--format", "full");
        Assert.Equal(new Outcome(0, $"{App}\n{Units}\nNo findings in 4 files.\n", ""), outcome);
        Assert.Equal("", Exslint.Run(_folder, "check", "--format", "full", "--quiet").Output);
    }

    [Fact]
    public void The_concise_format_says_so_on_standard_error()
    {
        var outcome = Exslint.Run(_folder, "check");
        Assert.Equal(new Outcome(0, "", ""), outcome);
        Assert.Equal(
            $"exslint: notice: {App}\nexslint: notice: {Units}\nexslint: notice: No findings in 4 files.\n", outcome.Closing);
        Assert.Equal("", Exslint.Run(_folder, "check", "--quiet").Closing);
    }

    [Fact]
    public void GitHub_gets_a_notice_each() => Assert.Equal(
        $"::notice title=ExsLint::{App}\n::notice title=ExsLint::{Units}\n",
        Exslint.Run(_folder, "check", "--format", "github").Output);

    [Fact]
    public void JSON_names_each_thing()
    {
        using var report = JsonDocument.Parse(Exslint.Run(_folder, "check", "--format", "json", "--quiet").Output);
        Assert.Equal(
            [
                ("shop", "no rules for this application", "config/config.exs"),
                ("a.service", "does not run the Erlang VM; --profile strict judges it", "deploy/a.service"),
                ("b.service", "does not run the Erlang VM; --profile strict judges it", "deploy/b.service"),
                ("c.service", "does not run the Erlang VM; --profile strict judges it", "deploy/c.service"),
            ],
            report.RootElement.GetProperty("not_judged").EnumerateArray().Select(thing =>
                (thing.GetProperty("what").GetString()!, thing.GetProperty("why").GetString()!,
                    thing.GetProperty("path").GetString()!)));
    }

    [Fact]
    public void SARIF_has_a_notification_each_and_the_run_was_successful()
    {
        using var report = JsonDocument.Parse(Exslint.Run(_folder, "check", "--format", "sarif").Output);
        var invocation = report.RootElement.GetProperty("runs")[0].GetProperty("invocations")[0];
        Assert.True(invocation.GetProperty("executionSuccessful").GetBoolean());
        var notifications = invocation.GetProperty("toolExecutionNotifications").EnumerateArray().ToList();
        Assert.Equal(
            [("note", "Not judged: shop (no rules for this application)."), ("note", $"N{Units[1..]}.")],
            notifications.Select(notification =>
                (notification.GetProperty("level").GetString()!,
                    notification.GetProperty("message").GetProperty("text").GetString()!)));
        Assert.Contains("config/config.exs", notifications[0].GetProperty("locations").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fix_says_so_too()
    {
        var outcome = Exslint.Run(_folder, "fix");
        Assert.Equal($"exslint: notice: {App}\nexslint: notice: {Units}\n", outcome.Closing);
        Assert.Equal(new Outcome(0, "", "exslint: notice: 0 findings fixed\n"), outcome);
    }

    [Fact]
    public void A_unit_that_is_named_is_judged()
    {
        var outcome = Exslint.Run(_folder, "check", "deploy/a.service");
        Assert.Contains("[systemd-private-tmp]", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not judged", outcome.Closing, StringComparison.Ordinal);
    }
}
