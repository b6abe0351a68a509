using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Semantics.Systemd;

/// <summary>
/// Paths and programs that start with specifiers, as systemd 252, 257 and 262 take them; the oracle tries more of the kind.
/// </summary>
public sealed class SpecifierPathTests
{
    private static readonly int[] Versions = [252, 257, 262];

    // What systemd 252, 257 and 262 say of a path that starts so: taken, empty, not absolute, unknown.
    [Theory]
    [InlineData("a.service", "%c %d %f %h %s %t %y %C %E %L %S %T %V %Y", "taken")]
    [InlineData("a.service", "%i/x %I/x %r/x %R/x %A/x %B/x %M/x %W/x %i%h %h/%I/x %T%% /%% /%i", "taken")]
    [InlineData("a.service", "%i %I %r %R %A", "empty")]
    [InlineData(
        "a.service", "%% %%/x %a %b %g %G %H %j %J/x %l %m %n %N %o %p/x %P %q %u %U %v %w % %/x %-/x %. %%h %n%h %ix",
        "relative")]
    [InlineData("a.service", "%e %F %k %K %O %Q %X %z %Z %0 /%x", "unknown")]
    [InlineData("a.service", "%h/.. %f/../x /a%i/.. /%%/..", "upwards")]
    [InlineData("a@-srv-x.service", "%I %I/x %Ix %h%i", "taken")]
    [InlineData("a@-srv-x.service", "%i %i/x %j %J/x", "relative")]
    [InlineData("a@-srv-x.service", "%f %f/x", "no value")]
    [InlineData("a@srv-x.service", "%f %f/x /%I", "taken")]
    [InlineData("a@srv-x.service", "%I %I/x %i", "relative")]
    [InlineData("a@\\x2fsrv.service", "%I/x", "taken")]
    [InlineData("a@x\\y.service", "%I/x %f /%I", "no value")]
    [InlineData("a@-.service", "%f %I/x", "taken")]
    [InlineData("a@x-..-y.service", "/%I", "upwards")]
    [InlineData("-srv.service", "%P/x", "taken")]
    [InlineData("a-.service", "%j/x", "taken")]
    [InlineData("a@.service", "%i/x %I/x", "relative")]
    public void A_path_is_absolute_or_not_once_its_specifiers_are_replaced(string unit, string paths, string expected)
    {
        string[] keys = ["RootDirectory", "RootImage", "RootVerity", "WorkingDirectory"];
        foreach (var (path, key, version) in paths.Split(' ')
            .SelectMany(path => keys.SelectMany(key => Versions.Select(version => (path, key, version)))))
        {
            // An empty path resets all but the last.
            var kind = expected != "empty" ? expected : key == "WorkingDirectory" ? "relative" : "taken";
            Assert.Equal(
                (path, key, version, kind),
                (path, key, version, Kind(Refused(unit, $"ExecStart=/bin/true\n{key}={path}", version))));
        }

        static string Kind(string? message) => message is null ? "taken"
            : message.EndsWith("the path is not absolute.", StringComparison.Ordinal) ? "relative"
            : message.EndsWith("the path goes upwards.", StringComparison.Ordinal) ? "upwards"
            : message.Contains("the unit's name gives no value for the specifier %", StringComparison.Ordinal) ? "no value"
            : message.Contains("it does not know the specifier %", StringComparison.Ordinal) ? "unknown"
            : message;
    }

    // Programs, and the reason if systemd 252, 257 and 262 refuse them.
    [Theory]
    [InlineData("a.service", "%h/x %%x %% % %j %n %q %J %i/x %h/../x %f/.../x %:", null)]
    [InlineData("a.service", "%%/x %j/.. %n/x %/x %-/x %i", "")]
    [InlineData("a.service", "%h/ %f/", "the program is a directory")]
    [InlineData("a@srv-x.service", "%I %I/x", "a path of a program is absolute")]
    [InlineData("a@-srv-x.service", "%I %I/x", null)]
    [InlineData("a@-.service", "%f", "the program is a directory")]
    [InlineData("a@b\\x2dc.service", "%c %d/x", "the program's name holds quotes, backslashes or control characters")]
    public void A_program_is_named_once_its_specifiers_are_replaced(string unit, string programs, string? expected)
    {
        foreach (var (program, version) in programs.Split(' ')
            .SelectMany(program => Versions.Select(version => (program, version))))
        {
            var reason = Refused(unit, $"ExecStart={program}", version);
            Assert.Equal((program, expected is null), (program, reason is null));
            Assert.StartsWith(
                expected is null ? "" : $"systemd stops at ExecStart={program}: {expected}", reason ?? "",
                StringComparison.Ordinal);

            // With a dash before it, it is left out.
            Assert.Null(Refused(unit, $"ExecStart=/bin/true\nExecStartPre=-{program}", version));
        }
    }

