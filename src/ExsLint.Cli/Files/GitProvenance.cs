using System.Text;
using ExsLint.Cli.Streams;
using ExsLint.Reporting;

namespace ExsLint.Cli.Files;

/// <summary>Reads which commit is checked out, from git's own files: no program is started.</summary>
internal static class GitProvenance
{
    private const int HashLength = 40;

    /// <summary>The commit, where the repository has one and names a remote; else null.</summary>
    /// <param name="root">The repository's root.</param>
    public static SourceRevision? Read(string root)
    {
        var folder = Path.Combine(root, ".git");
        try
        {
            if (!Directory.Exists(folder) || RemoteUri(Lines(folder, "config")) is not { } uri)
            {
                return null;
            }

            const string Reference = "ref: ";
            var head = Lines(folder, "HEAD").FirstOrDefault() ?? "";
            var name = head.StartsWith(Reference, StringComparison.Ordinal) ? head[Reference.Length..].Trim() : null;
            var revision = name is null ? head.Trim() : Resolve(folder, name);
            const string Branches = "refs/heads/";
            var branch = name?.StartsWith(Branches, StringComparison.Ordinal) == true ? name[Branches.Length..] : null;
            return IsHash(revision) ? new SourceRevision(uri, revision!, branch) : null;
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            // The report only lacks a courtesy.
            return null;
        }
    }

    private static string? Resolve(string folder, string name)
    {
        if (name.Contains("..", StringComparison.Ordinal) || Path.IsPathRooted(name))
        {
            return null;
        }

        return Lines(folder, name).FirstOrDefault()?.Trim()
            ?? Lines(folder, "packed-refs")
                .Where(line => line.Length > HashLength && line[(HashLength + 1)..].Trim() == name)
                .Select(line => line[..HashLength])
                .FirstOrDefault();
    }

    /// <summary>The address of the remote called origin, without user and password.</summary>
    private static Uri? RemoteUri(string[] config)
    {
        var inOrigin = false;
        foreach (var line in config.Select(line => line.Trim()))
        {
            if (line.StartsWith('['))
            {
                inOrigin = line == "[remote \"origin\"]";
            }
            else if (inOrigin
                && line.StartsWith("url", StringComparison.Ordinal)
                && line.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
            {
                return WebUri(line[(equals + 1)..].Trim());
            }
        }

        return null;
    }

    /// <summary>
    /// The web address behind <c>https://user@host/path.git</c>, <c>ssh://git@host/path</c> or <c>git@host:path</c>.
    /// </summary>
    private static Uri? WebUri(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme < 0 ? url.Replace(':', '/') : url[(scheme + "://".Length)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? "" : rest[..slash];
        host = host[(host.LastIndexOf('@') + 1)..];
        var isWeb = scheme < 0
            ? url.Contains('@', StringComparison.Ordinal)
            : url[..scheme] is "https" or "http" or "ssh" or "git";
        if (!isWeb || host.Length == 0)
        {
            return null;
        }

        // A password that is not escaped may hold a slash; a query may hold a token.
        var path = rest[slash..];
        if (path.AsSpan().ContainsAny('@', '?', '#'))
        {
            return null;
        }

        path = path.EndsWith(".git", StringComparison.Ordinal) ? path[..^".git".Length] : path;
        return Uri.TryCreate($"https://{(scheme < 0 ? host : host.Split(':')[0])}{path}", UriKind.Absolute, out var uri)
            ? uri
            : null;
    }

    private static bool IsHash(string? text) => text?.Length == HashLength && text.All(char.IsAsciiHexDigit);

    private static string[] Lines(string folder, string file) => FileReader.ReadRegular(Path.Combine(folder, file)) is { } bytes
        ? Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        : [];
}
