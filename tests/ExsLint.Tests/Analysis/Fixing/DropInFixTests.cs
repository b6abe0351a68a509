using ExsLint.Analysis;
using ExsLint.Analysis.Fixing;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;
using RulePage = ExsLint.Tests.Rules.RulePage;

namespace ExsLint.Tests.Analysis.Fixing;

/// <summary>What a fix does to a unit, a drop-in does as well.</summary>
public sealed class DropInFixTests
{
    private const string Release = "[Service]\nUser=shop\nExecStart=/opt/shop/bin/shop start\n";
    private const string DropIn = "shop.service.d/50-exslint.conf";

    // What is wrong with the line itself no other file can mend, and a drop-in has no first section to rename.
    private static readonly string[] OfTheLine =
        ["systemd-silent-typo", "syntax-unknown-section", "syntax-byte-order-mark", "suppression-unused"];

    public static TheoryData<string, int> Examples
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var id in RuleCatalog.All.Select(rule => rule.Descriptor.Id).Except(OfTheLine))
            {
                var examples = RulePage.ReadExamples(ExsLint.Rules.RulePage.Read(id) ?? "").ToList();
                foreach (var number in Enumerable.Range(0, examples.Count).Where(number => IsUnit(examples[number].Files.Keys)))
                {
                    data.Add(id, number);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_fix_that_works_in_the_unit_works_as_a_drop_in(string id, int number)
    {
        var example = RulePage.ReadExamples(ExsLint.Rules.RulePage.Read(id)!).ElementAt(number);
        var (inUnit, asDropIn) = (Fix(example.Files, id, isDropIn: false), Fix(example.Files, id, isDropIn: true));

        // Only another drop-in that is read later and sets the same is in the way.
        var overridden =
            asDropIn.Refused.Where(refused => refused.Reason.Contains(", which systemd reads after ", StringComparison.Ordinal));
        Assert.Equal(
            Settings(inUnit.Applied.Select(applied => applied.Diagnostic)),
            Settings(
                asDropIn.Applied.Select(applied => applied.Diagnostic).Concat(overridden.Select(refused => refused.Diagnostic))));
        foreach (var path in example.Files.Keys)
        {
            Assert.Equal(example.Files[path], asDropIn.Files.Files.Read(path)!.Content);
        }
    }

    [Fact]
    public void A_unit_is_as_good_with_the_drop_in_as_with_the_changes()
    {
        var files = new Dictionary<string, string> { ["shop.service"] = Release };
        var (inUnit, asDropIn) = (Fix(files, "*", isDropIn: false), Fix(files, "*", isDropIn: true));

        Assert.Equal(RowsOf(inUnit), RowsOf(asDropIn));
        var text = asDropIn.Files.Files.Read(DropIn)!.Content;
        Assert.Contains("\nRestrictNamespaces=true\n", text, StringComparison.Ordinal);
        Assert.Contains("\nRestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "\nSystemCallFilter=@system-service\nSystemCallFilter=~@privileged @resources\n", text, StringComparison.Ordinal);
        Assert.Contains("\nSystemCallErrorNumber=EPERM\n", text, StringComparison.Ordinal);
        Assert.Contains("\nCapabilityBoundingSet=\n", text, StringComparison.Ordinal);
    }

    // A variable is added to those of the unit, and to those of a drop-in that is there; or all are written anew where one has to
    // go.
    [Theory]
    [InlineData("Environment=A=1", "", "[Service]\nEnvironment=MIX_ENV=prod\n")]
    [InlineData("Environment=MIX_ENV=dev", "", "[Service]\nEnvironment=MIX_ENV=prod\n")]
    [InlineData("Environment=MIX_ENV=dev\nEnvironment=A=1", "", "[Service]\nEnvironment=MIX_ENV=prod\n")]
    [InlineData("", "[Service]\nEnvironment=B=2\n", "[Service]\nEnvironment=B=2\nEnvironment=MIX_ENV=prod\n")]
    [InlineData(
        "Environment=MIX_ENV=dev", "[Service]\nEnvironment=B=2\n", "[Service]\nEnvironment=B=2\nEnvironment=MIX_ENV=prod\n")]
    public void A_variable_of_the_environment_leaves_the_others_as_they_are(string lines, string before, string after)
    {
        var files =
            new Dictionary<string, string> { ["shop.service"] = $"[Service]\nExecStart=/usr/bin/mix phx.server\n{lines}\n" };
        if (before.Length > 0)
        {
            files[DropIn] = before;
        }

        Assert.Equal(after, Fix(files, "systemd-mix-env", isDropIn: true).Files.Files.Read(DropIn)!.Content);
    }

    [Fact]
    public void An_instance_has_a_drop_in_of_its_own_that_does_not_hide_its_template_s()
    {
        var files = new Dictionary<string, string>
        {
            ["shop@.service"] = Release,
            ["shop@blue.service.d/10-debug.conf"] = "[Service]\nPrivateDevices=no\n",
        };
        var result = Fix(files, "systemd-private-devices,systemd-private-tmp", isDropIn: true);

        Assert.Equal(
            "[Service]\nPrivateDevices=true\nPrivateTmp=true\n",
            result.Files.Files.Read("shop@.service.d/50-exslint.conf")!.Content);
        Assert.Equal("[Service]\nPrivateDevices=true\n", result.Files.Files.Read("shop@blue.service.d/51-exslint.conf")!.Content);
    }

    // What is added follows the lines that are there; a reset takes back what several lines collect.
    [Theory]
    [InlineData(
        "SystemCallFilter=@system-service\r\n", "systemd-system-call-filter-privileged",
        "SystemCallFilter=~@privileged @resources\r\nSystemCallErrorNumber=EPERM\r\n")]
    [InlineData(
        "Environment=PORT=80\r\nCapabilityBoundingSet=~CAP_KILL\r\nCapabilityBoundingSet=~CAP_SYS_ADMIN\r\n",
        "systemd-capability-set-uid-gid-pcap", "CapabilityBoundingSet=\r\nCapabilityBoundingSet=CAP_NET_BIND_SERVICE\r\n")]
    public void Several_lines_have_the_line_ends_of_the_file(string lines, string rule, string added)
    {
        var text = Release.Replace("\n", "\r\n", StringComparison.Ordinal) + lines;
        var result = Fix(new Dictionary<string, string> { ["shop.service"] = text }, rule, isDropIn: false);

        Assert.Equal(text + added, result.Files.Files.Read("shop.service")!.Content);
    }

    [Fact]
    public void Several_assignments_of_capabilities_are_emptied_by_the_last()
    {
        const string Text = Release + "CapabilityBoundingSet=~CAP_KILL\nCapabilityBoundingSet=~CAP_SYS_ADMIN\n";
        var result = Fix(
            new Dictionary<string, string> { ["shop.service"] = Text }, "systemd-capability-set-uid-gid-pcap", isDropIn: false);

        Assert.Equal(
            Release + "CapabilityBoundingSet=~CAP_KILL\nCapabilityBoundingSet=\n",
            result.Files.Files.Read("shop.service")!.Content);
    }

    [Fact]
    public void What_no_drop_in_can_mend_is_told()
    {
        var files = new Dictionary<string, string> { ["shop.service"] = Release + "noNewPrivileges=true\n" };
        var refused = Assert.Single(Fix(files, "systemd-silent-typo", isDropIn: true).Refused);

        Assert.Equal("noNewPrivileges= in shop.service.d/50-exslint.conf would not mend it", refused.Reason);
    }

    private static bool IsUnit(IEnumerable<string> paths) =>
        paths.Any(path => UnitSections.IsUnitType(UnitName.Parse(path).Type));

    private static FixResult Fix(IReadOnlyDictionary<string, string> files, string rules, bool isDropIn)
    {
        var tree = new InMemoryProjectFiles([.. files.Select(file => (file.Key, file.Value))]);
        var lint = new LintOptions
        {
            Profile = RuleProfile.Strict,
            Select = [.. rules.Split(',')],
            Ignore = [.. OfTheLine.Except(rules.Split(','))]
        };
        var units = files.Keys.Where(path => UnitSections.IsUnitType(UnitName.Parse(path).Type)).ToList();
        var targets = FixEngine.WithDropIns(
            new Snapshot(tree), new LintTargets([], [.. units], [.. files.Keys]), lint, new DropInLayout(isSystem: false));
        return FixEngine.Apply(new Snapshot(tree), targets, lint, new FixOptions { Unsafe = true, WritesDropIns = isDropIn });
    }

    private static IEnumerable<string> Settings(IEnumerable<Diagnostic> findings) =>
        findings.Select(finding => $"{finding.Rule.Id} {finding.Setting.Text}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> RowsOf(FixResult result) =>
        UnitBinder.Bind(UnitLoader.Load(result.Files.Files, "shop.service")!, []).Exposure.Rows.Select(
            row => $"{row.Check.JsonField} {row.Badness}");
}
