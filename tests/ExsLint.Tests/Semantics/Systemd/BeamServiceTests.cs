using System.Collections.Immutable;
using ExsLint.Frameworks.Catalog;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Commands;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Tests.Semantics.Systemd;

/// <summary>Which units run the Erlang virtual machine.</summary>
public sealed class BeamServiceTests
{
    // As 'mix phx.gen.release' writes it (Phoenix 1.7).
    private const string ServerScript =
        "#!/bin/sh\nset -eu\n\ncd -P -- \"$(dirname -- \"$0\")\"\nPHX_SERVER=true exec ./shop start\n";

    [Theory]
    [InlineData("/opt/shop/bin/server")]
    [InlineData("/opt/shop/bin/shop eval \"Shop.Release.migrate\"")]
    [InlineData("/usr/bin/mise exec -- mix phx.server")]
    [InlineData("/usr/bin/mise x elixir@1.18 erlang@27 -- mix phx.server")]
    [InlineData("/usr/bin/mise exec -c \"mix phx.server\"")]
    [InlineData("/home/shop/.asdf/shims/mix phx.server")]
    [InlineData("/opt/asdf/bin/asdf exec mix phx.server")]
    [InlineData("/usr/bin/direnv exec /srv/shop mix phx.server")]
    [InlineData("/usr/bin/env MIX_ENV=prod PORT=4000 mix phx.server")]
    [InlineData("/usr/bin/env -u FOO -C /srv/shop mix phx.server")]
    [InlineData("/bin/sh -c 'cd /srv/shop && exec bin/shop start'")]
    [InlineData("/bin/bash -lc \"source .env; mix phx.server\"")]
    [InlineData("/bin/bash -o pipefail -c 'mix phx.server 2>&1 | logger'")]
    [InlineData("/usr/bin/env A=1 /bin/sh -c 'exec nice -n 5 mix run'")]
    [InlineData("/bin/su - shop -c \"mix phx.server\"")]
    [InlineData("/usr/bin/sudo -iu shop -- mix phx.server")]
    [InlineData("/usr/bin/timeout -k 5 3600 mix run")]
    [InlineData("/usr/bin/taskset -c 0,1 /opt/shop/bin/shop start")]
    [InlineData("/usr/sbin/rabbitmq-server")]
    [InlineData("/usr/sbin/ejabberdctl foreground")]
    [InlineData("/opt/couchdb/bin/couchdb")]
    [InlineData("/usr/bin/emqx foreground")]
    [InlineData("/usr/sbin/vernemq start")]
    [InlineData("/home/a/.mix/escripts/livebook server")]
    public void These_commands_do(string command) => Assert.True(Recognize($"ExecStart={command}").IsBeam);

    [Theory]
    [InlineData("/usr/bin/server")]
    [InlineData("/opt/game/bin/server --config x")]
    [InlineData("/opt/nexus/bin/nexus start")]
    [InlineData("/opt/solr/bin/solr start -f")]
    [InlineData("/usr/local/pgsql/bin/pg_ctl start -D /data")]
    [InlineData("/opt/tomcat/bin/catalina.sh start")]
    [InlineData("/opt/shop/bin/migrate")]
    [InlineData("/bin/echo mix phx.server")]
    [InlineData("/bin/sh -c 'echo mix phx.server'")]
    [InlineData("/bin/sh -c 'cat <<E\nmix\nE\nnode server.js'")]
    [InlineData("/bin/sh -c '# mix phx.server\nnode server.js'")]
    [InlineData("/usr/bin/sudo -u mix /usr/bin/node server.js")]
    [InlineData("/usr/sbin/ejabberdctl stop")]
    [InlineData("/usr/bin/epmd -systemd")]
    [InlineData("/usr/bin/mise install")]
    public void These_do_not(string command) =>
        Assert.False(Recognize($"ExecStart={command.Replace("\n", "\\n", StringComparison.Ordinal)}").IsBeam);

    [Theory]
    [InlineData("PHX_SERVER=true", true)]
    [InlineData("MIX_ENV=prod", true)]
    [InlineData("RELEASE_NAME=shop", true)]
    [InlineData("RELEASE_COOKIE=x", true)]
    [InlineData("\"ERL_FLAGS=-kernel a b\"", true)]
    [InlineData("MIX_ENV=", false)]
    [InlineData("MIX_ENVIRONMENT=prod", false)]
    [InlineData("NODE_ENV=production", false)]
    public void Variables_tell_as_well(string variable, bool isBeam)
    {
        Assert.Equal(isBeam, Recognize($"ExecStart=/usr/local/bin/shop\nEnvironment={variable}").IsBeam);
        Assert.False(Recognize($"ExecStart=/usr/bin/docker run shop\nEnvironment={variable}").IsBeam);
    }

    [Theory]
    [InlineData("/opt/shop/bin/server")]
    [InlineData("/opt/shop/bin/shop start")]
    public void Programs_in_Java_start_like_releases(string command) =>
        Assert.False(Recognize($"ExecStart={command}\nEnvironment=JAVA_HOME=/usr/lib/jvm/default").IsBeam);

