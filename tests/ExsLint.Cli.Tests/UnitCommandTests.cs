using System.Text.Json;

namespace ExsLint.Cli.Tests;

/// <summary><c>exslint unit</c>.</summary>
public sealed class UnitCommandTests
{
    private const string Unit = "[Service]\nExecStart=/bin/true\nUser=web\nPrivateTmp=yes\n";

    [Fact]
    public void The_table_names_the_line_of_each_setting_and_ends_with_the_exposure()
    {
        using var folder = new TemporaryFolder();
        folder.Write("web.service", Unit);
        folder.Write("web.service.d/10-tmp.conf", "[Service]\nPrivateTmp=no\n");
        var outcome = Exslint.Run(folder, "unit", "web.service");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Matches(
            "(?m)^✓ User=/DynamicUser= +Service runs under a static non-root user identity +web.service:3$", outcome.Output);
        Assert.Matches(
            "(?m)^✗ PrivateTmp= +Service has access to other software's temporary files +0.2  web.service.d/10-tmp.conf:2$",
            outcome.Output);
        Assert.EndsWith(
            "\n\n→ Overall exposure level for web.service: 9.0 UNSAFE\n→ After the safe fixes: 7.8 EXPOSED; after all fixes: "
            + "1.6 OK\n→ As systemd 262 sees it; --systemd-version takes another.\n",
            outcome.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_systemd_whose_table_it_is_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("web.service", Unit);
        Assert.Contains(
            "→ As systemd 252 sees it;", Exslint.Run(folder, "unit", "--systemd-version", "252", "web.service").Output,
            StringComparison.Ordinal);
        Assert.Contains(
            ",\"systemd\":252,",
            Exslint.Run(folder, "unit", "--format", "json", "--systemd-version", "252", "web.service").Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Places_are_relative_to_the_working_directory_if_that_holds_them()
    {
        using var folder = new TemporaryFolder();
        folder.Write("units/web.service", Unit);
        Assert.Matches(
            "(?m) web.service:3$", Exslint.RunShell(folder, "cd units && \"$EXSLINT\" unit \"$PWD/web.service\"").Output);
        Assert.Matches(
            "(?m) web.service:3$", Exslint.RunShell(folder, "cd units && \"$EXSLINT\" unit ../units/web.service").Output);
        Assert.Matches("(?m) units/web.service:3$", Exslint.Run(folder, "unit", "units/web.service").Output);
        Assert.Matches(
            "(?m) /.*/units/web.service:3$",
            Exslint.RunShell(folder, "mkdir other && cd other && \"$EXSLINT\" unit \"$PWD/../units/web.service\"").Output);
    }

    [Fact]
    public void Many_units_are_told_of_in_the_order_in_which_they_were_named()
    {
        using var folder = new TemporaryFolder();
        string[] names = [.. Enumerable.Range(0, 60).Select(number => $"{(number * 7) % 60:d2}.service")];
        foreach (var name in names.Where(name => name != "30.service"))
        {
            folder.Write(name, name == "31.service" ? "[Service]\nExecStart=/bin/true\nUser=a:b\n" : Unit);
        }

        var outcome = Exslint.Run(folder, ["unit", "--format", "json", .. names, "not-a-unit"]);

        Assert.Equal(
            names,
            outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("unit").GetString()!));
        Assert.Equal(
            names.Where(name => name is "30.service" or "31.service").Append("not-a-unit"),
            outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ")[2]));
        Assert.Equal(2, outcome.ExitCode);
    }

    [Fact]
    public void Json_tells_of_the_fixes_when_asked()
    {
        using var folder = new TemporaryFolder();
        folder.Write("web.service", Unit);

        Assert.Contains(
            "\"after_safe_fixes\":\"",
            Exslint.Run(folder, "unit", "--format", "json", "--what-if", "web.service").Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "after_safe", Exslint.Run(folder, "unit", "--format", "json", "web.service").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_takes_a_threshold_and_a_version_of_systemd()
    {
        using var folder = new TemporaryFolder();
        folder.Write("web.service", Unit);

        Assert.Contains(
            "The exposure is '9.0', which is above '6.0'",
            Exslint.Run(folder, "check", "--exposure-threshold", "60", "--systemd-version", "252", "web.service").Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("systemd-exposure", Exslint.Run(folder, "check", "web.service").Output, StringComparison.Ordinal);
        Assert.Equal(2, Exslint.Run(folder, "check", "--exposure-threshold", "101", "web.service").ExitCode);
    }

    [Theory]
    [InlineData("RootDirectory=%%/srv", "252", "the path is not absolute")]
    [InlineData("RootImage=%n", "257", "the path is not absolute")]
    [InlineData("WorkingDirectory=%D/x", "252", "it does not know the specifier %D")]
    [InlineData("WorkingDirectory=%D/x", "262", null)]
    [InlineData("RootDirectory=%h/srv", "262", null)]
    [InlineData("ExecStartPre=%j/..", "262", "a path of a program is absolute")]
    public void A_path_that_is_not_absolute_is_refused_as_systemd_does(string line, string version, string? reason)
    {
        using var folder = new TemporaryFolder();
        folder.Write("b.service", $"[Service]\nExecStart=/bin/true\n{line}\n");
        var outcome = Exslint.Run(folder, "unit", "--systemd-version", version, "b.service");

        Assert.Equal(reason is null ? 0 : 1, outcome.ExitCode);
        Assert.Equal(
            reason is not null,
            outcome.Error.Contains($"b.service: line 3: systemd stops at {line}: ", StringComparison.Ordinal));
        Assert.Contains(reason is null ? "" : reason + ".", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_one_line_a_unit_refused_ones_included()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.service", Unit);
        folder.Write("b.service", "[Service]\nExecStart=bin/true\n");
        var outcome = Exslint.Run(folder, "unit", "--format", "json", "--systemd-version", "252", "a.service", "b.service");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            "exslint: error: b.service: line 2: systemd stops at ExecStart=bin/true: a path of a program is absolute.\n",
            outcome.Error);
        var lines = outcome.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(
            "{\"unit\":\"b.service\",\"path\":\"b.service\",\"error\":\"line 2: systemd stops at ExecStart=bin/true: a path of "
                + "a program is absolute.\"}", lines[1]);
        using var document = JsonDocument.Parse(lines[0]);
        var rows = document.RootElement.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(81, rows.Count);
        Assert.Equal(
            "{\"set\":true,\"name\":\"PrivateTmp=\",\"json_field\":\"PrivateTmp\",\"description\":\"Service has no access to "
            + "other software's temporary "
            + "files\",\"weight\":1000,\"badness\":0,\"range\":1,\"exposure\":null,\"file\":\"a.service\",\"line\":4}",
            rows.Single(row => row.GetProperty("json_field").GetString() == "PrivateTmp").GetRawText());
    }

    [Theory]
    [InlineData("90", 0)]
    [InlineData("89", 1)]
    public void The_threshold_decides_the_exit_code(string threshold, int expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("web.service", Unit + "PrivateMounts=no\n");
        Assert.Equal(expected, Exslint.Run(folder, "unit", "--threshold", threshold, "web.service").ExitCode);
    }

    [Fact]
    public void A_system_s_drop_ins_are_masked_by_earlier_folders_and_a_bare_name_is_found()
    {
        using var folder = new TemporaryFolder();
        folder.Write("root/usr/lib/systemd/system/web.service", Unit);
        folder.Write("root/usr/lib/systemd/system/web.service.d/10-a.conf", "[Service]\nPrivateTmp=no\n");
        folder.Write("root/etc/systemd/system/web.service.d/10-a.conf", "[Service]\nPrivateDevices=yes\n");
        folder.Write("root/run/systemd/system/service.d/20-b.conf", "[Service]\nProtectHome=yes\n");
        var outcome = Exslint.Run(folder, "unit", "--systemd-root", "root", "web.service");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Matches("(?m)^✓ PrivateTmp= .*  root/usr/lib/systemd/system/web.service:4$", outcome.Output);
        Assert.Matches("(?m)^✓ PrivateDevices= .*  root/etc/systemd/system/web.service.d/10-a.conf:2$", outcome.Output);
        Assert.Matches("(?m)^✓ ProtectHome= .*  root/run/systemd/system/service.d/20-b.conf:2$", outcome.Output);
    }

    [Theory]
    [InlineData("./units/a.service")]
    [InlineData("./units")]
    public void A_leading_dot_is_left_out_of_the_table_and_kept_where_the_argument_is_echoed(string given)
    {
        using var folder = new TemporaryFolder();
        folder.Write("units/a.service", Unit + "PrivateTmp=yes\n");

        Assert.Matches("(?m)^✓ PrivateTmp= .*  units/a.service:[0-9]+$", Exslint.Run(folder, "unit", given).Output);
        var path = given.EndsWith(".service", StringComparison.Ordinal) ? given : "units/a.service";
        Assert.Contains(
            $"\"path\":\"{path}\"", Exslint.Run(folder, "unit", "--format", "json", given).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_stands_for_its_units()
    {
        using var folder = new TemporaryFolder();
        folder.Write("units/a.service", Unit);
        folder.Write("units/deeper/b.service", "");
        folder.Write("units/c.socket", "[Socket]\nListenStream=80\n");
        var outcome = Exslint.Run(folder, "unit", "units");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("exposure level for a.service", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("exposure level for c.socket", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exslint: error: no file is named; see 'exslint unit --help'", "unit")]
    [InlineData("exslint: error: a.exs: not the name of a systemd unit, like akkoma.service", "unit", "a.exs")]
    [InlineData("exslint: error: none.service: no such file or directory", "unit", "none.service")]
    [InlineData(
        "exslint: error: none: no such directory, given by --systemd-root", "unit", "--systemd-root", "none", "a.service")]
    [InlineData(
        "exslint: error: --threshold takes a number from 0 to 100, not '9.2'; see 'exslint unit --help'", "unit", "--threshold",
        "9.2", "a.service")]
    [InlineData(
        "exslint: error: --systemd-version takes a number from 252 to 262, not '251'; see 'exslint unit --help'", "unit",
        "--systemd-version", "251", "a.service")]
    public void Wrong_usage_is_one_line_and_exit_code_2(string expected, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.exs", "");
        Assert.Equal(new Outcome(2, "", expected + "\n"), Exslint.Run(folder, arguments));
    }
}
