using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Rules;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Analysis;

/// <summary>A template is judged with the drop-ins of its instances.</summary>
public sealed class UnitInstanceTests
{
    private const string Release = "[Service]\nUser=shop\nExecStart=/opt/shop/bin/shop start\nNoNewPrivileges=true\n";
    private const string Bad = "[Service]\nNoNewPrivileges=false\n";

    private static readonly LintOptions NoNewPrivileges = new() { Select = ["systemd-no-new-privileges"] };

    [Theory]
    [InlineData("shop@.service", "shop@blue.service.d/x.conf")]
    [InlineData("shop-web@.service", "shop-web@blue.service.d/x.conf")]
    [InlineData("shop-web@.service", "shop-@blue.service.d/x.conf")]
    [InlineData("deploy/shop@.service", "deploy/shop@blue.service.d/x.conf")]
    public void What_a_drop_in_of_an_instance_says_is_found_with_the_template_and_by_itself(string template, string dropIn)
    {
        var files = new InMemoryProjectFiles((template, Release), (dropIn, Bad));
        var found = Assert.Single(Lint(files, template));

        Assert.Equal((dropIn, 1), (found.Location.File.Path, found.Location.Start.Line));
        Assert.EndsWith("@blue.service/Service/NoNewPrivileges", found.Setting.Text, StringComparison.Ordinal);
        Assert.Equal(dropIn.Contains("-@", StringComparison.Ordinal) ? 0 : 1, Lint(files, dropIn).Count());
    }

    [Theory]
    [InlineData("shop@.service", "other@blue.service.d/x.conf")]
    [InlineData("shop@.service", "shop@blue.socket.d/x.conf")]
    [InlineData("shop.service", "shop@blue.service.d/x.conf")]
    public void Drop_ins_of_other_units_are_none_of_its(string unit, string dropIn) =>
        Assert.Empty(Lint(new InMemoryProjectFiles((unit, Release), (dropIn, Bad)), unit));

    [Fact]
    public void An_instance_with_a_file_of_its_own_is_no_instance_of_the_template()
    {
        var files = new InMemoryProjectFiles(
            ("shop@.service", Release), ("shop@blue.service", Release), ("shop@blue.service.d/x.conf", Bad));

        Assert.Empty(Lint(files, "shop@.service"));
        Assert.Single(Lint(files, "shop@blue.service"));
    }

    [Fact]
    public void What_template_and_instances_have_in_common_is_one_finding_and_one_fix()
    {
        var files = new InMemoryProjectFiles(
            ("shop@.service", Release.Replace("NoNewPrivileges=true", "Restart=always", StringComparison.Ordinal)),
            ("shop@blue.service.d/x.conf", "[Service]\nNice=5\n"),
            ("shop@green.service.d/x.conf", "[Service]\nNoNewPrivileges=true\n"));
        var result = ExsLint.Analysis.Fixing.FixEngine.Apply(
            new Snapshot(files), new LintTargets([], ["shop@.service"]), NoNewPrivileges,
            new ExsLint.Analysis.Fixing.FixOptions());

        Assert.Single(result.Applied);
        Assert.Equal(["shop@.service"], result.Changes.Select(change => change.Path));
        Assert.Empty(result.Refused);
    }

    [Theory]
    [InlineData("20-h.conf", false)]
    [InlineData("05-h.conf", true)]
    public void A_fix_of_a_template_does_not_overrule_what_an_instance_says_for_itself(string dropIn, bool isApplied)
    {
        var files = new InMemoryProjectFiles(
            ("shop@.service", Release), ($"shop@.service.d/{dropIn}", "[Service]\nProtectSystem=false\n"),
            ("shop@red.service.d/10-l.conf", "[Service]\nProtectSystem=strict\n"));
        var result = ExsLint.Analysis.Fixing.FixEngine.Apply(
            new Snapshot(files),
            new LintTargets([], ["shop@.service"]),
            new LintOptions { Select = ["systemd-protect-system"] },
            new ExsLint.Analysis.Fixing.FixOptions { Unsafe = true });

        Assert.Equal(isApplied, !result.Applied.IsEmpty);
    }

    [Fact]
    public void The_drop_ins_of_a_unit_are_all_that_it_and_its_instances_read()
    {
        var files = new InMemoryProjectFiles(
            ("shop@.service", Release), ("shop@.service.d/a.conf", ""), ("shop@blue.service.d/b.conf", ""),
            ("service.d/c.conf", ""), ("other.service.d/d.conf", ""));

        Assert.Equal(
            ["service.d/c.conf", "shop@.service.d/a.conf", "shop@blue.service.d/b.conf"],
            UnitLoader.DropInsOf(files, "shop@.service", host: null).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<Diagnostic> Lint(InMemoryProjectFiles files, string path) =>
        UnitLinter.Lint(new Snapshot(files), path, isNamed: true, NoNewPrivileges).Diagnostics;
}
