namespace ExsLint.Cli.Tests.Secrets;

/// <summary>Places for a secret in a service's unit.</summary>
internal static class UnitPlacements
{
    private static readonly string[] Options =
    [
        "--password SECRET", "--password=SECRET", "--cookie SECRET", "--erl \"-setcookie SECRET\"", "-setcookie SECRET",
        "--db-pw SECRET", "--apiKey SECRET",
        "--token 'SECRET'", "--token=\"SECRET x\"", "--url ecto://user:SECRET@db/x", "--url 'ecto://user:a/SECRET@db/x'",
        "'https://example.org/?token=SECRET'",
        "'host=h password=SECRET'", "\\\n  --password \\\n# a comment\n  SECRET", "--psk SECRET", "--pin SECRET",
    ];

    /// <summary>Lines of a service; <c>OPTION</c> is an option with its secret.</summary>
    private static readonly string[] Lines =
    [
        "ExecStart=/opt/app/bin/app start OPTION",
        "ExecStart=bin/akkoma OPTION",
        "ExecStart=/usr/bin/elixir OPTION -S mix phx.server",
        "ExecStart=/usr/bin/elixir --sname app OPTION -S mix phx.server",
        "ExecStartPre=/bin/sh -c \"true OPTION\"\nExecStart=/usr/bin/mix phx.server",
        "ExecStart=/usr/bin/mix phx.server\nPrivateTmp=false # OPTION",
        "ExecStart=/usr/bin/mix phx.server\nSystemCallFilter=@system-service # OPTION",
        "ExecStart=/usr/bin/mix phx.server\nUser=a/b OPTION",
        "ExecStart=/usr/bin/mix phx.server\nWorkingDirectory=opt/OPTION",
        "ExecStart=/usr/bin/mix phx.server\n# OPTION",
        "ExecStart=/usr/bin/mix phx.server\nDynamicUser=OPTION",
        "ExecStart=/usr/bin/mix phx.server\nRestrictAddressFamilies=AF_INET OPTION",
        "ExecStart=/usr/bin/mix phx.server\nDescription OPTION",
        "ExecStart=/usr/bin/mix phx.server\nUMask=OPTION",
    ];

    private static readonly string[] Others =
    [
        "ExecStart=/usr/bin/mix phx.server\nEnvironment=DB_PASSWORD=SECRET",
        "ExecStart=/usr/bin/mix phx.server\nEnvironment=A=b \\\n# a comment\n  DB_PASSWORD=SECRET",
        "ExecStart=/usr/bin/mix phx.server\nEnvironment=DB_PASSWORD=a \\\n; a comment\n  \"SECRET b\"",
        "ExecStart=/usr/bin/mix phx.server\nEnvironment=\"DB_PW=SECRET\" A=b",
        "ExecStart=/usr/bin/mix phx.server\nEnvironment=DATABASE_URL=ecto://user:SECRET@db/x",
        "ExecStart=/usr/bin/mix phx.server\n# password:\n#   SECRET",
        "ExecStart=/usr/bin/mix phx.server\nSetCredential=db:SECRET",
        "ExecStartPre=/usr/bin/redis-cli -h db -a SECRET ping\nExecStart=/usr/bin/mix phx.server",
        "ExecStartPre=/bin/sh -c 'curl -u bob:SECRET https://x; true'\nExecStart=/usr/bin/mix phx.server",
        "ExecStartPre=mysql -u root -pSECRET db\nExecStart=/usr/bin/mix phx.server\nPrivateTmp=false # mysql -pSECRET",
        "ExecStart=/usr/bin/mix phx.server\nEnvironment=HOOK=https://a.example/x?sig=SECRET",
        "ExecStart=/usr/bin/mix phx.server\nEnvironment=BROKER=//user:SECRET@host/x",
        "ExecStart=/usr/bin/mix phx.server\nEnvironment=RELEASE_COOKIE=SECRET MIX_ENV=dev",
        "ExecStart=/usr/bin/mix phx.server\n[secret SECRET]\nA=b",
    ];

    /// <summary>The bodies of services, each with its own secret.</summary>
    public static IEnumerable<(string Secret, string Text)> All()
    {
        var number = 0;
        foreach (var line in Lines)
        {
            foreach (var option in Options)
            {
                yield return Placed(line.Replace("OPTION", option, StringComparison.Ordinal), number++);
            }
        }

        foreach (var other in Others)
        {
            yield return Placed(other, number++);
        }
    }

    private static (string Secret, string Text) Placed(string text, int number)
    {
        var secret = ConfigPlacements.SecretOf(number);
        return (secret, text.Replace("SECRET", secret, StringComparison.Ordinal));
    }
}
