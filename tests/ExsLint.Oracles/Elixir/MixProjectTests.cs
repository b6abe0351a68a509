using System.Text.Json;
using ExsLint.Cli.Tests.TestSupport;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Oracles.Elixir;

/// <summary>Mix reads the configuration that we say it reads.</summary>
public sealed class MixProjectTests
{
    [OracleTheory("mix")]
    [InlineData("config_path: \"conf/base.exs\"", "")]
    [InlineData("config_path: Path.join(__DIR__, \"conf/base.exs\")", "")]
    [InlineData("config_path: \"../umbrella/config/config.exs\"", "umbrella")]
    [InlineData("deps: []", "app")]
    public void Config_path_and_the_runtime_file_beside_it(string setting, string root)
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "app/mix.exs",
            $"defmodule Shop.MixProject do\n  use Mix.Project\n  def project, do: [app: :shop, version: \"0.1.0\", "
                + $"{setting}]\nend\n");
        foreach (var place in new[] { "app/conf/base.exs", "app/conf/runtime.exs", "app/config/config.exs",
            "app/config/runtime.exs", "umbrella/config/config.exs", "umbrella/config/runtime.exs" })
        {
            var key = place.EndsWith("runtime.exs", StringComparison.Ordinal) ? "late" : "early";
            folder.Write(place, $"import Config\nconfig :shop, {key}: \"{Path.GetDirectoryName(place)}\"\n");
        }

        var theirs =
            Oracle.Run("mix", ["run", "-e", "IO.puts(\"read \" <> Enum.map_join([:early, :late], \" \", "
                + "&Application.get_env(:shop, &1)))"], start =>
        {
            start.WorkingDirectory = folder.PathOf("app");
            start.Environment["MIX_ENV"] = "prod";
        }).Output.Split('\n').Single(line => line.StartsWith("read ", StringComparison.Ordinal));

        // Other folders with a configuration are projects of their own, each on a line with its root.
        // Naming the application's own folder is enough, wherever its configuration is.
        var lines = Exslint.RunIn(folder.Root, "config", "app", "--root", ".", "--format", "json").Output.Split(
            '\n', StringSplitOptions.RemoveEmptyEntries);
        var ours =
            Assert.Single(lines, line => root.Length == 0 || line.StartsWith($"{{\"root\":\"{root}\"", StringComparison.Ordinal));
        using var document = JsonDocument.Parse(ours);
        var values = document.RootElement.GetProperty("apps").GetProperty("shop").EnumerateArray()
            .ToDictionary(
                pair => pair.GetProperty("t")[0].GetProperty("a").GetString()!,
                pair => pair.GetProperty("t")[1].GetProperty("s").GetString());
        Assert.Equal(theirs, $"read {values["early"]} {values["late"]}");
    }

    [OracleFact("erl")]
    public void Erlang_binds_the_last_address_of_a_listener()
    {
        const string Program =
            "{ok, S} = gen_tcp:listen(0, [{ip, {127,0,0,2}}, {ip, {127,0,0,1}}]), {ok, {Ip, _}} = inet:sockname(S), "
                + "io:format(\"~w\", [Ip]), halt().";
        Assert.Equal("{127,0,0,1}", Oracle.Run("erl", ["-noshell", "-eval", Program]).Output.Trim());
    }
}
