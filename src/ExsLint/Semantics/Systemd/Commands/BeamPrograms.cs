using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ExsLint.Semantics.Systemd.Commands;

/// <summary>The programs that start the Erlang virtual machine, told by their names and arguments.</summary>
internal static class BeamPrograms
{
    private static readonly ImmutableArray<string> Runners = ["mix", "elixir", "iex", "erl", "escript", "rebar3"];

    // The commands of a release's script that start it: Mix.Release ('start', 'start_iex', 'daemon', 'daemon_iex'), and
    // 'foreground' of Distillery and relx.
    private static readonly ImmutableArray<string> ReleaseCommands = ["start", "start_iex", "daemon", "daemon_iex", "foreground"];

    // Folders of the system's own programs: no release lives there, whatever its script is called.
    private static readonly ImmutableArray<string> SystemFolders =
        ["/bin/", "/sbin/", "/usr/bin/", "/usr/sbin/", "/usr/local/bin/", "/usr/local/sbin/"];

    // Programs of other languages that are started by the word 'start' as releases are, and mostly from /opt/NAME/bin.
    private static readonly FrozenSet<string> OtherStarters = FrozenSet.Create(
        StringComparer.Ordinal,
        "activemq", "apachectl", "artemis", "catalina", "cassandra", "elasticsearch", "freeswitch", "graylogctl", "hbase",
        "httpd", "ignite",
        "jboss", "jetty", "kafka", "karaf", "logstash", "mule", "mysqld", "neo4j", "nexus", "nifi", "pg_ctl", "rundeckd", "solr",
        "sonar",
        "splunk", "tomcat", "wildfly", "wrapper", "zookeeper");

    // Servers by the names of their programs, and the words that start them; none where any use does.
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Servers =
        new Dictionary<string, ImmutableArray<string>>
        {
            ["rabbitmq-server"] = [],
            ["couchdb"] = [],
            ["yaws"] = [],
            ["ejabberdctl"] = ["start", "foreground", "foreground-quiet", "live", "iexlive"],
            ["mongooseimctl"] = ["start", "foreground", "live"],
            ["emqx"] = ["start", "foreground", "console"],
            ["vernemq"] = ["start", "foreground", "console"],
            ["riak"] = ["start", "foreground", "console"],
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a program, with these arguments, starts the virtual machine.</summary>
    public static bool Starts(ExecCommand command) =>
        Runners.Contains(command.Name)
        || (command.Name == "livebook" && command.Arguments.Contains("server"))
        || IsServerOfOthers(command)
        || StartsRelease(command);

    /// <summary>Whether it is a server that others made.</summary>
    public static bool IsServerOfOthers(ExecCommand command) =>
        Servers.TryGetValue(command.Name, out var words) && (words.IsEmpty || command.Arguments.Any(words.Contains));

    /// <summary>
    /// Whether it is the script of a release: <c>bin/NAME start</c>, <c>bin/NAME eval "Module.function"</c>, or
    /// <c>bin/server</c>, which <c>mix phx.gen.release</c> writes and which takes no arguments.
    /// </summary>
    public static bool StartsRelease(ExecCommand command) =>
        IsInReleaseFolder(command)
        && !IsServerOfOthers(command)
        && (IsServerScript(command)
            || (IsApplicationName(command.Name)
                && (command.Arguments.Any(ReleaseCommands.Contains)
                    || command.Arguments is ["eval", [>= 'A' and <= 'Z', ..], ..])));

    /// <summary>Whether its name is that of the script that Phoenix generates; other servers are called so as well.</summary>
    public static bool IsServerScript(ExecCommand command) =>
        command.Name == "server" && command.Arguments.IsEmpty && IsInReleaseFolder(command);

    /// <summary>Whether a program is one of the system's own folders.</summary>
    public static bool IsOfSystem(string program) => SystemFolders.Contains(program[..(program.LastIndexOf('/') + 1)]);

    private static bool IsInReleaseFolder(ExecCommand command) =>
        (command.Program.EndsWith($"/bin/{command.Name}", StringComparison.Ordinal) || command.Program == $"bin/{command.Name}")
        && !IsOfSystem(command.Program);

    // A release is named by an Elixir atom: this keeps catalina.sh and kafka-server out.
    private static bool IsApplicationName(string name) =>
        name.Length > 0
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
        && !OtherStarters.Contains(name);
}
