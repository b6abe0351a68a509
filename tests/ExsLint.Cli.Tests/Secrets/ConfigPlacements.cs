namespace ExsLint.Cli.Tests.Secrets;

/// <summary>Places for a secret in Elixir configuration: the literal's form, the way it flows, and where it ends up.</summary>
internal static class ConfigPlacements
{
    private static readonly string[] Names =
    [
        "password", "db_password", "pw", "bind_pw", "creds", "pass_phrase", "accessKey", "jwt", "psk", "pin", "secret_key_base",
        "token",
        "api_key", "signing_salt", "smtp_pass", "webhook_url", "client_secret", "dsn",
    ];

    private static readonly string[] Literals =
    [
        "\"SECRET\"", "~s(SECRET)", "'SECRET'", ":SECRET", "\"SECRET\" <> \"\"", "\"x\" <> \"SECRET\"", "\"a#{1}SECRET\"",
        "\"\"\"\n  SECRET\n  \"\"\"",
        "\"a b'/?@SECRET\"", "\"a\\\"SECRET\"", "[\"SECRET\"]", "{\"SECRET\", 1}", "~S|SECRET|", ":\"SECRET x\"",
    ];

    /// <summary>
    /// Statements before the place, and the expression that stands there; <c>LITERAL</c> is the literal, <c>NUMBER</c> differs in
    /// each.
    /// </summary>
    private static readonly (string Before, string Value)[] Flows =
    [
        ("", "LITERAL"),
        ("xNUMBER = LITERAL", "xNUMBER"),
        ("xNUMBER = LITERAL\nyNUMBER = xNUMBER", "yNUMBER"),
        ("{xNUMBER, _} = {LITERAL, 1}", "xNUMBER"),
        ("xNUMBER = [a: LITERAL, b: 1]", "xNUMBER[:a]"),
        ("xNUMBER = %{a: LITERAL}", "xNUMBER.a"),
        ("defmodule MNUMBER do\n  def get(:password), do: LITERAL\n  def get(_), do: nil\nend", "MNUMBER.get(:password)"),
        ("defmodule MNUMBER do\n  @value LITERAL\n  def value do\n    @value\n  end\nend", "MNUMBER.value()"),
        ("fNUMBER = fn -> LITERAL end", "fNUMBER.()"),
        ("fNUMBER = fn x -> x end", "fNUMBER.(LITERAL)"),
        ("defmodule MNUMBER do\n  def id(x), do: x\nend", "MNUMBER.id(LITERAL)"),
        ("", "if(System.get_env(\"A\"), do: LITERAL, else: nil)"),
        ("", "System.get_env(\"ANY\", \"x\") && LITERAL"),
        ("", "System.get_env(\"ANY\") || LITERAL"),
        ("xNUMBER =\n  case System.get_env(\"A\") do\n    nil -> LITERAL\n    other -> other\n  end", "xNUMBER"),
        ("", "(fn -> LITERAL end).()"),
        ("", "LITERAL |> then(& &1)"),
        ("xNUMBER = with {:ok, v} <- {:ok, LITERAL}, do: v", "xNUMBER"),
    ];

    /// <summary>Where <c>VALUE</c> is secret, by <c>NAME</c>.</summary>
    private static readonly string[] Sinks =
    [
        "config :app, NAME: VALUE",
        "config :app, :NAME, VALUE",
        "config :app, Db, NAME: VALUE, other: 1",
        "config :app, value: [{:NAME, VALUE}]",
        "config :app, value: %{\"NAME\" => VALUE}",
        "config :app, value: %{NAME: VALUE}",
        "config :app, value: [a: [b: [NAME: VALUE]]]",
        "kNUMBER = :NAME\nconfig :app, kNUMBER, VALUE",
        "config :app, value: Keyword.put([a: 1], :NAME, VALUE)",
        "NAME = VALUE\nconfig :app, value: NAME",
        "NAME = VALUE\nconfig :app, value: \"a#{inspect(NAME)}b\"",
        "config :app, NAME: VALUE\nconfig :app, NAME: \"other\"",
        "config :app, \"db.NAME\": VALUE",
    ];

    private const string Open = "config :pleroma, Pleroma.Web.Endpoint, http: [ip: {0, 0, 0, 0}], url: [host: \"a.example\"]";

