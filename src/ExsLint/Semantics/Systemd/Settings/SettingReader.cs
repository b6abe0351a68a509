using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary>Reads a value; false if systemd cannot read it and keeps the one before.</summary>
internal delegate bool ValueParser<T>(string text, out T value);

/// <summary>Changes a setting by one more assignment; false if systemd cannot read it and leaves the setting as it is.</summary>
internal delegate bool SettingStep<T>(T setting, string text);

/// <summary>Finds out what a setting comes to.</summary>
internal static class SettingReader
{
    /// <summary>A setting of which the last valid assignment counts.</summary>
    public static EffectiveValue<T> ReadLast<T>(ImmutableArray<UnitAssignment> assignments, T defaultValue, ValueParser<T> parse)
    {
        var effective = defaultValue;
        UnitAssignment? origin = null;
        var ignored = ImmutableArray.CreateBuilder<UnitAssignment>();
        foreach (var assignment in assignments)
        {
            if (parse(assignment.Value, out var value))
            {
                effective = value;
                origin = assignment;
            }
            else
            {
                ignored.Add(assignment);
            }
        }

        return new EffectiveValue<T>(effective, origin, assignments, ignored.ToImmutable());
    }

    /// <summary>
    /// A setting to which each assignment adds; <paramref name="setting"/> is what it is without any, and is changed.
    /// </summary>
    public static EffectiveValue<T> ReadAll<T>(ImmutableArray<UnitAssignment> assignments, T setting, SettingStep<T> apply)
        where T : class
    {
        UnitAssignment? origin = null;
        var ignored = ImmutableArray.CreateBuilder<UnitAssignment>();
        foreach (var assignment in assignments)
        {
            if (apply(setting, assignment.Value))
            {
                origin = assignment;
            }
            else
            {
                ignored.Add(assignment);
            }
        }

        return new EffectiveValue<T>(setting, origin, assignments, ignored.ToImmutable());
    }

    /// <summary>A list of words: assignments add up, an empty one starts afresh.</summary>
    public static ImmutableArray<UnitAssignment> AfterLastReset(ImmutableArray<UnitAssignment> assignments)
    {
        var reset = assignments.Length;
        while (reset > 0 && assignments[reset - 1].Value.Length > 0)
        {
            reset--;
        }

        return assignments[reset..];
    }
}
