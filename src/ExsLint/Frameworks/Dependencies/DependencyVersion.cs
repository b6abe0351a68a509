using System.Globalization;

namespace ExsLint.Frameworks.Dependencies;

/// <summary>A version of a package, as Hex has them (semantic versioning 2.0.0, with all three numbers).</summary>
/// <param name="Major">The first number.</param>
/// <param name="Minor">The second number.</param>
/// <param name="Patch">The third number.</param>
/// <param name="PreRelease">What stands behind a hyphen, without build metadata: <c>rc.1</c>; null for a release.</param>
public readonly record struct DependencyVersion(int Major, int Minor, int Patch, string? PreRelease)
{
    /// <summary>Reads a version; null for what is none.</summary>
    public static DependencyVersion? Parse(string text)
    {
        var build = text.IndexOf('+', StringComparison.Ordinal);
        var version = build < 0 ? text : text[..build];
        var hyphen = version.IndexOf('-', StringComparison.Ordinal);
        var numbers = (hyphen < 0 ? version : version[..hyphen]).Split('.');
        return numbers is [var major, var minor, var patch]
            && Number(major) is { } first
            && Number(minor) is { } second
            && Number(patch) is { } third
            ? new DependencyVersion(first, second, third, hyphen < 0 ? null : version[(hyphen + 1)..])
            : null;
    }

    /// <summary>Whether this is a release or later. Release candidates of it are before it.</summary>
    /// <param name="major">The release's first number.</param>
    /// <param name="minor">Its second number.</param>
    /// <param name="patch">Its third number.</param>
    public bool IsAtLeast(int major, int minor, int patch = 0)
    {
        var order = (Major, Minor, Patch).CompareTo((major, minor, patch));
        return order > 0 || (order == 0 && PreRelease is null);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}{(PreRelease is null ? "" : "-")}{PreRelease}");

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