    [Theory]
    [InlineData(252, "ExecStartPre=%h/..", true)]
    [InlineData(257, "ExecStartPre=%h/..", false)]
    [InlineData(252, "ExecStartPre=/bin/.", true)]
    [InlineData(257, "ExecStartPre=/bin/.", false)]
    [InlineData(252, "RootDirectory=%D/x", false)]
    [InlineData(257, "RootDirectory=%D/x", true)]
    [InlineData(252, "WorkingDirectory=/../x", false)]
    [InlineData(257, "WorkingDirectory=/../x", true)]
    [InlineData(257, "RootMStack=rel", true)]
    [InlineData(262, "RootMStack=rel", false)]
    [InlineData(262, "RootMStack=%h", true)]
    [InlineData(257, "ExecReloadPost=a/b", true)]
    [InlineData(262, "ExecReloadPost=a/b", false)]
    [InlineData(252, "AppArmorProfile=%x", false)]
    [InlineData(252, "AppArmorProfile=-%x", true)]
    [InlineData(252, "SmackProcessLabel=%z", false)]
    [InlineData(252, "SELinuxContext=%h", true)]
    [InlineData(252, "ExecStopPre=a/b", true)]
    public void Whether_a_line_is_fatal_depends_on_the_version_that_is_asked_for(int version, string line, bool isTaken) =>
        Assert.Equal(isTaken, Refused("a.service", $"ExecStart=/bin/true\n{line}", version) is null);

    [Fact]
    public void A_drop_in_is_read_up_to_a_path_that_is_not_absolute()
    {
        var unit = Bind(
            "a.service",
            252,
            ("a.service", "[Service]\nExecStart=/bin/true\n"),
            ("a.service.d/1.conf", "[Service]\nPrivateDevices=yes\nWorkingDirectory=%%/x\nPrivateTmp=yes\n"));

        Assert.Null(unit.Refusal);
        Assert.Equal((true, PrivateTmpMode.Off), (unit.Exec.PrivateDevices.Value, unit.Exec.PrivateTmp.Value));
        Assert.Equal(
            "systemd stops at WorkingDirectory=%%/x: with its specifiers replaced, the path is not absolute.",
            Assert.Single(unit.FatalAssignments).Message);
    }

    [Theory]
    [InlineData("a@.service", "%I", true)]
    [InlineData("a@.service", "%I/x", true)]
    [InlineData("a@.service", "%i", false)]
    [InlineData("a@.service", "%%I", false)]
    [InlineData("a@srv.service", "%I", false)]
    public void A_path_that_another_instance_may_make_absolute_is_no_finding(string name, string path, bool mayPass)
    {
        var text = $"[Service]\nExecStart=/bin/true\nWorkingDirectory={path}\n";
        var files = new InMemoryProjectFiles((name, text));

        Assert.Equal(mayPass, Assert.Single(Bind(name, 262, (name, text)).FatalAssignments).DependsOnInstance);
        Assert.Equal(
            !mayPass,
            UnitLinter.Lint(new Snapshot(files), name, isNamed: true, new LintOptions()).Diagnostics.Any(
                diagnostic => diagnostic.Rule.Id == "syntax-error"));
    }

    private static string? Refused(string unit, string lines, int version) =>
        Bind(unit, version, (unit, $"[Service]\n{lines}\n")).Refusal?.Message;

    private static EffectiveUnit Bind(string unit, int version, params (string Path, string Content)[] files) =>
        UnitBinder.Bind(UnitLoader.Load(new InMemoryProjectFiles(files), unit)!, [], version);
}
