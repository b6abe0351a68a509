using System.Collections.Immutable;
using ExsLint.Analysis;
using ExsLint.Semantics.Systemd;

namespace ExsLint.Cli.Settings;

/// <summary>What a key of <c>exslint.toml</c> takes.</summary>
internal enum SettingsKind
{
    /// <summary>One of some words.</summary>
    Word,

    /// <summary>The name of an environment.</summary>
    Environment,

    /// <summary>Rules: ids and patterns.</summary>
    Rules,

    /// <summary>Patterns of files, each with rules.</summary>
    RulesByFile,

    /// <summary>Rules, each with a level.</summary>
    Levels,

    /// <summary>Patterns of files.</summary>
    Files,

    /// <summary>The path of a file.</summary>
    Path,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Names of environment variables, each with a value.</summary>
    Variables,
}

/// <summary>A key of <c>exslint.toml</c>.</summary>
/// <param name="Name">The key.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Description">What it does: a sentence.</param>
internal sealed record SettingsKey(string Name, SettingsKind Kind, string Description)
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "exslint.toml";

    /// <summary>The levels, as they are written.</summary>
    public static readonly ImmutableArray<string> LevelNames = ["error", "warning", "notice"];

    public static readonly SettingsKey Extends = new(
        "extends", SettingsKind.Path, "Another file of this kind, whose keys hold where this one has none.");

    public static readonly SettingsKey Profile = new("profile", SettingsKind.Word, "The rules to run.")
    {
        Words = ["recommended", "strict"],
    };

    public static readonly SettingsKey Env = new(
        "env", SettingsKind.Environment, "The environment whose configuration is judged.");

    public static readonly SettingsKey Select = new("select", SettingsKind.Rules, "The rules to run, whatever the profile.");

    public static readonly SettingsKey ExtendSelect = new(
        "extend-select", SettingsKind.Rules, "Rules to run beside those of the profile.");

    public static readonly SettingsKey Ignore = new("ignore", SettingsKind.Rules, "The rules not to run.");

    public static readonly SettingsKey PerFileIgnores = new(
        "per-file-ignores", SettingsKind.RulesByFile, "Rules that are not asked about some files.");

    public static readonly SettingsKey Levels = new(
        "levels", SettingsKind.Levels, "The levels of rules: error, warning or notice.");

    public static readonly SettingsKey Exclude = new(
        "exclude", SettingsKind.Files, "Files and folders that are passed over, unless they are named.");

    public static readonly SettingsKey Baseline = new(
        "baseline", SettingsKind.Path, "The baseline against which findings are held.");

    public static readonly SettingsKey SystemdVersion = new(
        "systemd-version", SettingsKind.Number, "The version of systemd that reads the units.")
    {
        Least = UnitBinder.OldestVersion,
        Most = UnitBinder.NewestVersion,
    };

    public static readonly SettingsKey ExposureThreshold = new(
        "exposure-threshold", SettingsKind.Number, "The highest exposure of a service, times ten, that is no finding.")
    {
        Least = 0,
        Most = LintOptions.HighestExposure,
    };

    public static readonly SettingsKey Set = new(
        "set", SettingsKind.Variables, "Environment variables that are taken for set.");

    public static readonly SettingsKey EnvFile = new(
        "env-file", SettingsKind.Path, "A file of NAME=VALUE lines from which environment variables are taken.");

    /// <summary>All keys, in the order in which they are told.</summary>
    public static readonly ImmutableArray<SettingsKey> All =
    [
        Extends, Profile, Env, Select, ExtendSelect, Ignore, PerFileIgnores, Levels, Exclude, Baseline, SystemdVersion,
        ExposureThreshold, Set, EnvFile,
    ];

    /// <summary>The words it takes.</summary>
    public ImmutableArray<string> Words { get; private init; } = [];

    /// <summary>The least number it takes.</summary>
    public int Least { get; private init; }

    /// <summary>The greatest number it takes.</summary>
    public int Most { get; private init; }
}
