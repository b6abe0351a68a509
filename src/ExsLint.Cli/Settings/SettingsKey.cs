using System.Collections.Immutable;
using ExsLint.Analysis;
using ExsLint.Rules;
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

/// <summary>What a key of <c>exslint.toml</c> is about.</summary>
internal enum SettingsScope
{
    /// <summary>All that is analysed.</summary>
    All,

    /// <summary>Config files.</summary>
    Configs,

    /// <summary>systemd units.</summary>
    Units,
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

    /// <summary>The level of a name; null if there is none of that name.</summary>
    public static DiagnosticLevel? LevelOf(string name) => name switch
    {
        "error" => DiagnosticLevel.Error,
        "warning" => DiagnosticLevel.Warning,
        "notice" => DiagnosticLevel.Note,
        _ => null,
    };

    public static readonly SettingsKey Extends = new(
        "extends", SettingsKind.Path, "Another file of this kind, whose keys hold where this one has none.")
    {
        Example = "\"../exslint.toml\"",
    };

    public static readonly SettingsKey Profile = new("profile", SettingsKind.Word, "The rules to run.")
    {
        Example = "\"strict\"",
        Words = ["recommended", "strict"],
    };

    public static readonly SettingsKey Env = new(
        "env", SettingsKind.Environment, "The environment whose configuration is judged.")
    {
        Example = "\"prod\"",
        Scope = SettingsScope.Configs,
    };

    public static readonly SettingsKey Select = new("select", SettingsKind.Rules, "The rules to run, whatever the profile.")
    {
        Example = "[\"systemd-*\"]",
    };

    public static readonly SettingsKey ExtendSelect = new(
        "extend-select", SettingsKind.Rules, "Rules to run beside those of the profile.")
    {
        Example = "[\"phoenix-public-http\"]",
    };

    public static readonly SettingsKey Ignore = new("ignore", SettingsKind.Rules, "The rules not to run.")
    {
        Example = "[\"phoenix-hsts\"]",
    };

    public static readonly SettingsKey PerFileIgnores = new(
        "per-file-ignores", SettingsKind.RulesByFile, "Rules that are not asked about some files.")
    {
        Example = "{ \"config/demo.exs\" = [\"akkoma-*\"] }",
    };

    public static readonly SettingsKey Levels = new(
        "levels", SettingsKind.Levels, "The levels of rules: error, warning or notice.")
    {
        Example = "{ \"phoenix-check-origin\" = \"error\" }",
    };

    public static readonly SettingsKey Exclude = new(
        "exclude", SettingsKind.Files, "Files and folders that are passed over, unless they are named.")
    {
        Example = "[\"vendor/\"]",
    };

    public static readonly SettingsKey Baseline = new(
        "baseline", SettingsKind.Path, "The baseline against which findings are held.")
    {
        Example = "\"exslint-baseline.json\"",
    };

    public static readonly SettingsKey SystemdVersion = new(
        "systemd-version", SettingsKind.Number, "The version of systemd that reads the units.")
    {
        Example = "257",
        Scope = SettingsScope.Units,
        Least = UnitBinder.OldestVersion,
        Most = UnitBinder.NewestVersion,
    };

    public static readonly SettingsKey ExposureThreshold = new(
        "exposure-threshold", SettingsKind.Number, "The highest exposure of a service, times ten, that is no finding.")
    {
        Example = "50",
        Scope = SettingsScope.Units,
        Least = 0,
        Most = LintOptions.HighestExposure,
    };

    public static readonly SettingsKey Set = new(
        "set", SettingsKind.Variables, "Environment variables that are taken for set.")
    {
        Example = "{ PHX_HOST = \"shop.example\" }",
        Scope = SettingsScope.Configs,
    };

    public static readonly SettingsKey EnvFile = new(
        "env-file", SettingsKind.Path, "A file of NAME=VALUE lines from which environment variables are taken.")
    {
        Example = "\".env.example\"",
        Scope = SettingsScope.Configs,
    };

    /// <summary>All keys, in the order in which they are told.</summary>
    public static readonly ImmutableArray<SettingsKey> All =
    [
        Extends, Profile, Env, Select, ExtendSelect, Ignore, PerFileIgnores, Levels, Exclude, Baseline, SystemdVersion,
        ExposureThreshold, Set, EnvFile,
    ];

    /// <summary>A value it may have, in TOML.</summary>
    public string Example { get; private init; } = "";

    /// <summary>What it is about.</summary>
    public SettingsScope Scope { get; private init; }

    /// <summary>The words it takes.</summary>
    public ImmutableArray<string> Words { get; private init; } = [];

    /// <summary>The least number it takes.</summary>
    public int Least { get; private init; }

    /// <summary>The greatest number it takes.</summary>
    public int Most { get; private init; }
}
