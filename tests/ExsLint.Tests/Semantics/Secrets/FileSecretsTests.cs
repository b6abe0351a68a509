using CsCheck;
using ExsLint.Semantics.Secrets;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Tests.Semantics.Secrets;

/// <summary>What excerpts of a file show, and what they do not.</summary>
public sealed class FileSecretsTests
{
    [Theory]
    [InlineData("secret_key_base: \"hunter two\"", "secret_key_base: \"***\"")]
    [InlineData("password: 'hunter two', host: \"example.org\"", "password: '***', host: \"example.org\"")]
    [InlineData("secret_key_base: \"a\" <> \"b\"", "secret_key_base: \"***\" <> \"***\"")]
    [InlineData("tokens: [\"a b\", x: \"c d\"], url: \"example.org\"", "tokens: [\"***\", x: \"***\"], url: \"example.org\"")]
    [InlineData("config :joken, default_signer: \"hunter two\"", "config :joken, default_signer: \"***\"")]
    [InlineData("config :app, :admin_token, \"hunter two\"", "config :app, :admin_token, \"***\"")]
    [InlineData("%{\"password\" => \"hunter two\"}", "%{\"password\" => \"***\"}")]
    [InlineData("[{:api_key, \"hunter two\"}, {:host, \"example.org\"}]", "[{:api_key, \"***\"}, {:host, \"example.org\"}]")]
    [InlineData("secret = \"hunter two\"", "secret = \"***\"")]
    [InlineData("System.get_env(\"SECRET\") || \"hunter two\"", "System.get_env(\"SECRET\") || \"***\"")]
    [InlineData("System.get_env(\"SECRET\", \"hunter two\")", "System.get_env(\"SECRET\", \"***\")")]
    [InlineData("password: ~s(hunter two)", "password: ~s(***)")]
    [InlineData("password: ~S|hunter two|", "password: ~S|***|")]
    [InlineData("password: \"hun#{x}ter\"", "password: \"***#{x}***\"")]
    [InlineData("password: \"hun#{f(\"inner\")}ter\", a: \"b\"", "password: \"***#{f(\"***\")}***\", a: \"b\"")]
    [InlineData("password: \"a\\\"b\", c: \"d\"", "password: \"***\", c: \"d\"")]
    [InlineData("cookie: :hunter", "cookie: :***")]
    [InlineData("\"api-key\": \"hunter two\"", "\"api-key\": \"***\"")]
    [InlineData("x = ?\"; password: \"hunter two\"", "x = ?\"; password: \"***\"")]
    [InlineData("# secret_key_base: \"hunter two\"", "# secret_key_base: \"***")]
    [InlineData("h = \"Authorization: Basic dTpodW50\"", "h = \"Authorization: Basic ***\"")]
    [InlineData("config :a, password: if x do\n  \"hunter two\"\nend", "config :a, password: if x do\n  \"***\"\nend")]
    [InlineData("def token, do: \"hunter two\"", "def token, do: \"***\"")]
    public void A_literal_of_a_secrets_name_is_masked(string text, string expected) =>
        Assert.Equal(expected, Masked("a.exs", text));

    [Theory]
    [InlineData("note: \"xoxb-123456789012-hunter-two\"", "note: \"***\"")]
    [InlineData("note: \"glpat-hunter-two0123456789\", a: \"b\"", "note: \"***\", a: \"b\"")]
    [InlineData("note: \"eyJhbGciOiJIUzI1NiJ9.eyJh.hunter-two\"", "note: \"***\"")]
    [InlineData("note: \"https://hooks.slack.com/services/T01/B01/hunter-two-three\"", "note: \"***\"")]
    [InlineData(
        "note: \"\"\"\n-----BEGIN PRIVATE KEY-----\nhunter two\n-----END PRIVATE KEY-----\n\"\"\"",
        "note: \"\"\"\n-----BEGIN PRIVATE KEY-----\n***\n-----END PRIVATE KEY-----\n\"\"\"")]
    [InlineData("note: \"-----BEGIN PUBLIC KEY-----\"", "note: \"-----BEGIN PUBLIC KEY-----\"")]
    [InlineData("note: \"glpat-x\", key: \"xoxb-y\"", "note: \"glpat-x\", key: \"xoxb-y\"")]
    [InlineData("key_octet: \"hunter two\"", "key_octet: \"***\"")]
    public void A_secret_is_known_by_its_looks(string text, string expected) => Assert.Equal(expected, Masked("a.exs", text));

