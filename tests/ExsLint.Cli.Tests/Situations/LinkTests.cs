namespace ExsLint.Cli.Tests.Situations;

/// <summary>A file and the links to it are one file: it is evaluated by each name, and reported and fixed once.</summary>
public sealed class LinkTests : IDisposable
{
    private const string Endpoint =
        "import Config\n\nconfig :pleroma, Pleroma.Web.Endpoint, http: [ip: {0, 0, 0, 0}], secure_cookie_flag: true\nconfig "
            + ":pleroma, :http_security, enabled: true, sts: true\n";

    private const string Rule = "akkoma-http-ip";
    private const string Message =
        ":3:51: warning: The server listens on all interfaces, because 'ip' is '{0, 0, 0, 0}'. [akkoma-http-ip]\n";
    private const string Fixed = "{127, 0, 0, 1}";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public void Of_a_file_and_its_link_the_file_is_shown()
    {
        _folder.Write("config/prod.secret.exs", Endpoint);
        Shell("ln -s prod.secret.exs config/a.secret.exs");

        Assert.Equal("config/prod.secret.exs" + Message, Check().Output);
        Assert.Equal("config/prod.secret.exs" + Message, Check("config/a.secret.exs", "config/prod.secret.exs").Output);
        Assert.Equal(
            new Outcome(
                0, "",
                "exslint: fixed: config/prod.secret.exs:3:51: Bind to {127, 0, 0, 1} [akkoma-http-ip]\nexslint: notice: 1 "
                    + "finding fixed in 1 file\n"), Fix());
        Assert.Contains(Fixed, Read("config/prod.secret.exs"), StringComparison.Ordinal);
        Assert.Equal("prod.secret.exs\n", Shell("readlink config/a.secret.exs"));
    }

    [LinuxTheory]
    [InlineData("config/link.exs", "config/config.exs")]
    [InlineData("config/prod.exs", "config/config.exs")]
    [InlineData("config/link.exs", "config/link.exs", "config/prod.exs")]
    public void It_is_judged_where_a_project_imports_it_by_any_of_its_names(string imported, params string[] named)
    {
        _folder.Write("config/config.exs", $"import Config\nimport_config \"{Path.GetFileName(imported)}\"\n");
        _folder.Write("config/prod.exs", Endpoint);
        Shell("ln -s prod.exs config/link.exs");

        Assert.Equal("config/prod.exs" + Message, Check().Output);
        Assert.Equal(named.Length == 1 ? "" : "config/prod.exs" + Message, Check(named).Output);
        Assert.Equal((0, ""), (Fix().ExitCode, Check().Output));
    }

    [LinuxFact]
    public void A_link_whose_file_is_not_analysed_is_shown_by_its_own_name()
    {
        _folder.Write("real/akkoma.exs", Endpoint);
        Shell("mkdir config; ln -s ../real/akkoma.exs config/b.secret.exs; ln -s ../real/akkoma.exs config/a.secret.exs");

        Assert.Equal("config/a.secret.exs" + Message, Check("config").Output);
        Assert.Equal("config/b.secret.exs" + Message, Check("config/b.secret.exs").Output);
        Assert.Equal((0, ""), (Fix("config").ExitCode, Check().Output));
        Assert.Contains(Fixed, Read("real/akkoma.exs"), StringComparison.Ordinal);
        Assert.Equal("../real/akkoma.exs\n", Shell("readlink config/a.secret.exs"));
    }

    [LinuxFact]
    public void A_named_link_to_a_file_that_a_project_imports_tells_what_the_project_makes_of_it()
    {
        _folder.Write("config/config.exs", "import Config\nimport_config \"../shared/prod.exs\"\n");
        _folder.Write("shared/prod.exs", Endpoint);
        Shell("ln -s ../shared/prod.exs config/link.exs");

        Assert.Equal("config/link.exs" + Message, Check("config/link.exs").Output);
        Assert.Equal(0, Fix("config/link.exs").ExitCode);
        Assert.Contains(Fixed, Read("shared/prod.exs"), StringComparison.Ordinal);
    }

    [LinuxFact]
    public void Links_to_a_file_outside_of_the_tree_are_one_file_too()
    {
        using var outside = new TemporaryFolder();
        outside.Write("config.exs", Endpoint);
        Shell($"ln -s {outside.PathOf("config.exs")} b.exs; ln -s {outside.PathOf("config.exs")} a.exs");

        Assert.Equal("a.exs" + Message, Check("a.exs", "b.exs").Output);
    }

    [LinuxFact]
    public void Two_projects_that_share_a_file_import_what_stands_beside_each_of_its_names()
    {
        _folder.Write("one/config/config.exs", "import Config\nimport_config \"own.exs\"\n");
        _folder.Write("one/config/own.exs", "import Config\n");
        _folder.Write("two/config/own.exs", Endpoint);
        Shell("ln -s ../../one/config/config.exs two/config/config.exs");

        Assert.Equal("two/config/own.exs" + Message, Check().Output);
    }