    // The unit's command, the script of the tree that it may be, and what that says.
    [Theory]
    [InlineData("/opt/shop/bin/server", "rel/overlays/bin/server", ServerScript, true)]
    [InlineData("/opt/shop/bin/server", "bin/server", "#!/bin/sh\nexec /usr/bin/node server.js\n", false)]
    [InlineData("/opt/shop/bin/server", "bin/server", "\u007fELF", false)]
    [InlineData("/opt/shop/bin/server -v", "rel/overlays/bin/server", ServerScript, true)]
    [InlineData(
        "/opt/shop/bin/migrate", "rel/overlays/bin/migrate",
        "#!/bin/sh\ncd -P -- \"$(dirname -- \"$0\")\"\nexec ./shop eval Shop.Release.migrate\n", true)]
    [InlineData(
        "/srv/shop/scripts/start.sh", "scripts/start.sh", "#!/usr/bin/env bash\nset -a\n. /etc/shop.env\nexec mix phx.server\n",
        true)]
    [InlineData(
        "/srv/shop/scripts/start.sh", "scripts/start.sh", "#!/usr/bin/env bash\nexec \"$(dirname \"$0\")\"/../bin/shop start\n",
        true)]
    [InlineData(
        "/srv/shop/scripts/start.sh", "scripts/start.sh",
        "#!/usr/bin/env bash\r\ncase $1 in\r\n  a) exec mix phx.server ;;\r\nesac\r\n", true)]
    [InlineData("/bin/sh /srv/shop/start.sh", "start.sh", "if true; then\n  export MIX_ENV=prod\n  mix phx.server\nfi\n", true)]
    [InlineData("/srv/shop/run.exs", "run.exs", "#!/usr/bin/env elixir\n", true)]
    [InlineData("/srv/shop/run.py", "run.py", "#!/usr/bin/env python3\nmix phx.server\n", false)]
    [InlineData("/srv/shop/start.sh", "start.sh", "#!/bin/sh\n/srv/shop/start.sh\n", false)]
    [InlineData("/usr/bin/start", "start", "#!/bin/sh\nmix phx.server\n", false)]
    [InlineData("/usr/bin/start", "usr/bin/start", "#!/bin/sh\nmix phx.server\n", true)]
    public void A_script_of_the_tree_is_read(string command, string path, string text, bool isBeam) =>
        Assert.Equal(isBeam, Recognize($"ExecStart={command}", (path, text)).IsBeam);

    [Fact]
    public void A_chain_of_scripts_that_call_each_other_ends()
    {
        var many = string.Concat(Enumerable.Repeat("/srv/shop/a.sh\n/srv/shop/b.sh\n", 1_000));

        Assert.False(
            Recognize("ExecStart=/srv/shop/a.sh", ("a.sh", "#!/bin/sh\n" + many), ("b.sh", "#!/bin/sh\n" + many)).IsBeam);
    }

    [Fact]
    public void What_a_script_starts_is_what_the_unit_starts()
    {
        var service = Recognize("ExecStart=/opt/shop/bin/server", ("rel/overlays/bin/server", ServerScript));
        var command = Assert.Single(service.Commands);

        Assert.True(service.IsRelease);
        Assert.Equal(("/opt/shop/bin/shop", "true"), (command.Command.Program, command.GetVariable("PHX_SERVER")));
        Assert.False(command.MayHaveOtherVariables);
    }

    [Theory]
    [InlineData("/usr/sbin/rabbitmq-server", true)]
    [InlineData("/usr/bin/emqx foreground", true)]
    [InlineData("/opt/shop/bin/shop start", false)]
    public void Servers_of_others_are_no_releases(string command, bool isServer)
    {
        var service = Recognize($"ExecStart={command}");

        Assert.Equal((isServer, !isServer), (service.IsServerOfOthers, service.IsRelease));
    }

    [Theory]
    [InlineData("ExecStart=/usr/bin/x\nUser=shop")]
    [InlineData("ExecStart=/usr/bin/x\nWorkingDirectory=/opt/shop")]
    [InlineData("ExecStart=/opt/shop/server")]
    public void A_service_may_be_known_by_its_user_folder_or_program(string lines) =>
        Assert.Equal((false, true), (Bind(lines, [], []).Beam.IsBeam, Bind(lines, [], ["shop"]).Beam.IsBeam));

    [Fact]
    public void Frameworks_tell_what_their_services_are_called() =>
        Assert.Equal<string>(["akkoma", "pleroma"], FrameworkCatalog.ServiceNames);

    private static BeamService Recognize(string lines, params (string Path, string Text)[] scripts) =>
        Bind(lines, scripts, FrameworkCatalog.ServiceNames).Beam;

    private static EffectiveUnit Bind(string lines, (string Path, string Text)[] scripts, ImmutableArray<string> services) =>
        UnitBinder.Bind(
            UnitLoader.Load(
                new InMemoryProjectFiles([("installation/a.service", $"[Service]\n{lines}\n"), .. scripts]),
                "installation/a.service")!,
            services);
}
