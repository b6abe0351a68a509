using System.Globalization;
using System.Text;

namespace ExsLint.Cli.Tests.Secrets;

/// <summary>
/// The rules about secrets and the executable: what they find is in no report, patch of other lines, or error message, in
/// whatever form it was written.
/// </summary>
public sealed class SecretRuleTests
{
    private static readonly string[] Formats = ["concise", "full", "github", "json", "sarif"];

    /// <summary>Settings with a finding each; <c>SECRET</c> is the secret, or a part of it that nothing else has.</summary>
    private static readonly (string Rule, string Setting)[] Insecure =
    [
        ("secrets-literal", "password: \"SECRET\""),
        ("secrets-literal", "admin_token: \"SECRET\""),
        ("secrets-literal", "api_key: ~s(SECRET)"),
        ("secrets-literal", "private_key: 'SECRET'"),
        ("secrets-literal", "client_secret: ~c\"SECRET\""),
        ("secrets-literal", "bind_pwd: \"a\" <> \"SECRET\""),
        ("secrets-literal", "password: \"a#{1}SECRET\""),
        ("secrets-literal", "db: %{\"password\" => \"SECRET\"}"),
        ("secrets-literal", "a: [b: %{c: [token: \"SECRET\"]}]"),
        ("secrets-literal", "api_keys: [\"SECRET\"]"),
        ("secrets-literal", "api_tokens: [SECRET: \"0a1b2c3d4e5f60a1b2c3d4\"]"),
        ("secrets-literal", "api_tokens: %{\"SECRET\" => \"0a1b2c3d4e5f60a1b2c3d4\"}"),
        ("secrets-literal", "default_signer: \"SECRET\""),
        ("secrets-literal", "hs256: [signer_alg: \"HS256\", key_octet: \"SECRET\"]"),
        ("secrets-literal", "secret_key: %{\"kty\" => \"oct\", \"k\" => \"SECRET\"}"),
        ("secrets-literal", "headers: [{\"x-api-key\", \"SECRET\"}]"),
        ("secrets-literal", "headers: [{\"authorization\", \"Bearer SECRET0a1b2c3d4e5f6\"}]"),
        ("secrets-literal", "hackney: [basic_auth: {\"shop\", \"SECRET\"}]"),
        ("secrets-literal", "sasl: {:scram_sha_256, \"shop\", \"SECRET\"}"),
        ("secrets-literal", "ciphers: [default: {Cloak.GCM, key: Base.decode64!(\"SECRET0a1b2c3d4e5f60a1b2c3d4e5f6AbCd=\")}]"),
        ("secrets-literal", "secret_key: Base.decode64!(\"SECRETaaa\")"),
        ("secrets-literal", "note: \"ghp_SECRET0123456789abcdef0123456789abcdef\""),
        ("secrets-literal", "note: \"glpat-SECRET0123456789abcdef\""),
        ("secrets-literal", "note: \"xoxb-123456789012-SECRET\""),
        ("secrets-literal", "note: \"sk_live_SECRET0123456789\""),
        ("secrets-literal", "note: \"whsec_SECRET0123456789abcdef\""),
        ("secrets-literal", "note: \"sk.eyJ0123456789abcdef0123456789abcdef.SECRET\""),
        ("secrets-literal", "note: \"hvs.SECRET0123456789abcdef\""),
        ("secrets-literal", "note: ~c\"glpat-SECRET0123456789abcdef\""),
        ("secrets-literal", "note: \"https://hooks.slack.com/services/T0123456/B0123456/SECRET\""),
        ("secrets-literal", "note: \"https://discord.com/api/webhooks/0123456789012345678/SECRET-aaaa-bbbb-cccc-dddd\""),
        ("secrets-literal", "note: \"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJzaG9wIn0.SECRETSECRETSECRET\""),
        ("secrets-literal",
            "note: \"-----BEGIN PRIVATE KEY-----\\nMIIEowIBAAKCAQEAx1y2z3A4b5C6d7E8f9\\nSECRET\\n-----END PRIVATE KEY-----\""),
        ("secrets-literal",
            "note: \"\"\"\n-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAx1y2z3A4b5C6d7E8f9\nSECRET\n"
                + "-----END RSA PRIVATE KEY-----\n\"\"\""),
        ("secrets-url-credentials", "url: \"ecto://shop:SECRET@db.example.org/shop\""),
        ("secrets-url-credentials", "url: ~c\"redis://:SECRET@db.example.org\""),
        ("secrets-url-credentials", "url: \"ecto://shop:a/SECRET@db.example.org/shop\""),
        ("secrets-url-credentials", "url: \"ecto://shop:SECRET@#{System.fetch_env!(\"H\")}/shop\""),
        ("secrets-url-credentials", "url: \"https://api.example.org/?token=SECRET\""),
        ("secrets-url-credentials", "url: \"https://api.example.org/?api_key=SECRET&a=1\""),
        ("secrets-env-fallback", "password: System.get_env(\"P\", \"SECRET\")"),
        ("secrets-env-fallback", "password: System.get_env(\"P\") || \"SECRET\""),
        ("secrets-env-fallback", "password: {:system, \"P\", \"SECRET\"}"),
        ("secrets-env-fallback", "password: (case System.get_env(\"P\") do nil -> \"SECRET\"; other -> other end)"),
        ("secrets-env-fallback", "password: String.trim(System.get_env(\"P\", \"SECRET\"))"),
        ("secrets-env-fallback", "value: System.get_env(\"API_TOKEN\") || \"SECRET\""),
        ("secrets-env-fallback", "value: System.get_env(\"API_TOKEN\", \"SECRET\")"),
    ];

