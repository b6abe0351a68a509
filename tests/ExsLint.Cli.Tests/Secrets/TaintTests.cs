using System.Globalization;
using System.Text;
using ExsLint.Tests.Rules;

namespace ExsLint.Cli.Tests.Secrets;

/// <summary>
/// A secret is planted in each of many files, and then looked for in what every command prints. Only the bodies of <c>fix
/// --diff</c>, <c>syntax</c> and <c>config --show-secrets</c> may show one.
/// </summary>
public sealed class TaintTests
{
    private const int Seed = 20261130;
    private const int Generated = 320;

    /// <summary>So many placements share a project, each in a file of its own.</summary>
    private const int GroupSize = 8;

    private static readonly string[] Formats = ["full", "concise", "github", "json", "sarif"];

    [LongFact]
    public void No_secret_of_a_configuration_is_shown()
    {
        using var folder = new TemporaryFolder();
        var placed = new List<(string Secret, string Text)>();
        foreach (var (secret, text) in ConfigPlacements.All())
        {
            placed.Add((secret, text));
            folder.Write($"p{placed.Count}/config/config.exs", $$"""
                import Config
                config :pleroma, Pleroma.Web.Endpoint, url: [host: "example.org"], secure_cookie_flag: false
                {{text}}
                config :pleroma, :http_security, enabled: false, referrer_policy: "unsafe-url"
                import_config "missing.secret.exs"
                """);
        }

        foreach (var group in ConfigPlacements.Generate(Seed, Generated).Chunk(GroupSize))
        {
            placed.AddRange(group);
            var project = $"g{placed.Count}/config";
            folder.Write(
                $"{project}/config.exs",
                "import Config\n" + string.Concat(group.Select((_, index) => $"import_config \"f{index}.exs\"\n")));
            for (var i = 0; i < group.Length; i++)
            {
                // A key that is set twice is a finding, which quotes the lines around it.
                var text = group[i].Text.Replace(":app,", $":app{i},", StringComparison.Ordinal);
                folder.Write(
                    $"{project}/f{i}.exs",
                    $"import Config\nconfig :other{i}, a: 1, a: 2\n{text}\nconfig :another{i}, a: 1, a: 2\n");
            }
        }

        AssertHidden(placed, [.. Check(folder), .. Config(folder), ("fix", Exslint.Run(folder, "fix", "--unsafe", "."))]);
    }

    [LongFact]
    public void No_secret_of_a_unit_is_shown()
    {
        using var folder = new TemporaryFolder();
        var placed = new List<(string Secret, string Text)>();
        foreach (var (secret, text) in UnitPlacements.All())
        {
            placed.Add((secret, text));
            folder.Write($"p{placed.Count}.service", $"[Service]\nUser=app\n{text}\nProtectHome=no\n");
        }

        var outputs = Check(folder);
        outputs.Add(("unit", Exslint.Run(folder, "unit", ".")));
        outputs.Add(("unit --format json", Exslint.Run(folder, "unit", ".", "--format", "json")));
        outputs.Add(("fix", Exslint.Run(folder, "fix", "--unsafe", "--profile", "strict", ".")));
        AssertHidden(placed, outputs);
    }

    [LongFact]
    public void No_secret_among_the_examples_of_a_rules_page_is_shown()
    {
        using var folder = new TemporaryFolder();
        var placed = new List<(string Secret, string Text)>();
        foreach (var page in Directory.GetFiles(Repository.PathOf("docs/rules"), "*.md").Order(StringComparer.Ordinal))
        {
            foreach (var example in RulePage.ReadExamples(File.ReadAllText(page)))
            {
                var secret = ConfigPlacements.SecretOf(placed.Count);
                placed.Add((secret, Path.GetFileName(page)));
                foreach (var (path, text) in example.Files)
                {
                    folder.Write(
                        $"e{placed.Count}/{path}",
                        path.EndsWith(".exs", StringComparison.Ordinal) ? PlantInConfig(text, secret)
                            : PlantInUnit(text, secret));
                }
            }
        }

        AssertHidden(placed,
        [
            .. Check(folder),
            ("config", Exslint.Run(folder, "config", ".")),
            ("unit", Exslint.Run(folder, "unit", ".")),
            ("unit --format json", Exslint.Run(folder, "unit", ".", "--format", "json")),
            ("fix", Exslint.Run(folder, "fix", "--select", "akkoma-secure-cookie-flag", ".")),
        ]);
    }

