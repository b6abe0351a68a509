using ExsLint.Tests.TestSupport;

namespace ExsLint.Cli.Tests;

/// <summary>However many processors a run may use, every byte that it prints is the same.</summary>
public sealed class SeveralProcessorsTests
{
    private const int Projects = 12;
    private const int Rounds = 3;

    [Theory]
    [InlineData("check", ".", "--profile", "strict")]
    [InlineData("check", ".", "--format", "full", "--statistics", "--include-suppressed")]
    [InlineData("check", ".", "--format", "sarif")]
    [InlineData("check", ".", "--format", "json")]
    [InlineData("check", ".", "--env", "staging")]
    [InlineData("fix", ".", "--diff", "--unsafe")]
    [InlineData("config", ".")]
    [InlineData("config", ".", "--format", "json")]
    [InlineData("unit", "units", "--format", "json")]
    [InlineData("unit", "units/s01.service", "units/s02.service", "units/s03.service", "units/s04.service", "units/s05.service")]
    public void Every_byte_is_the_same(params string[] arguments)
    {
        using var folder = Tree();
        var alone = Run(folder, 1, arguments);
        Assert.DoesNotContain("internal error", alone.Error, StringComparison.Ordinal);
        Assert.NotEmpty(alone.Output + alone.Error);

        for (var round = 0; round < Rounds; round++)
        {
            var shared = Run(folder, 4, arguments);
            Assert.Equal((alone.ExitCode, alone.Output), (shared.ExitCode, shared.Output));
            Assert.Equal((alone.Error, alone.Closing), (shared.Error, shared.Closing));
        }
    }

    [Fact]
    public void A_file_that_cannot_be_analysed_is_told_and_the_others_are_judged()
    {
        using var folder = Tree();

        var outcome = Run(folder, 4, "check", ".");

        Assert.Equal(
            """
            exslint: warning: p03/config/prod.exs: not valid UTF-8: analysed, but never fixed
            exslint: warning: p07/config/prod.exs: binary: it holds NUL bytes
            exslint: warning: p09/config/prod.exs: UTF-16 text; Elixir and systemd read UTF-8

            """,
            outcome.Error);
        Assert.Equal(
            Enumerable.Range(0, Projects).Where(number => number is not (7 or 9)).Select(number => $"p{number:00}"),
            outcome.Output.Split('\n')
                .Where(line => line.EndsWith("[akkoma-secure-cookie-flag]", StringComparison.Ordinal))
                .Select(line => line[..3]));
    }

    private static Outcome Run(TemporaryFolder folder, int processors, string[] arguments) => Exslint.RunProgram(
        folder.Root,
        Exslint.Binary,
        new Dictionary<string, string> { ["DOTNET_PROCESSOR_COUNT"] = $"{processors}" },
        arguments);

    private static Outcome Run(TemporaryFolder folder, int processors, string command, string path) =>
        Run(folder, processors, [command, path]);

    private static TemporaryFolder Tree()
    {
        var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf(".git"));
        foreach (var number in Enumerable.Range(0, Projects).Select(number => $"{number:00}"))
        {
            folder.Write($"p{number}/config/config.exs", $$"""
                import Config
                config :pleroma, Pleroma.Web.Endpoint,
                  url: [host: "a{{number}}.example"],
                  http: [ip: {0, 0, 0, 0}]
                config :shop, :staging, config_env() == :staging
                import_config "prod.exs"
                """);
            folder.Write($"p{number}/config/prod.exs", """
                import Config
                config :pleroma, Pleroma.Web.Endpoint, secure_cookie_flag: false
                config :pleroma, :http_security, sts: false # exslint:ignore akkoma-sts -- the proxy sets it
                """);
            folder.Write(
                $"units/s{number}.service", $"[Service]\nExecStart=/opt/p{number}/bin/pleroma start\nPrivateTmp=false\n");
        }

        File.WriteAllBytes(folder.PathOf("p03/config/prod.exs"), [.. "import Config\n# \xFF"u8, 0xFF, (byte)'\n']);
        File.WriteAllBytes(folder.PathOf("p07/config/prod.exs"), "import Config\n\0"u8.ToArray());
        File.WriteAllBytes(folder.PathOf("p09/config/prod.exs"), [0xFF, 0xFE, 0, 0]);
        return folder;
    }
}
