namespace ExsLint.Semantics.Systemd.Units;

/// <summary>The sections that systemd reads in a unit of each type (systemd.unit(5) and the page of the type).</summary>
public static class UnitSections
{
    /// <summary>The section <c>[Unit]</c> of every unit.</summary>
    public const string Unit = "Unit";

    /// <summary>The section <c>[Service]</c> of a service.</summary>
    public const string Service = "Service";

    private const string Install = "Install";

    // A section whose name starts so is meant for other programs; systemd says nothing about it.
    private const string ForeignPrefix = "X-";

    /// <summary>Whether a unit type exists.</summary>
    public static bool IsUnitType(string type) => type is "device" or "target" || OwnSection(type) is not null;

    /// <summary>Whether systemd reads, or silently leaves alone, a section of this name in a unit of this type.</summary>
    public static bool IsKnown(string type, string section) =>
        section is Unit || section == OwnSection(type) || (section is Install && type is not "scope")
        || section.StartsWith(ForeignPrefix, StringComparison.Ordinal);

    /// <summary>The section of this name with the right case and without stray space, if that is what makes it unknown.</summary>
    public static string? Correct(string type, string section)
    {
        string?[] known = [Unit, OwnSection(type), Install];
        return known.FirstOrDefault(name => string.Equals(name, section.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// The section that holds the settings of systemd.exec(5) in a unit of this type, or null if it starts no process.
    /// </summary>
    public static string? ExecSection(string type) =>
        type is "service" or "socket" or "mount" or "swap" ? OwnSection(type) : null;

    /// <summary>
    /// The section that holds the settings of systemd.resource-control(5) in a unit of this type, or null if there is none.
    /// </summary>
    public static string? ResourceSection(string type) => type is "slice" or "scope" ? OwnSection(type) : ExecSection(type);

    private static string? OwnSection(string type) => type switch
    {
        "service" => Service,
        "socket" => "Socket",
        "mount" => "Mount",
        "automount" => "Automount",
        "swap" => "Swap",
        "path" => "Path",
        "timer" => "Timer",
        "slice" => "Slice",
        "scope" => "Scope",
        _ => null,
    };
}
