using System.Text.Json;
using ExsLint.Cli.Tests.TestSupport;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Oracles.Elixir;

/// <summary>
/// Of the files that a release of Akkoma looks for, the one is evaluated that Config.Reader reads in that order.
/// </summary>
public sealed class ReleaseSearchTests
{
    /// <summary>What the release's provider does, in our words; the system's files lie below a folder.</summary>
    private const string Provider = """
        [system] = System.argv()
        below = &Path.join(system, Path.relative_to(&1, "/"))
        named = Enum.find_value(["AKKOMA_CONFIG_PATH", "PLEROMA_CONFIG_PATH"], &System.get_env/1)
        path = below.(named || Enum.find(["/etc/pleroma/config.exs", "/etc/akkoma/config.exs"], &File.exists?(below.(&1))))
        exported = Path.join(Path.dirname(path), "prod.exported_from_db.secret.exs")
        [path, exported]
        |> Enum.filter(&File.exists?/1)
        |> Enum.map(&Config.Reader.read!/1)
        |> Enum.reduce([], &Config.Reader.merge(&2, &1))
        |> get_in([:pleroma, :probe])
        |> Enum.map_join(",", fn {key, value} -> "#{key}=#{value}" end)
        |> IO.puts()
        """;

    [OracleTheory("elixir")]
    [InlineData(null, null, true)]
    [InlineData(null, null, false)]
    [InlineData("/etc/akkoma/config.exs", null, true)]
    [InlineData(null, "/etc/akkoma/config.exs", true)]
    [InlineData("/etc/akkoma/config.exs", "/etc/pleroma/config.exs", true)]
    [InlineData("/srv/own/config.exs", null, true)]
    public void The_file_that_is_read_is_evaluated(string? akkomaPath, string? pleromaPath, bool hasPleroma)
    {
        using var folder = new TemporaryFolder();
        Write(folder, "etc/akkoma/config.exs", "akkoma");
        Write(folder, "etc/akkoma/prod.exported_from_db.secret.exs", "exported", "exported");
        Write(folder, "srv/own/config.exs", "own");
        if (hasPleroma)
        {
            Write(folder, "etc/pleroma/config.exs", "pleroma");
        }

        folder.Write("provider.exs", Provider);
        var variables =
            new Dictionary<string, string?> { ["AKKOMA_CONFIG_PATH"] = akkomaPath, ["PLEROMA_CONFIG_PATH"] = pleromaPath };
        var theirs = Oracle.Run(ElixirProgram.Path, [folder.PathOf("provider.exs"), folder.PathOf("")], start =>
        {
            foreach (var (name, value) in variables)
            {
                start.Environment[name] = value;
            }
        }).Output.Trim();

        var pins =
            variables.SelectMany(pin => pin.Value is null ? ["--unset", pin.Key] : new[] { "--set", $"{pin.Key}={pin.Value}" });
        var lines = Exslint.RunIn(folder.PathOf(""), ["config", ".", "--root", ".", "--format", "json", .. pins]).Output.Split(
            '\n', StringSplitOptions.RemoveEmptyEntries);
        var ours = lines.Select(line => JsonDocument.Parse(line).RootElement)
            .Where(
                line =>
                    Files(line).Any(file => file is "etc/akkoma/config.exs" or "etc/pleroma/config.exs" or "srv/own/config.exs"))
            .Where(line => akkomaPath is "/srv/own/config.exs" || !Files(line).Contains("srv/own/config.exs"));
        Assert.Equal(theirs, Probe(Assert.Single(ours)));
    }

    private static void Write(TemporaryFolder folder, string path, string name, string key = "from") => folder.Write(
        path,
        $"import Config\nconfig :pleroma, Pleroma.Web.Endpoint, url: [host: \"h.example\"]\nconfig :pleroma, :probe, {key}: "
            + $"\"{name}\"\n");

    private static List<string?> Files(JsonElement line) =>
        [.. line.GetProperty("files").EnumerateArray().Select(file => file.GetString())];

    private static string Probe(JsonElement line)
    {
        var probe = line.GetProperty("apps").GetProperty("pleroma").EnumerateArray()
            .Single(pair => pair.GetProperty("t")[0].GetProperty("a").GetString() == "probe");
        return string.Join(",", probe.GetProperty("t")[1].EnumerateArray().Select(pair =>
            $"{pair.GetProperty("t")[0].GetProperty("a").GetString()}={pair.GetProperty("t")[1].GetProperty("s").GetString()}"));
    }
}
