using System.Text;

namespace ExsLint.Semantics.Systemd.Words;

/// <summary>Paths as systemd tidies and checks them.</summary>
internal static class UnitPath
{
    // PATH_MAX, with the final zero, and NAME_MAX, without.
    private const int MaxBytes = 4096;
    private const int MaxNameBytes = 255;

    // The first systemd, as far as is known, that drops '..' from the start of an absolute path.
    private const int DropsLeadingParents = 257;

    /// <summary>The path without doubled slashes, <c>.</c> parts and a slash at its end (path_simplify()).</summary>
    /// <param name="path">The path.</param>
    /// <param name="systemdVersion">The version that tidies it.</param>
    public static string Simplify(string path, int systemdVersion)
    {
        var isAbsolute = path is ['/', ..];
        var parts = path.Split('/').Where(part => part is not ("" or "."));
        if (isAbsolute && systemdVersion >= DropsLeadingParents)
        {
            parts = parts.SkipWhile(part => part == "..");
        }

        var tidy = string.Join('/', parts);
        return isAbsolute ? "/" + tidy : tidy;
    }

    /// <summary>Whether a tidy path has no <c>..</c> and is not too long (path_is_valid(), path_is_normalized()).</summary>
    public static bool IsNormalized(string path) =>
        path.Length > 0
        && Encoding.UTF8.GetByteCount(path) < MaxBytes
        && path.Split('/')
        .All(part => part != ".." && (part.Length < MaxNameBytes / 4 || Encoding.UTF8.GetByteCount(part) <= MaxNameBytes));

    /// <summary>Whether a path is a folder or something in it.</summary>
    public static bool IsAtOrBelow(string path, string folder) => path == folder || IsBelow(path, folder);

    /// <summary>Whether a path is something in a folder.</summary>
    public static bool IsBelow(string path, string folder) =>
        path.Length > folder.Length + 1 && path.StartsWith(folder, StringComparison.Ordinal) && path[folder.Length] == '/';

    /// <summary>An absolute path, tidy; null if systemd refuses it (path_simplify_and_warn() with PATH_CHECK_ABSOLUTE).</summary>
    public static string? TryAbsolute(string path, int systemdVersion) =>
        path is ['/', ..] && Simplify(path, systemdVersion) is var tidy && IsNormalized(tidy) ? tidy : null;
}
