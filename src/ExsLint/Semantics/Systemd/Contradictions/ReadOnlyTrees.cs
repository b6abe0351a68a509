using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Commands;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Contradictions;

/// <summary>What <c>ProtectSystem=</c> makes read-only for a service, and what other settings open (systemd.exec(5)).</summary>
internal static class ReadOnlyTrees
{
    private const string TemporaryFolder = "/tmp", LongLivedFolder = "/var/tmp";

    private static readonly ImmutableArray<string> ProgramFolders = ["/usr", "/boot", "/efi"];
    private static readonly ImmutableArray<string> SystemFolders = [.. ProgramFolders, "/etc"];

    // ProtectSystem=strict leaves these to PrivateDevices=, ProtectKernelTunables= and ProtectHome= (tried with 257 and 262).
    private static readonly ImmutableArray<string> NeverProtected = ["/dev", "/proc", "/sys", "/home", "/root", "/run/user"];

    // The folders that a service's own folders are in.
    private static readonly ImmutableArray<(string Key, string Folder)> OwnFolders =
    [
        ("RuntimeDirectory", "/run"), ("StateDirectory", "/var/lib"), ("CacheDirectory", "/var/cache"),
        ("LogsDirectory", "/var/log"), ("ConfigurationDirectory", "/etc"),
    ];

    // Variables that name a folder which a release, or a program of the Erlang virtual machine, writes to.
    private static readonly ImmutableArray<string> WrittenVariables = ["RELEASE_TMP", "TMPDIR"];

    /// <summary>The paths that a service writes to and <c>ProtectSystem=</c> makes read-only.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="mode">The value of <c>ProtectSystem=</c>.</param>
    public static IEnumerable<PathSetting> WrittenInVain(EffectiveUnit unit, ProtectSystemMode mode) =>
        unit.IsOfUserManager || PathMask.HasOwnRoot(unit)
        ? []
        : Variables(unit).Concat(ProcessFile(unit)).Where(path => Holds(unit, mode, path.Path));

    private static IEnumerable<PathSetting> Variables(EffectiveUnit unit) => WrittenVariables
        .Where(name => !UnitEnvironment.MayComeFromElsewhere(unit, name))
        .Select(name => UnitEnvironment.Find(unit, name))
        .OfType<UnitVariable>()
        .Select(variable => PathSetting.Of(unit, variable.Assignment, variable.Value, isOptional: false))
        .OfType<PathSetting>();

    // Only a daemon that forks writes it itself.
    private static IEnumerable<PathSetting> ProcessFile(EffectiveUnit unit) =>
        unit.GetAssignments(UnitSections.Service, "Type").LastOrDefault()?.Value == "forking"
        && unit.GetAssignments(UnitSections.Service, "PIDFile").LastOrDefault() is { Value: var value } file
        && (value is "" or ['/', ..] or ['%', ..] ? value : $"/run/{value}") is var name
        && PathSetting.Of(unit, file, name, isOptional: false) is { } path
            ? [path]
            : [];

    private static bool Holds(EffectiveUnit unit, ProtectSystemMode mode, string path) => mode switch
    {
        ProtectSystemMode.On => IsIn(path, ProgramFolders),
        ProtectSystemMode.Full => IsIn(path, SystemFolders),
        ProtectSystemMode.Strict => !IsIn(path, NeverProtected),
        _ => false,
    } && !Opened(unit).Any(folder => folder == "/" || UnitPath.IsAtOrBelow(path, folder));

    private static bool IsIn(string path, ImmutableArray<string> folders) =>
        folders.Any(folder => UnitPath.IsAtOrBelow(path, folder));

    private static IEnumerable<string> Opened(EffectiveUnit unit) => PathSetting.List(unit, "ReadWritePaths")
        .Concat(PathSetting.Bound(unit))
        .Concat(PathSetting.Emptied(unit))
        .Select(path => path.Path)
        .Concat(OwnFolders.SelectMany(own => Named(unit, own.Key).Select(name => $"{own.Folder}/{name}")))
        .Concat(unit.Exec.PrivateTmp.Value == PrivateTmpMode.Off ? [] : [TemporaryFolder, LongLivedFolder]);

    // 'shop:link' and 'shop::ro' name the folder shop.
    private static IEnumerable<string> Named(EffectiveUnit unit, string key) => SettingReader
        .AfterLastReset(unit.GetAssignments(UnitSections.Service, key))
        .SelectMany(assignment => UnitWords.Split(assignment.Value))
        .Select(word => unit.Specifiers.Expand(word.Text.Split(':')[0]))
        .OfType<string>();
}