    /// <summary>Lines of a unit with a finding each.</summary>
    private static readonly (string Rule, string Line)[] InsecureUnits =
    [
        ("secrets-literal", "Environment=DEPLOY=glpat-SECRET0123456789abcdef"),
        ("secrets-literal", "ExecStartPre=/usr/bin/notify --key glpat-SECRET0123456789abcdef"),
        ("secrets-literal", "ExecStartPre=/usr/bin/notify --to https://hooks.slack.com/services/T0123456/B0123456/SECRET"),
        ("secrets-url-credentials", "ExecStartPre=/usr/bin/psql postgres://shop:SECRET@db.example.org/shop"),
        ("secrets-url-credentials", "ExecStartPre=/usr/bin/curl https://api.example.org/?token=SECRET"),
    ];

    [LinuxFact]
    public void A_secret_is_a_finding_where_git_tracks_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/config.exs", "import Config\n\nimport_config \"prod.secret.exs\"\n");
        folder.Write("config/prod.secret.exs", "import Config\n\nconfig :shop, :admin_token, \"hunter\" <> \"two\"\n");
        Exslint.RunShell(folder, "git init -q && git add config/config.exs");
        Assert.Equal(new Outcome(0, "", ""), Exslint.Run(folder, "check", "--quiet"));
        Exslint.RunShell(folder, "git add -A");
        Assert.Equal(
            new Outcome(
                1,
                "config/prod.secret.exs:3:29: error: Whoever can read this file has the secret 'shop.admin_token', because it is "
                    + "written here as text. [secrets-literal]\n",
                ""),
            Exslint.Run(folder, "check", "--quiet"));
    }

    [Fact]
    public void No_report_shows_what_was_found_in_a_configuration()
    {
        using var folder = new TemporaryFolder();
        var secrets = Insecure.Select((_, number) => ConfigPlacements.SecretOf(number)).ToArray();
        for (var i = 0; i < Insecure.Length; i++)
        {
            var setting = Insecure[i].Setting.Replace("SECRET", secrets[i], StringComparison.Ordinal);
            folder.Write(
                $"p{i}/config/config.exs",
                "import Config\n\nconfig :shop, ShopWeb.Endpoint, check_origin: false, debug_errors: true\n\n"
                    + "config :shop,\n  a: 1,\n  b: 2\n\n"
                    + $"config :shop, Shop.Thing,\n  {setting},\n  last: 1\n");
        }

        AssertFinds(folder, Insecure.Select((example, number) => ($"p{number}/", example.Rule, example.Setting)));
        AssertHidden(secrets, Outputs(folder));
    }

    [Fact]
    public void No_report_shows_what_was_found_in_a_unit()
    {
        using var folder = new TemporaryFolder();
        var secrets = InsecureUnits.Select((_, number) => ConfigPlacements.SecretOf(number)).ToArray();
        for (var i = 0; i < InsecureUnits.Length; i++)
        {
            var line = InsecureUnits[i].Line.Replace("SECRET", secrets[i], StringComparison.Ordinal);
            folder.Write($"u{i}/shop.service", $"[Service]\nUser=shop\n{line}\nExecStart=/opt/shop/bin/shop start\n");
        }

        AssertFinds(folder, InsecureUnits.Select((example, number) => ($"u{number}/", example.Rule, example.Line)));
        AssertHidden(secrets, Outputs(folder));
    }

    [Fact]
    public void Broken_files_show_no_more()
    {
        using var folder = new TemporaryFolder();
        var secrets = Insecure.Select((_, number) => ConfigPlacements.SecretOf(number)).ToArray();
        for (var i = 0; i < Insecure.Length; i++)
        {
            var setting = Insecure[i].Setting.Replace("SECRET", secrets[i], StringComparison.Ordinal);
            folder.Write(
                $"p{i}/config/config.exs", $"import Config\nconfig :shop, Shop.Thing, {setting}\n\nconfig :shop, [1 }}\n");
        }

        AssertHidden(secrets, Outputs(folder));
    }

    /// <summary>Each file has one finding of the family, of the rule that is expected.</summary>
    private static void AssertFinds(TemporaryFolder folder, IEnumerable<(string Path, string Rule, string Text)> expected)
    {
        var lines = Exslint.Run(folder, "check", "--select", "secrets-*", ".").Output.Split('\n');
        Assert.All(expected, example => Assert.EndsWith(
            $"[{example.Rule}]",
            Assert.Single(lines, line => line.StartsWith(example.Path, StringComparison.Ordinal)),
            StringComparison.Ordinal));
    }

    private static List<(string Command, string Text)> Outputs(TemporaryFolder folder)
    {
        var outputs = new List<(string Command, string Text)>();
        foreach (var format in Formats)
        {
            Add(["check", "--profile", "strict", "--format", format, "."]);
        }

        Add(["check", "--write-baseline", "known.json", "."]);
        outputs.Add(("the baseline", File.ReadAllText(folder.PathOf("known.json"))));
        Add(["fix", "--diff", "--select", "phoenix-debug-errors", "."]);
        Add(["fix", "--unsafe", "--format", "full", "."]);
        return outputs;

        void Add(string[] arguments)
        {
            var outcome = Exslint.Run(folder, arguments);
            outputs.Add((string.Join(' ', arguments), outcome.Output + outcome.Error));
        }
    }

    private static void AssertHidden(string[] secrets, List<(string Command, string Text)> outputs)
    {
        var leaks = new StringBuilder();
        foreach (var (command, text) in outputs)
        {
            foreach (var secret in secrets)
            {
                if (text.IndexOf(secret, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
                {
                    var around = text[Math.Max(0, at - 100)..Math.Min(text.Length, at + 60)].ReplaceLineEndings(" | ");
                    leaks.Append(CultureInfo.InvariantCulture, $"{command} shows {secret}: {around}\n");
                }
            }
        }

        Assert.True(leaks.Length == 0, leaks.ToString());
    }
}