    /// <summary>Conditions that compare a secret: a finding about what stands below one quotes it.</summary>
    private static readonly string[] Conditions =
    [
        "System.get_env(\"X_TOKEN\") == \"SECRET\"",
        "\"SECRET\" != System.get_env(\"X_TOKEN\")",
        "System.get_env(\"X_TOKEN\") in [\"SECRET\", \"b\"]",
        "System.get_env(\"X_TOKEN\") =~ ~r/SECRET/",
        "String.ends_with?(System.get_env(\"X_TOKEN\", \"\"), \"SECRET\")",
        "match?(\"SECRET\" <> _, System.get_env(\"X_TOKEN\"))",
        "Plug.Crypto.secure_compare(System.get_env(\"X_TOKEN\"), \"SECRET\")",
        "System.get_env(\"X_TOKEN\", \"SECRET\") != \"\"",
        "System.get_env(\"URL\") == \"ecto://user:SECRET@db/x\"",
    ];

    /// <summary>Places of a kind of their own.</summary>
    private static readonly string[] Others =
    [
        "config :app, value: \"ecto://user:SECRET@db/x\"",
        "config :app, value: \"ecto://#{System.get_env(\"U\")}:SECRET@db/x\"",
        "config :app, value: \"ecto://user:a\" <> \"SECRET@db/x\"",
        "config :app, value: \"ecto://user:a/SECRET@db/x\"",
        "config :app, value: \"ecto://user:a?SECRET@db/x\"",
        "config :app, value: \"ecto://user:a SECRET@db/x\"",
        "config :app, value: \"ecto://user:a\\\"SECRET@db/x\"",
        "config :app, value: \"ecto://user:a'SECRET@db/x\"",
        "config :app, value: 'ecto://user:SECRET@db/x'",
        "config :app, value: \"https://example.org/x?a=1&token=SECRET\"",
        "config :app, value: \"host=h password=SECRET\"",
        "config :app, value: %{\"ecto://user:SECRET@db/x\" => 1}",
        "config :app, value: [\"ecto://user:SECRET@db/x\": 1]",
        "config :app, api_tokens: %{\"SECRET\" => :admin}",
        "config :app, api_tokens: [SECRET: :admin]",
        "config :app, value: System.get_env(\"DB_PASSWORD\", \"SECRET\")",
        "config :app, value: System.get_env(\"DB_PASSWORD\") || \"SECRET\"",
        "config :app, value: {:system, \"DB_PASSWORD\", \"SECRET\"}",
        "System.put_env(\"DB_PASSWORD\", \"SECRET\")\nconfig :app, value: System.get_env(\"DB_PASSWORD\")",
        "password = \"SECRET\"\nconfig :app, value: password <> \"!\"",
        "password = \"SECRET\"\nconfig :app, value: \"a#{password}b\"",
        "password = \"SECRET\"\nconfig :app, value: String.upcase(password)",
        "opts = []\nconfig :app, value: opts[:password] || \"SECRET\"",
        "url = \"ecto://user:SECRET@db/x\"\nconfig :app, value: URI.parse(url).userinfo",
        "config :app, value: URI.parse(\"ecto://user:SECRET@db/x\")",
        "Node.set_cookie(:SECRET)",
        "config :app, value: [\"-setcookie\", \"SECRET\"]",
        "config :app, value: \"--erl \\\"-setcookie SECRET\\\"\"",
        "# password: SECRET\nconfig :app, value: 1",
        "# password:\n#   SECRET\nconfig :app, value: 1",
        "password = \"SECRET\"\nimport_config \"#{password}.exs\"",
        "password = \"SECRET\"\nconfig :app, value: File.exists?(\"config/#{password}.exs\")",
        "password = \"SECRET\"\nconfig :app, value: File.read!(\"config/#{password}.txt\")",
        "password = \"SECRET\"\nif password == System.get_env(\"A\") do\n  config :app, value: 1\nend",
        "if System.get_env(\"PASSWORD\") == \"SECRET\" do\n  config :app, value: 1\nend",
        "config :app, password: \"SECRET\", broken: }",
        "config :app, password: \"SECRET\n",
        "config :app, authorization: \"Bearer SECRET\"",
        "config :app, value: \"Bearer SECRET\"",
        "config :app, basic_auth: {\"user\", \"SECRET\"}",
        "config :app, password: raise(\"no\") || \"SECRET\"",
        "config :pleroma, Pleroma.Upload, base_url: \"https://user:SECRET@example.org/media\"",
        "token = \"SECRET\"\nconfig :pleroma, Pleroma.Upload, base_url: \"https://example.org/#{token}\"",
        "config :app, value: case System.get_env(\"X\") do\n  \"DB_PASSWORD\" -> \"SECRET\"\n  _ -> nil\nend",
        "config :app, value: ~w(--password SECRET)",
        "config :app, sasl: {:plain, \"user\", \"SECRET\"}",
        "config :app, value: \"//user:SECRET@host/x\"",
        "config :app, value: \"https://a.example/x?sig=SECRET\"",
        "config :app, value: \"curl -u bob:SECRET https://x\"",
        "config :app, value: System.cmd(\"redis-cli\", [\"-a\", \"SECRET\"])",
        "config :app, seed_phrase: \"SECRET b\"",
        "p = System.get_env(\"PG\", \"SECRET\")\nconfig :app, value: \"ecto://shop:#{p}@localhost/shop\"",
        "p = \"SECRET\"\nconfig :app, value: \"ecto://u:\" <> p <> \"@h/db\"",
        "d = %{pg: \"SECRET\"}\nconfig :app, value: \"ecto://u:#{d.pg}@h/db\"",
        "config :app, value: \"https://u:#{\"SECRET\"}@h\"",
        "config :app, value: \"{\\\"user\\\":\\\"shop\\\",\\\"password\\\":\\\"SECRET\\\"}\"",
        "config :app, value: \"{\\\"password\\\":\\\"a \\\\\\\"SECRET\\\"}\"",
        "config :app, cmd: [\"curl\", \"-u\", \"user:SECRET\", \"https://x.org\"]",
        "config :app, cmd: {\"redis-cli\", [\"-a\", \"SECRET\"]}",
        "config :app, value: %{name: \"DB_PASSWORD\", value: \"SECRET\"}",
        "config :app, value: [[\"password\", \"SECRET\"]]",
        "config :app, value: \"u:SECRET@h:5432/db\"",
        .. Conditions.Select(condition => $"if {condition} do\n  {Open}\nend"),
        $"token = System.get_env(\"X_TOKEN\")\nif token == \"SECRET\" do\n  {Open}\nend",
        $"case System.get_env(\"X_TOKEN\") do\n  \"SECRET\" -> {Open}\n  _ -> :ok\nend",
        $"case System.get_env(\"X_TOKEN\") do\n  \"SECRET\" <> _ -> {Open}\n  _ -> :ok\nend",
        "config :app, password: ~r/SECRET/",
        "for key <- [:password, :token] do\n  config :app, key, \"SECRET\"\nend",
        "pass\u00b5 = 1\nconfig :app, secret_value: \"SECRET\"",
    ];