    [LinuxFact]
    public void A_comment_counts_where_the_file_is_judged()
    {
        _folder.Write("config/config.exs", "import Config\nimport_config \"link.exs\"\n");
        _folder.Write(
            "config/prod.exs", Endpoint.Replace("\n\n", $"\n# exslint:ignore {Rule} -- a container\n", StringComparison.Ordinal));
        Shell("ln -s prod.exs config/link.exs");

        Assert.Equal(new Outcome(0, "", ""), Exslint.Run(_folder, "check", "--select", $"{Rule},suppression-*"));
    }

    [LinuxFact]
    public void What_is_known_to_be_secret_by_one_name_is_so_by_the_other()
    {
        _folder.Write(
            "config/config.exs",
            "import Config\nCode.require_file(\"link.exs\", __DIR__)\nconfig :shop, Shop.Repo, password: Keys.one()\n");
        _folder.Write(
            "config/keys.exs", "defmodule Keys do\n  def one, do: \"hunter2\" # exslint:ignore akkoma-sts -- nothing\nend\n");
        Shell("ln -s keys.exs config/link.exs");
        var report = Exslint.Run(_folder, "check", "--format", "full").Output;

        Assert.Contains("config/keys.exs:2:43: warning: suppression-unused", report, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", report, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void Another_name_of_a_unit_is_no_unit_of_its_own()
    {
        _folder.Write("shop.service", "[Service]\nUser=shop\nExecStart=/opt/shop/bin/shop start\n");
        _folder.Write("web.service.d/a.conf", "[Service]\nPrivateDevices=no\n");
        Shell(
            "mkdir multi-user.target.wants; ln -s shop.service web.service; ln -s ../shop.service "
                + "multi-user.target.wants/shop.service");

        Assert.Equal(
            ["shop.service:1:1", "web.service.d/a.conf:2:16"],
            Exslint.Run(_folder, "check", "--select", "systemd-private-tmp,systemd-private-devices").Output.Split('\n')
                .SkipLast(1).Select(line => line[..line.IndexOf(": ", StringComparison.Ordinal)]));
        Assert.Equal(0, Exslint.Run(_folder, "fix", "--select", "systemd-private-tmp").ExitCode);
        Assert.Equal("[Service]\nUser=shop\nExecStart=/opt/shop/bin/shop start\nPrivateTmp=true\n", Read("shop.service"));
        Assert.Equal("shop.service\n../shop.service\n", Shell("readlink web.service multi-user.target.wants/shop.service"));
    }

    [LinuxFact]
    public void A_drop_in_is_written_for_a_unit_and_not_for_its_other_names()
    {
        _folder.Write("shop.service", "[Service]\nUser=shop\nExecStart=/opt/shop/bin/shop start\n");
        Shell("ln -s shop.service web.service");

        Assert.Equal(0, Exslint.Run(_folder, "fix", "--drop-in", "--select", "systemd-private-tmp", "--unsafe").ExitCode);
        Assert.Equal("[Service]\nPrivateTmp=true\n", Read("shop.service.d/50-exslint.conf"));
        Assert.False(Directory.Exists(_folder.PathOf("web.service.d")));
    }

    [LinuxFact]
    public void A_unit_that_a_link_puts_beside_other_drop_ins_is_judged_with_those_as_well()
    {
        _folder.Write("units/shop.service", "[Service]\nUser=shop\nExecStart=/opt/shop/bin/shop start\n");
        _folder.Write("deploy/web.service.d/a.conf", "[Service]\nPrivateDevices=no\n");
        Shell("ln -s ../units/shop.service deploy/web.service");
        string[] select = ["--select", "systemd-private-tmp,systemd-private-devices", "--unsafe"];

        Assert.Equal(
            ["deploy/web.service.d/a.conf:2:16", "units/shop.service:1:1", "units/shop.service:1:1"],
            Exslint.Run(_folder, ["check", .. select[..2]]).Output.Split('\n').SkipLast(1)
                .Select(line => line[..line.IndexOf(": ", StringComparison.Ordinal)]));
        Assert.Equal(0, Exslint.Run(_folder, ["fix", .. select]).ExitCode);
        Assert.Equal(
            "[Service]\nUser=shop\nExecStart=/opt/shop/bin/shop start\nPrivateDevices=true\nPrivateTmp=true\n",
            Read("units/shop.service"));
    }

    [LinuxFact]
    public void Hard_links_are_files_of_their_own()
    {
        _folder.Write("config/a.secret.exs", Endpoint);
        Shell("ln config/a.secret.exs config/b.secret.exs");

        Assert.Equal("config/a.secret.exs" + Message + "config/b.secret.exs" + Message, Check().Output);
        Assert.Contains("config/a.secret.exs: its other hard links keep the old text\n", Fix().Error, StringComparison.Ordinal);
        Assert.Equal((Read("config/a.secret.exs"), ""), (Read("config/b.secret.exs"), Check().Output));
    }

    private Outcome Check(params string[] paths) => Exslint.Run(_folder, ["check", "--select", Rule, .. paths]);

    private Outcome Fix(params string[] paths) => Exslint.Run(_folder, ["fix", "--unsafe", "--select", Rule, .. paths]);

    private string Read(string path) => File.ReadAllText(_folder.PathOf(path));

    private string Shell(string line) => Exslint.RunShell(_folder, line).Output;
}