    /// <summary>Behind the first line, and at the end.</summary>
    private static string PlantInConfig(string text, string secret) =>
        text.Replace(
            "import Config\n", $"import Config\nplanted = \"{secret}\" # token: {secret}\nconfig :planted, password: planted\n",
            StringComparison.Ordinal)
        + $"# password {secret}\n";

    private static string PlantInUnit(string text, string secret) =>
        text.Replace(
            "[Service]\n", $"[Service]\nEnvironment=PLANTED_PASSWORD={secret}\n# token {secret}\n", StringComparison.Ordinal)
        + $"# --password {secret}\n";

    private static IEnumerable<(string Command, Outcome Outcome)> Config(TemporaryFolder folder)
    {
        string[] settings =
        [
            "app.value", "app.password", "app.token", "app.api_tokens", "app.basic_auth", "pleroma.Pleroma.Upload.base_url",
            .. Enumerable.Range(0, GroupSize)
            .SelectMany(number => (string[])[$"app{number}.value", $"app{number}.Db", $"app{number}.password"]),
        ];
        foreach (var format in (string[])["text", "json"])
        {
            yield return ($"config --format {format}", Exslint.Run(folder, "config", ".", "--format", format));
            foreach (var setting in settings)
            {
                yield return (
                    $"config --explain {setting} --format {format}",
                    Exslint.Run(folder, "config", ".", "--explain", setting, "--format", format));
            }
        }
    }

    private static List<(string Command, Outcome Outcome)> Check(TemporaryFolder folder)
    {
        var outputs = new List<(string, Outcome)>();
        foreach (var format in Formats)
        {
            outputs.Add(
                ($"check --format {format}", Exslint.Run(folder, "check", "--profile", "strict", "--format", format, ".")));
        }

        var baseline = Exslint.Run(folder, "check", "--write-baseline", "known.json", ".");
        outputs.Add(("check --write-baseline", baseline with { Output = File.ReadAllText(folder.PathOf("known.json")) }));
        return outputs;
    }

    private static void AssertHidden(List<(string Secret, string Text)> placed, List<(string Command, Outcome Outcome)> outputs)
    {
        Assert.All(outputs, output => Assert.InRange(output.Outcome.ExitCode, 0, 2));
        var leaks = new StringBuilder();
        foreach (var (command, outcome) in outputs)
        {
            var text = outcome.Output + outcome.Error;
            foreach (var (secret, statement) in placed)
            {
                if (IndexOf(text, secret) is >= 0 and var at)
                {
                    leaks.Append(
                        CultureInfo.InvariantCulture, $"{command} shows {secret} of\n{statement}\n    {Around(text, at)}\n\n");
                }
            }
        }

        Assert.True(leaks.Length == 0, leaks.ToString());
    }

    /// <summary>Where a text shows a secret, also in capitals, or as the numbers of its characters; -1 if it does not.</summary>
    private static int IndexOf(string text, string secret)
    {
        var codes = Encoding.UTF8.GetBytes(secret);
        string[] forms =
        [
            secret, secret.ToUpperInvariant(), string.Join(", ", codes),
            string.Join(",", codes.Select(code => $"{{\"i\":\"{code}\"}}")),
        ];
        return forms.Max(form => text.IndexOf(form, StringComparison.Ordinal));
    }

    private static string Around(string text, int at) =>
        text[Math.Max(0, at - 80)..Math.Min(text.Length, at + 80)].ReplaceLineEndings(" | ");
}
