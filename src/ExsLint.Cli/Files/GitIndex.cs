using System.Buffers.Binary;
using System.Text;
using ExsLint.Cli.Streams;

namespace ExsLint.Cli.Files;

/// <summary>
/// The paths that git tracks, read from its index (gitformat-index(5), versions 2 to 4): no program is started.
/// </summary>
internal sealed class GitIndex
{
    private const string Signature = "DIRC";
    private const int HeaderLength = 12;

    // What stands before an entry's object name; behind that are two bytes of flags.
    private const int StatLength = 40;
    private const int Sha1Length = 20;
    private const int Sha256Length = 32;
    private const int IsExtended = 0x4000;
    private const int FirstWithExtended = 3;
    private const int FirstCompressed = 4;
    private const int Padding = 8;

    private readonly HashSet<string>? _paths;

    private GitIndex(HashSet<string>? paths) => _paths = paths;

    /// <summary>Whether there is a repository at all.</summary>
    private bool IsOfRepository { get; init; } = true;

    /// <summary>Reads the index of a repository; one without any tracks nothing.</summary>
    /// <param name="root">The repository's root.</param>
    public static GitIndex Read(string root)
    {
        try
        {
            if (FolderOf(root) is not { } folder)
            {
                return new GitIndex([]) { IsOfRepository = false };
            }

            if (Path.Combine(folder, "index") is var path && !File.Exists(path))
            {
                return new GitIndex([]);
            }

            // A pipe or a device is no index; nor is what nobody would call one for its size.
            return new GitIndex(FileReader.ReadRegular(path) is { } bytes ? Parse(bytes, HashLength(folder)) : null);
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            return new GitIndex(null);
        }
    }

    /// <summary>Whether git tracks a file; where the index cannot be read, it may.</summary>
    /// <param name="path">The path relative to the root.</param>
    public bool MayTrack(string path) => _paths?.Contains(path) != false;

    /// <summary>Whether git tracks a file; null without a repository, and where the index cannot be read.</summary>
    /// <param name="path">The path relative to the root.</param>
    public bool? Tracks(string path) => IsOfRepository ? _paths?.Contains(path) : null;

    /// <summary>The paths in an index; null where it is not understood, or refers to another file for more.</summary>
    internal static HashSet<string>? Parse(ReadOnlySpan<byte> index, int hashLength)
    {
        if (index.Length < HeaderLength || !index.StartsWith(Encoding.ASCII.GetBytes(Signature)))
        {
            return null;
        }

        var version = BinaryPrimitives.ReadUInt32BigEndian(index[4..]);
        var count = BinaryPrimitives.ReadUInt32BigEndian(index[8..]);
        var paths = new HashSet<string>(StringComparer.Ordinal);
        var at = HeaderLength;
        var previous = Array.Empty<byte>();
        for (var i = 0U; i < count; i++)
        {
            var start = at;
            at += StatLength + hashLength;
            if (version is < 2 or > FirstCompressed || at + 2 > index.Length)
            {
                return null;
            }

            at += version >= FirstWithExtended && (BinaryPrimitives.ReadUInt16BigEndian(index[at..]) & IsExtended) != 0 ? 4 : 2;
            var kept = version == FirstCompressed ? previous.Length - ReadOffset(index, ref at) : 0;
            var length = at < index.Length ? index[at..].IndexOf((byte)0) : -1;
            if (length < 0 || kept < 0)
            {
                return null;
            }

            previous = [.. previous.AsSpan(0, kept), .. index.Slice(at, length)];
            paths.Add(Encoding.UTF8.GetString(previous));
            at += length + 1;
            at = version == FirstCompressed ? at : start + ((at - start + Padding - 1) / Padding * Padding);
        }

        return HasLink(index, at, hashLength) ? null : paths;
    }

    /// <summary>
    /// The number of bytes that an entry takes from the end of the one before (the varint of an 'ofs-delta' pack entry).
    /// </summary>
    private static int ReadOffset(ReadOnlySpan<byte> index, ref int at)
    {
        long value = 0;
        for (var isFirst = true; at < index.Length; isFirst = false)
        {
            var part = index[at++];
            value = isFirst ? part & 0x7F : ((value + 1) << 7) | (part & 0x7FU);
            if ((part & 0x80) == 0 || value > int.MaxValue)
            {
                break;
            }
        }

        return (int)Math.Min(value, int.MaxValue);
    }

    /// <summary>
    /// Whether an extension says that other entries are elsewhere: 'link' of a split index, 'sdir' of a sparse one.
    /// </summary>
    private static bool HasLink(ReadOnlySpan<byte> index, int at, int hashLength)
    {
        while (at + 8 <= index.Length - hashLength)
        {
            var name = Encoding.ASCII.GetString(index.Slice(at, 4));
            if (name is "link" or "sdir")
            {
                return true;
            }

            var length = BinaryPrimitives.ReadUInt32BigEndian(index[(at + 4)..]);
            at = (int)Math.Min(int.MaxValue - 8L, at + 8L + length);
        }

        return false;
    }

    /// <summary>
    /// The folder with git's files: <c>.git</c>, or where a file of that name leads to, as in a work tree of its own.
    /// </summary>
    private static string? FolderOf(string root)
    {
        const string Link = "gitdir:";
        var path = Path.Combine(root, ".git");
        if (Directory.Exists(path))
        {
            return path;
        }

        return FileReader.ReadStart(path, FileReader.PageLength) is { } text && text.StartsWith(Link, StringComparison.Ordinal)
            ? Path.GetFullPath(Path.Combine(root, text[Link.Length..].Split('\n')[0].Trim()))
            : null;
    }

    private static int HashLength(string folder) =>
        FileReader.ReadStart(Path.Combine(folder, "config"), FileReader.PageLength) is { } config
        && config.Split('\n')
            .Select(line => line.Replace(" ", "", StringComparison.Ordinal).Trim())
            .Contains("objectformat=sha256", StringComparer.OrdinalIgnoreCase)
            ? Sha256Length
            : Sha1Length;
}
