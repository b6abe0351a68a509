using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary>The section of a unit that says how its processes run, as its settings are read from it.</summary>
internal sealed class ExecSection(BoundUnit unit)
{
    private readonly string? _section = UnitSections.ExecSection(unit.Name.Type);
    private EffectiveValue<bool>? _dynamicUser;

    /// <summary>The unit.</summary>
    public BoundUnit Unit => unit;

    /// <summary>The version of systemd that reads the unit.</summary>
    public int SystemdVersion => unit.SystemdVersion;

    /// <summary>What stands for specifiers such as <c>%n</c>.</summary>
    public Specifiers Specifiers => unit.Specifiers;

    /// <summary>Whether units of this type have such a section.</summary>
    public bool Exists => _section is not null;

    /// <summary><c>DynamicUser=</c>.</summary>
    public EffectiveValue<bool> DynamicUser => _dynamicUser ??= ReadBoolean("DynamicUser");

    /// <summary>The assignments of a key, resets applied.</summary>
    public ImmutableArray<UnitAssignment> Assignments(string key) => _section is null ? [] : unit.GetAssignments(_section, key);

    /// <summary>A boolean that is off where nothing is written.</summary>
    public EffectiveValue<bool> ReadBoolean(string key) => Read<bool>(key, false, SettingValues.TryParseBoolean);

    /// <summary>The last valid value of a key, or the default.</summary>
    public EffectiveValue<T> Read<T>(string key, T defaultValue, ValueParser<T> parse) =>
        SettingReader.ReadLast(Assignments(key), defaultValue, parse);

    /// <summary>A value that is one of some words.</summary>
    public EffectiveValue<string> ReadWord(string key, string defaultValue, ImmutableArray<string> words) =>
        Read(key, defaultValue, (string text, out string value) => words.Contains(value = text));

    /// <summary>A path, specifiers replaced and tidy; null if there is none.</summary>
    public EffectiveValue<string?> ReadPath(string key) =>
        SettingReader.ReadLast<string?>(Assignments(key), null, (string text, out string? value) =>
    {
        var expanded = unit.Specifiers.Expand(text);
        value = string.IsNullOrEmpty(expanded) ? null : UnitPath.Simplify(expanded, unit.SystemdVersion);
        return true;
    });

    /// <summary>What <c>DynamicUser=</c> makes of a value, if it is on.</summary>
    public EffectiveValue<T> Force<T>(EffectiveValue<T> setting, Func<T, T> force)
    {
        var forced = DynamicUser.Value ? force(setting.Value) : setting.Value;
        return EqualityComparer<T>.Default.Equals(forced, setting.Value)
            ? setting
            : setting with { Value = forced, Origin = null, ImpliedBy = DynamicUser.Origin };
    }
}
