using System.Collections.Immutable;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Commands;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;
using ExsLint.Text;

namespace ExsLint.Rules.Systemd;

/// <summary>Finds services whose dumps, which hold their secrets, get into the hands of others.</summary>
public sealed class CrashDumpRule : UnitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "systemd-crash-dump";

    // erl(1). erts/emulator/beam/break.c (erl_crash_dump_v): opened with O_CREAT | O_TRUNC and the mode 0640, so a file that is
    // there keeps its owner. With 0 seconds none is written (seen with OTP 25).
    private const string Variable = "ERL_CRASH_DUMP";
    private const string Seconds = "ERL_CRASH_DUMP_SECONDS";

    private const string CoreKey = "LimitCORE";
    private const string Infinity = "infinity";

    private const string Shared = "shared", Served = "served", Core = "core";

    // Exposure of core dump file; sensitive information in externally-accessible file; insecure temporary file.
    private const int ExposedCore = 528;
    private const int AccessibleFile = 538;
    private const int TemporaryFile = 377;

    private static readonly string[] TemporaryFolders = ["/tmp", "/var/tmp"];
    private const string SharedMemory = "/dev/shm";

    // What Debian's, Arch's, openSUSE's and nginx' servers serve unless they are told otherwise; Akkoma's docs, 'Installing on
    // Linux using OTP releases' (uploads, static).
    private static readonly string[] ServedFolders =
    [
        "/var/www/html", "/srv/http", "/srv/www/htdocs", "/usr/share/nginx/html", "/var/lib/akkoma/static",
        "/var/lib/akkoma/uploads", "/var/lib/pleroma/static", "/var/lib/pleroma/uploads",
    ];

    private static readonly string[] ServedParts = ["/priv/static/", "/instance/static/", "/public_html/"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Dumps of the service are within reach of others",
        Description = "A crash dump of the Erlang virtual machine lists the state of its processes, and a core dump is all of its "
            + "memory: keys, passwords and sessions of users are in both. They belong where only the service's user can read.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 4.0,
        Precision = RulePrecision.High,
        Cwes = [ExposedCore, AccessibleFile, TemporaryFile],
        ReferenceUri = "https://www.erlang.org/doc/apps/erts/crash_dump.html",
        CreateMessages = () => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            [Shared] =
                "ERL_CRASH_DUMP is '{0}', in a folder that every user of the host may write to: whoever puts a file of that name "
                    + "there first may read the dump, with the secrets in it.",
            [Served] =
                "ERL_CRASH_DUMP is '{0}', in a folder that web servers serve, so a crash may publish the secrets of the service.",
            [Core] =
                "LimitCORE is '{0}', so a crash of the virtual machine writes all of its memory to disk, with the secrets in it.",
        }),
    };

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        if (!context.IsHardeningJudged || !context.Unit.Beam.IsBeam)
        {
            return;
        }

        var core = SettingReader.ReadLast<bool>(
            context.Unit.GetAssignments(UnitSections.Service, CoreKey), false, TryParseLimit);
        if (core is { Value: true, Origin: { } origin })
        {
            context.Report(
                Core, origin.Location, context.SettingOf(CoreKey), [UnitRuleContext.Shown(origin.Value)]);
        }

        if (Find(context.Unit, Seconds)?.Value != "0"
            && Find(context.Unit, Variable) is var (value, location)
            && MessageFor(context.Unit, value) is { } message)
        {
            context.Report(
                message, location, context.SettingOf("Environment", Variable), [UnitRuleContext.Shown(value)]);
        }
    }

    // 'SOFT:HARD', or one value for both; the soft limit is the one that counts. An empty value takes back what is before it.
    private static bool TryParseLimit(string text, out bool isInfinite)
    {
        var soft = text.Split(':')[0];
        isInfinite = soft == Infinity;
        return isInfinite || text.Length == 0 || char.IsAsciiDigit(soft is [var first, ..] ? first : ' ');
    }

    private static string? MessageFor(EffectiveUnit unit, string value)
    {
        var written = value is ['/' or '%', ..] ? value : $"{FolderOf(unit)}/{value}";
        if (value.Length == 0
            || unit.Specifiers.Expand(written) is not { } expanded
            || UnitPath.TryAbsolute(expanded, unit.SystemdVersion) is not { } path)
        {
            return null;
        }

        var isShared = UnitPath.IsBelow(path, SharedMemory)
            || (unit.Exec.PrivateTmp.Value == PrivateTmpMode.Off && Array.Exists(TemporaryFolders, IsHolding));
        return isShared ? Shared
            : Array.Exists(ServedFolders, IsHolding) || Array.Exists(ServedParts, IsPart) ? Served
            : null;

        bool IsHolding(string folder) => UnitPath.IsBelow(path, folder);
        bool IsPart(string part) => path.Contains(part, StringComparison.Ordinal);
    }

    // erl(1): the working directory, where it is not an absolute path.
    private static string FolderOf(EffectiveUnit unit) =>
        unit.GetAssignments(UnitSections.Service, "WorkingDirectory").LastOrDefault()?.Value.TrimStart('-') ?? "";

    private static (string Value, Location Location)? Find(EffectiveUnit unit, string name)
    {
        foreach (var command in unit.Beam.Commands)
        {
            if (command.GetVariable(name) is { } own)
            {
                return (own, command.Assignment.Location);
            }
        }

        return UnitEnvironment.Find(unit, name) is { } variable ? (variable.Value, variable.Location) : null;
    }
}