    [Theory]
    [InlineData(
        "env = fn name -> System.get_env(name) || raise(\"no #{name}\") end", "env.(\"SMTP_PASSWORD\")", "env.(\"HOST\")")]
    [InlineData("env = &System.get_env/1", "env.(\"SMTP_PASSWORD\")", "env.(\"HOST\")")]
    [InlineData("env = &System.fetch_env!(&1)", "env.(\"SMTP_PASSWORD\")", "env.(\"HOST\")")]
    [InlineData("get = &System.get_env/2", "get.(\"P\", \"***\")", "get.(\"HOST\", \"shown\")")]
    [InlineData("get = fn name, other -> System.get_env(name) || other end", "get.(\"P\", \"***\")", "get.(\"HOST\", \"shown\")")]
    [InlineData("get = fn name, other -> System.get_env(name, other) end", "get.(\"P\", \"***\")", "get.(\"HOST\", \"shown\")")]
    [InlineData(
        "defmodule Env do\n  def get(name, other), do: System.get_env(name) || other\nend",
        "Env.get(\"P\", \"***\")",
        "Env.get(\"HOST\", \"shown\")")]
    [InlineData(
        "defmodule Env do\n  def get!(name), do: System.get_env(name) || raise(\"no \" <> name)\nend",
        "Env.get!(\"P\")",
        "Env.get!(\"HOST\")")]
    [InlineData(
        "defmodule Env do\n  def read(name, other) do\n    found = System.get_env(name) || other\n    found\n  end\nend",
        "Env.read(\"P\", \"***\")",
        "Env.read(\"HOST\", \"shown\")")]
    [InlineData(
        "defmodule Env do\n  def outer(name, other), do: inner(name, other)\n  def inner(n, o), do: System.get_env(n) || o\nend",
        "Env.outer(\"***\", \"***\")",
        "Env.outer(\"HOST\", \"shown\")")]
    [InlineData("same = fn x -> x end", "same.(\"***\")", "same.(\"shown\")")]
    [InlineData("defmodule Same do\n  def as(x), do: x\nend", "Same.as(\"***\")", "Same.as(\"shown\")")]
    public void A_call_that_gives_a_secret_hides_its_own_arguments_only(string function, string secret, string open)
    {
        var masked = $"{function}\nconfig :app, password: {secret}, a: {open}\n";
        Assert.Equal(masked, Masked("a.exs", masked.Replace("***", "hunter two", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("defmodule Db do\n  def set(x), do: config(:app, password: x)\nend\nDb.set(\"hunter two\")")]
    [InlineData(
        "defmodule Db do\n  def set(x), do: config(:app, password: x, a: same(x))\n  def same(y), do: y\nend\n"
            + "Db.set(\"hunter two\")")]
    [InlineData("defmodule Db do\n  def set(password), do: password\nend\nDb.set(\"hunter two\")")]
    public void A_function_that_uses_its_argument_as_a_secret_hides_it_in_each_call(string text) =>
        Assert.DoesNotContain("hunter", Masked("a.exs", text), StringComparison.Ordinal);

    [Theory]
    [InlineData("[Service]\nEnvironment=DEPLOY=glpat-hunter-two0123456789", "[Service]\nEnvironment=DEPLOY=***")]
    [InlineData("[Service]\nEnvironment=A=b DEPLOY=abcdefghijklmnop0123456789=", "[Service]\nEnvironment=A=b DEPLOY=***")]
    [InlineData("[Service]\nExecStart=/bin/a TO=abcdefghijklmnop0123456789", "[Service]\nExecStart=/bin/a TO=***")]
    public void The_name_in_front_of_random_text_is_shown(string text, string expected) =>
        Assert.Equal(expected, Masked("a.service", text));

    [Theory]
    [InlineData("password: \"\"\"\nhunter\n  two\n\"\"\"\nhost: \"x\"", "password: \"\"\"\n***\n  ***\n\"\"\"\nhost: \"x\"")]
    [InlineData("secret =\n  \"hunter two\"\nhost = \"x\"", "secret =\n  \"***\"\nhost = \"x\"")]
    [InlineData("secret =\n  f()\n  |> g(\"hunter two\")", "secret =\n  f()\n  |> g(\"***\")")]
    [InlineData(
        "secret =\n  case x do\n    nil -> \"hunter two\"\n  end\nhost = \"x\"",
        "secret =\n  case x do\n    nil -> \"***\"\n  end\nhost = \"x\"")]
    [InlineData("secret = if a, do: b,\n  else: \"hunter two\"", "secret = if a, do: b,\n  else: \"***\"")]
    public void A_secret_may_stand_on_the_lines_that_follow(string text, string expected) =>
        Assert.Equal(expected, Masked("a.exs", text));

    [Theory]
    [InlineData("secure_cookie_flag: false")]
    [InlineData("extra_cookie_attrs: [\"SameSite=None\"]")]
    [InlineData("referrer_policy: \"unsafe-url\", base_url: \"https://media.example.org/media/\"")]
    [InlineData("http: [ip: {0, 0, 0, 0}, port: 4000]")]
    [InlineData("config :pleroma, Pleroma.Web.Endpoint, url: [host: \"example.org\"]")]
    [InlineData("System.fetch_env!(\"SECRET_KEY_BASE\")")]
    [InlineData("import_config \"prod.secret.exs\"")]
    [InlineData("\"lib/some_long_directory_name/version_2/other.ex\"")]
    public void What_rules_talk_about_is_shown(string text) => Assert.Equal(text, Masked("a.exs", text));

    [Theory]
    [InlineData("host: \"9f86d081884c7d659a2feaa0c55ad015\"", "host: \"***\"")]
    [InlineData("x = \"AbCdEf0123456789/+xyzAbCdEf0123==\"", "x = \"***\"")]
    [InlineData("url: \"ecto://user:hunter@db/x\"", "url: \"ecto://***@db/x\"")]
    [InlineData("sentry_dsn: \"x\" # see https://abc@sentry.io/1", "sentry_dsn: \"***\" # see https://***@sentry.io/1")]
    public void What_looks_like_a_secret_is_masked_whatever_its_name(string text, string expected) =>
        Assert.Equal(expected, Masked("a.exs", text));

    [Theory]
    [InlineData("config :a, password: System.fetch_env!(\"X\"), host: \"example.org\", port: 5432")]
    [InlineData("config :a, password: System.fetch_env!(\"X\")\nconfig :a, host: \"example.org\"")]
    [InlineData("plug Plug.Session, store: :cookie, key: \"_app_key\", same_site: \"Lax\"")]
    [InlineData("@session_options [store: :cookie, key: \"sid\", max_age: 3600]")]
    [InlineData("config :a, port: String.to_integer(System.get_env(\"PORT\") || \"4000\")")]
    [InlineData("config :a, password_min_length: 12, reset_password_path: \"/reset\", token_ttl: 3600, max_tokens: 4096")]
    [InlineData("config :a, public_key: \"abc\", migration_primary_key: [type: :uuid], access_key_id: \"abc\"")]
    [InlineData("config :pleroma, :auth, oauth_consumer_strategies: [\"github\"]")]
    [InlineData("config :a, mailer: [auth: :always, tls: :always]")]
    [InlineData("x = System.get_env(\"SECRET_KEY_BASE\") || raise(\"SECRET_KEY_BASE is missing\")")]
    [InlineData("import_config \"prod.secret.exs\"")]
    [InlineData("config :a, link: \"https://example.org:443/@user\", mail: \"bob@example.org\"")]
    [InlineData("for {key, value} <- [a: \"x\"], do: config(:a, key, value)")]
    [InlineData("config :a, password_hashing: \"argon2\", hide_password: \"yes\", allow_credentials: \"true\"")]
    [InlineData(
        "config :a, mail: \"mailto:root@example.org\", jid: \"xmpp:bot@example.org\", time: \"12:30\", map: [\"name\", "
            + "\"value\"]")]
    [InlineData("config :a, filter: [[\"password\", \"token\"], [\"name\", \"x\"]], ports: [\"docker\", \"-p\", \"4000:4000\"]")]
    [InlineData("if System.get_env(\"BIND\") == \"all\" and scheme in [\"http\", \"https\"], do: x")]
    [InlineData("config :a, session_cookie: \"_s\", remember_me_cookie: \"_a_remember_me\", email: \"root@example.org\"")]
    [InlineData("config :a, filter_parameters: [\"password\", \"secret\"], scaling: {:plain, 1, 2, 3}, kind: {:basic, :x}")]
    [InlineData("x = \"mysql -p db; ls -p x | grep -u y\"")]
    [InlineData("x = \"curl -o out https://x // a comment: a@b\"")]
    [InlineData("phrase: \"hello world\", seed: 42, seeds: \"priv/repo/seeds.exs\"")]
    public void What_is_no_secret_is_shown(string text) => Assert.Equal(text, Masked("a.exs", text));

    [Theory]
    [InlineData("x = \"hunter two\"\nconfig :a, password: x, host: \"h\"", "x = \"***\"\nconfig :a, password: x, host: \"h\"")]
    [InlineData(
        "def get(:password), do: \"hunter\"\ndef get(:host), do: \"h\"",
        "def get(:password), do: \"***\"\ndef get(:host), do: \"h\"")]
    [InlineData("k = :password\nconfig :a, k, \"hunter\"", "k = :password\nconfig :a, k, \"***\"")]
    [InlineData("config :a, password: p\nconfig :a, x: p <> \"!\"", "config :a, password: p\nconfig :a, x: p <> \"***\"")]
    [InlineData("x = opts[:password] || \"hunter\"", "x = opts[:password] || \"***\"")]
    [InlineData(
        "config :a, pin: 1234, psk: [?h, 105], jwt: <<104, 105>>", "config :a, pin: ***, psk: [***, ***], jwt: <<***, ***>>")]
    [InlineData("config :a, api_tokens: %{\"hunter\" => :admin}", "config :a, api_tokens: %{\"***\" => :***}")]
    [InlineData(
        "config :a, pw: \"a\", creds: \"b\", accessKey: \"c\", \"db.password\": \"d\"",
        "config :a, pw: \"***\", creds: \"***\", accessKey: \"***\", \"db.password\": \"***\"")]
    [InlineData("url: \"ecto://#{u}:hunter@db/x\"", "url: \"ecto://***@db/x\"")]
    [InlineData("url = \"ecto://u:hun\" <> \"ter@db/x\"", "url = \"ecto://***\" <> \"***@db/x\"")]
    [InlineData("url = \"ecto://u:a/b?c d@db/x\"", "url = \"ecto://***@db/x\"")]
    [InlineData("x = \"https://h/?a=1&token=hunter&b=2\"", "x = \"https://h/?a=1&token=***&b=2\"")]
    [InlineData("x = \"host=h password=hunter user=u\"", "x = \"host=h password=*** user=u\"")]
    [InlineData("config :a, sasl: {:plain, \"user1\", \"hunter\"}", "config :a, sasl: {:plain, \"user1\", \"***\"}")]
    [InlineData(
        "config :a, sasl: {:scram_sha_256, u, \"hunter\"}, auth: {:bearer, \"hunter\"}",
        "config :a, sasl: {:scram_sha_256, u, \"***\"}, auth: {:bearer, \"***\"}")]
    [InlineData("url: \"//user:hunter@host/x\"", "url: \"//***@host/x\"")]
    [InlineData("x = \"https://a.example/x?sv=1&sig=hunter&se=2\"", "x = \"https://a.example/x?sv=1&sig=***&se=2\"")]
    [InlineData("x = \"https://a.example/x?X-Amz-Signature=hunter\"", "x = \"https://a.example/x?X-Amz-Signature=***\"")]
    [InlineData(
        "config :a, seed_phrase: \"one two\", recovery_phrase: \"three\"",
        "config :a, seed_phrase: \"***\", recovery_phrase: \"***\"")]
    [InlineData("x = \"mysql -u root -phunter db\"", "x = \"mysql -u root -p*** db\"")]
    [InlineData("x = \"curl -u bob:hunter https://x\"", "x = \"curl -u *** https://x\"")]
    [InlineData(
        "System.cmd(\"redis-cli\", [\"-h\", \"db\", \"-a\", \"hunter\"])",
        "System.cmd(\"redis-cli\", [\"-h\", \"db\", \"-a\", \"***\"])")]
    [InlineData("System.cmd(\"mysql\", [\"-phunter\", \"db\"])", "System.cmd(\"mysql\", [\"***\", \"db\"])")]
    [InlineData(
        "if System.get_env(\"TOKEN\") in [\"hunter\", \"two\"], do: x",
        "if System.get_env(\"TOKEN\") in [\"***\", \"***\"], do: x")]
    [InlineData("if System.get_env(\"TOKEN\") =~ \"hunter\", do: x", "if System.get_env(\"TOKEN\") =~ \"***\", do: x")]
    [InlineData("if String.starts_with?(token, \"hunter\"), do: x", "if String.starts_with?(token, \"***\"), do: x")]
    [InlineData("p = \"hunter\"\nx = \"https://u:#{p}@h\"", "p = \"***\"\nx = \"***\"")]
    [InlineData(
        "p = System.get_env(\"PG\", \"hunter\")\nx = \"ecto://u:\" <> p <> \"@h/db\"",
        "p = System.get_env(\"PG\", \"***\")\nx = \"***\" <> p <> \"***\"")]
    [InlineData(
        "d = %{pg: \"hunter\", h: \"h\"}\nx = \"ecto://u:#{d.pg}@#{d.h}/db\"",
        "d = %{pg: \"***\", h: \"h\"}\nx = \"ecto://***@#{d.h}/db\"")]
    [InlineData("u = \"shop\"\nx = \"ecto://#{u}:hunter@h\"", "u = \"shop\"\nx = \"ecto://***@h\"")]
    [InlineData("x = \"https://u:#{\"hunter\"}@h\"", "x = \"https://***#{\"***\"}@h\"")]
    [InlineData("x = Enum.join([\"ecto://u:\", \"hunter\", \"@h\"])", "x = Enum.join([\"ecto://***\", \"***\", \"@h\"])")]
    [InlineData(
        "x = \"{\\\"user\\\":\\\"shop\\\",\\\"password\\\":\\\"hunter\\\"}\"",
        "x = \"{\\\"user\\\":\\\"shop\\\",\\\"password\\\":\\\"***\\\"}\"")]
    [InlineData("x = \"{\\\"password\\\":\\\"a \\\\\\\"hunter\\\"}\"", "x = \"{\\\"password\\\":\\\"***\\\"}\"")]
    [InlineData("x = \"export PASSWORD=\\\"a hunter\\\"; run\"", "x = \"export PASSWORD=\\\"***\\\"; run\"")]
    [InlineData("x = ~s({\"password\":\"a hunter\"})", "x = ~s({\"password\":\"***\"})")]
    [InlineData(
        "config :a, cmd: [\"curl\", \"-u\", \"u:hunter\", \"https://x\"]",
        "config :a, cmd: [\"curl\", \"-u\", \"***\", \"https://x\"]")]
    [InlineData("config :a, cmd: {\"redis-cli\", [\"-a\", \"hunter\"]}", "config :a, cmd: {\"redis-cli\", [\"-a\", \"***\"]}")]
    [InlineData("x = \"docker login -u u -p hunter host\"", "x = \"docker login -u u -p *** host\"")]
    [InlineData(
        "config :a, env: [%{name: \"DB_PASSWORD\", value: \"hunter\"}]",
        "config :a, env: [%{name: \"DB_PASSWORD\", value: \"***\"}]")]
    [InlineData(
        "config :a, env: [[\"password\", \"hunter\"]], x: [:password, \"hunter\"]",
        "config :a, env: [[\"password\", \"***\"]], x: [:password, \"***\"]")]
    [InlineData("x = {:socks5, \"u:hunter@h:5432/db\", 1}", "x = {:socks5, \"***@h:5432/db\", 1}")]
    [InlineData(
        "config :a, pswd: \"a\", totp: \"b\", key_pem: \"c\", recovery_codes: [\"d\"]",
        "config :a, pswd: \"***\", totp: \"***\", key_pem: \"***\", recovery_codes: [\"***\"]")]
    [InlineData("Node.set_cookie(:hunter)", "Node.set_cookie(:***)")]
    [InlineData("# password:\n#   hunter two\n# host", "# password:\n#   ***\n# host")]
    public void What_flows_into_a_secret_and_out_of_it_is_masked(string text, string expected) =>
        Assert.Equal(expected, Masked("a.exs", text));

    [Theory]
    [InlineData("it reads 'prod' from prod.exs", "it reads 'prod' from prod.exs")]
    [InlineData("it reads hunter2 from prod.exs", "it reads *** from prod.exs")]
    [InlineData("it reads hunt…", "it reads ***…")]
    public void A_sentence_shows_no_secret_and_hides_no_other_word(string sentence, string expected)
    {
        const string Text =
            "import_config \"prod.exs\"\nconfig :a, password: \"prod\", token: \"hunter2\", pin: 4000, port: 4000\n";
        var secrets = new FileSecrets(SourceFile.FromString("a.exs", Text));
        Assert.Equal(expected, secrets.Redact(sentence));
        Assert.Equal("line 4000", secrets.Redact("line 4000"));
    }

    [Theory]
    [InlineData("host: \"abc\npassword: \"hunter two\"\n")]
    [InlineData("password: \"hunter two\nhost: 1\n")]
    [InlineData("]]] password: \"hunter two\" \"")]
    [InlineData("x = 'don't\npassword: \"hunter two\"")]
    public void Broken_text_does_not_show_a_secret(string text) =>
        Assert.DoesNotContain("hunter", Masked("a.exs", text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Environment=SECRET_KEY_BASE=hunter", "Environment=SECRET_KEY_BASE=***")]
    [InlineData("Environment=\"DB_PASSWORD=hunter two\" A=b", "Environment=\"DB_PASSWORD=***")]
    [InlineData("Environment=A=b \\\n  TOKEN=hunter \\\n  two\nUser=x", "Environment=A=b \\\n  TOKEN=***\\\n  ***\nUser=x")]
    [InlineData("ExecStart=/bin/x --password hunter", "ExecStart=/bin/x --password ***")]
    [InlineData("ExecStart=/bin/x --erl \"-setcookie hunter\"", "ExecStart=/bin/x --erl \"-setcookie ***")]
    [InlineData("Environment=A=b \\\n# c\n  DB_PW=a \\\n; d\n  hunter", "Environment=A=b \\\n# c\n  DB_PW=***\\\n; d\n  ***")]
    [InlineData("ExecStartPre=-/usr/bin/redis-cli -a hunter ping", "ExecStartPre=-/usr/bin/redis-cli -a *** ping")]
    [InlineData(
        "ExecStartPre=/bin/sh -c 'sshpass -p hunter ssh x; mysql -phunter db'",
        "ExecStartPre=/bin/sh -c 'sshpass -p *** ssh x; mysql -p*** db'")]
    [InlineData("ExecStart=/usr/bin/docker run -p 4000:4000 x", "ExecStart=/usr/bin/docker run -p 4000:4000 x")]
    [InlineData("LoadCredential=db_password:/etc/db_password", "LoadCredential=db_password:/etc/db_password")]
    [InlineData("ExecStart=/opt/secret/bin/x --cookie-file /etc/x", "ExecStart=/opt/secret/bin/x --cookie-file /etc/x")]
    [InlineData(
        "PrivateTmp=yes\nProtectHome=no\nEnvironment=HOME=/opt/akkoma",
        "PrivateTmp=yes\nProtectHome=no\nEnvironment=HOME=/opt/akkoma")]
    public void Units_are_masked_by_lines(string text, string expected) => Assert.Equal(expected, Masked("a.service", text));

    [Fact]
    public void An_excerpt_that_starts_inside_a_secret_shows_nothing_of_it()
    {
        const string Text = "password: \"hunter two\"";
        var masker = new FileSecrets(SourceFile.FromString("a.exs", Text));
        Assert.Equal("***", masker.Excerpt(new TextSpan(13, 3)));
        Assert.True(masker.Hides(new TextSpan(13, 3)));
        Assert.False(masker.Hides(new TextSpan(0, 8)));
    }

    [Fact]
    public void Any_text_keeps_its_lines() =>
        Gen.String[Gen.Char["\"'#{}[]()~s:\\ \n\r?aei_=>|,"], 0, 80].SamplePinned(
            text =>
            {
                var whole = $"x: {text}\npassword: \"hunter\"\n{text}";
                var masked = Masked("a.exs", whole);
                Assert.Equal(
                    whole.Count(character => character is '\n' or '\r'), masked.Count(character => character is '\n' or '\r'));
            });

    private static string Masked(string path, string text) =>
        new FileSecrets(SourceFile.FromString(path, text)).Excerpt(new TextSpan(0, text.Length));
}
