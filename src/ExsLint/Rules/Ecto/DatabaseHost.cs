using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Ecto;

/// <summary>Where a repository's database is, as far as that is known.</summary>
internal enum DatabaseHost
{
    /// <summary>On this machine or beside it: a socket, a loopback address, a name without a dot.</summary>
    Near,

    /// <summary>On another machine.</summary>
    Remote,

    /// <summary>The environment tells.</summary>
    Unknown,
}

/// <summary>Reads where a repository's database is.</summary>
internal static class DatabaseHosts
{
    /// <summary>Where the database is. What a URL says wins (Ecto.Repo.Supervisor, Ecto 3.13).</summary>
    /// <param name="application">The application.</param>
    /// <param name="repo">The repository's key.</param>
    public static DatabaseHost Of(PhoenixApplication application, string repo)
    {
        if (application.Get(repo, "socket").Value is not AbsentValue
            || application.Get(repo, "socket_dir").Value is not AbsentValue)
        {
            return DatabaseHost.Near;
        }

        return application.Get(repo, "url").Value switch
        {
            AbsentValue or AtomValue { IsNil: true } or BinaryValue { Bytes.IsEmpty: true } =>
                application.Get(repo, "hostname").Value switch
                {
                    BinaryValue { Text: var name } => Of(name),
                    AbsentValue => DatabaseHost.Near,
                    _ => DatabaseHost.Unknown,
                },
            BinaryValue { Text: var url } => HostIn(url) is { } host ? Of(host) : DatabaseHost.Unknown,
            _ => DatabaseHost.Unknown,
        };
    }

    /// <summary>The options behind the question mark of a repository's URL; null where no URL is written.</summary>
    /// <param name="application">The application.</param>
    /// <param name="repo">The repository's key.</param>
    public static string? QueryOf(PhoenixApplication application, string repo) =>
        application.Get(repo, "url").Value is BinaryValue { Text: var url }
            && url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var start
            ? url[start..]
            : null;

    private static DatabaseHost Of(string host) => HostName.IsNear(host) ? DatabaseHost.Near : DatabaseHost.Remote;

    private static string? HostIn(string url)
    {
        var start = url.IndexOf("//", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var end = url.AsSpan(start + 2).IndexOfAny("/?#");
        var authority = end < 0 ? url[(start + 2)..] : url.Substring(start + 2, end);
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        return host.StartsWith('[') ? host[..(host.IndexOf(']', StringComparison.Ordinal) + 1)] : host.Split(':')[0];
    }
}