    /// <summary>Statements that need a project for themselves, each with its own secret.</summary>
    public static IEnumerable<(string Secret, string Text)> All() =>
        Others.Select((other, number) => (SecretOf(number), other.Replace("SECRET", SecretOf(number), StringComparison.Ordinal)));

    /// <summary>Statements that go together with others, each with its own secret; the same ones for the same seed.</summary>
    public static IEnumerable<(string Secret, string Text)> Generate(int seed, int count)
    {
        var random = new Random(seed);
        for (var number = Others.Length; number < Others.Length + count; number++)
        {
            var secret = SecretOf(number);
            var (before, value) = Pick(random, Flows);
            var literal = Pick(random, Literals);
            var text = before + "\n" + Pick(random, Sinks).Replace("VALUE", value, StringComparison.Ordinal);
            yield return (secret, text
                .Replace("LITERAL", literal, StringComparison.Ordinal)
                .Replace("NUMBER", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("NAME", Pick(random, Names), StringComparison.Ordinal)
                .Replace("SECRET", secret, StringComparison.Ordinal));
        }
    }

    /// <summary>A word that stands nowhere else, and does not look random: <c>hunterabc</c>.</summary>
    public static string SecretOf(int number) =>
        $"hunter{(char)('a' + (number / 676))}{(char)('a' + (number / 26 % 26))}{(char)('a' + (number % 26))}";

    private static T Pick<T>(Random random, T[] items) => items[random.Next(items.Length)];
}
