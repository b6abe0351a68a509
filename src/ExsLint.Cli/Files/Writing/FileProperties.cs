using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ExsLint.Cli.Files.Writing;

/// <summary>
/// Gives a file what another one has besides its text: permissions, and on Linux owner, group and extended attributes.
/// </summary>
internal static class FileProperties
{
    private const UnixFileMode AnyGroup = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;
    private const int MaximumAttribute = 64 * 1024; // XATTR_SIZE_MAX and XATTR_LIST_MAX of Linux.
    private const uint Unchanged = uint.MaxValue;

    /// <summary>Gives them.</summary>
    /// <param name="from">The file that has them.</param>
    /// <param name="to">The file that is to have them.</param>
    /// <returns>What could not be kept.</returns>
    public static List<string> Copy(SafeFileHandle from, SafeFileHandle to)
    {
        var losses = new List<string>();
        if (OperatingSystem.IsWindows())
        {
            return losses;
        }

        var mode = File.GetUnixFileMode(from);
        if (OperatingSystem.IsLinux())
        {
            mode = KeepOwner(FileStatus.Of(from), FileStatus.Of(to), to, losses);
        }

        File.SetUnixFileMode(to, mode);
        if (OperatingSystem.IsLinux())
        {
            losses.AddRange(CopyAttributes(from, to).Select(name => $"its attribute {name} could not be kept"));
        }

        return losses;
    }

    /// <summary>Gives a file its owner and group.</summary>
    /// <returns>The permissions that it may have then.</returns>
    private static UnixFileMode KeepOwner(FileStatus old, FileStatus now, SafeFileHandle to, List<string> losses)
    {
        var mode = old.Mode;
        if (old.Group != now.Group && LinuxCalls.ChangeOwner(to, Unchanged, old.Group) != 0)
        {
            // What the old group was allowed to is not for the new one.
            mode &= ~AnyGroup;
            losses.Add("its group could not be kept, and the group's permissions were taken away");
        }

        if (old.Owner != now.Owner && LinuxCalls.ChangeOwner(to, old.Owner, Unchanged) != 0)
        {
            losses.Add("its owner could not be kept");
        }

        if (old.Links > 1)
        {
            losses.Add("its other hard links keep the old text");
        }

        return mode;
    }

    /// <summary>Copies extended attributes: access control lists and labels among them.</summary>
    /// <returns>The names of those that could not be kept.</returns>
    private static IEnumerable<string> CopyAttributes(SafeFileHandle from, SafeFileHandle to)
    {
        var names = new byte[MaximumAttribute];
        var length = LinuxCalls.ListAttributes(from, names, names.Length);
        if (length <= 0)
        {
            yield break;
        }

        foreach (var name in Encoding.UTF8.GetString(names, 0, (int)length).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var value = new byte[MaximumAttribute];
            var size = LinuxCalls.GetAttribute(from, name, value, value.Length);
            if (size < 0 || LinuxCalls.SetAttribute(to, name, value, size, 0) != 0)
            {
                yield return name;
            }
        }
    }
}
