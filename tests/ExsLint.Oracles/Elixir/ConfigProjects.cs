using ExsLint.Semantics.Elixir.Evaluation;

namespace ExsLint.Oracles.Elixir;

/// <summary>Projects whose configuration both Elixir and ExsLint compute.</summary>
internal static class ConfigProjects
{
    /// <summary>Files by path, one dictionary a project.</summary>
    public static IEnumerable<Dictionary<string, string>> All => Statements
        .Select(statements => new Dictionary<string, string> { ["config/config.exs"] = "import Config\n" + statements })
        .Concat(Trees);

    private static readonly string[] Statements =
    [
        "config :a, :k, x: 1, y: [p: 1, q: 2]\nconfig :a, :k, y: [q: 3, r: 4], z: 5",
        "config :a, :k, x: [z: 1, w: 1]\nconfig :a, :k, x: [z: 2]",
        "config :a, :k, x: 1\nconfig :a, :k, nil\nconfig :a, :k, y: 1",
        "config :a, :k, x: 1\nconfig :a, :k, []\nconfig :a, :l, [1]\nconfig :a, :l, []",
        "config :a, :k, m: %{x: 1}, t: {1, 2}\nconfig :a, :k, m: %{y: 2}, t: {3}",
        "config :a, :k, http: [ip: {127, 0, 0, 1}]\nconfig :a, :k, http: [:inet6, port: 4000]\nconfig :a, :k, http: [port: 1]",
        "config :a, :k, l: [{Foo, a: 1}], s: [{\"x\", 1}]\nconfig :a, :k, l: [{Foo, b: 2}], s: [{\"y\", 1}]",
        "config :a, :k, o: [x: 1, x: 2, y: 3]\nconfig :a, :k, o: [x: 3]\nconfig :a, :k, o: [y: 1, y: 2]",
        "config :a, :x, p: 1\nconfig :a, x: [q: 2], y: 1\nconfig :b, z: 1\nconfig :a, w: 1",
        "config :a, k: [0x1F, 0b11, 0o17, 1_000, ?a, ?\\n, -1, 1.5e3, 1.0e-10, 12345678901234567890]",
        "config :a, k: ['ab', ~c(cd), \"a\\tb\\u00e9\\x41\", ~s(a\"b), ~S(a\\n), :\"a b\", ~w(a b), ~w(a b)a, ~w(c d)c]",
        "config :a, k: \"\"\"\n  one\n    two \\\n  three\n  \"\"\"",
        "x = 1\n{y, [z, _]} = {2, [3, 4]}\nconfig :a, k: [x, y, z, x + y * z, div(7, 2), rem(7, 2), 7 / 2, 1 - 0.5]",
        "config :a, k: \"p#{1 + 1}#{:x}#{nil}\" <> \"q\", l: [1] ++ [2, 3], m: 1 in [1, 2], n: 3 not in [3], o: 1 == 1.0, p: 1 "
            + "=== 1.0",
        "config :a, k: nil || 1, l: false && 1, m: not true, n: !nil, o: true and false, p: 1 < 2, q: \"a\" <= \"b\", r: 1 != 2",
        "config :a, k: if(config_env() == :prod, do: 1, else: 2), l: if(Mix.env() in [:dev], do: 1)\nunless config_env() == "
            + ":dev do\n  config :a, m: 1\nend",
        "config :a, k: (case config_env() do\n  :dev -> 1\n  env when env == :prod -> {env, 2}\nend), l: (cond do\n  nil -> 1\n "
            + " true -> 2\nend)",
        "config :a, k: System.get_env(\"X\") == true, l: is_nil(1), m: [a: System.get_env(\"PORT\"), b: 2], n: "
            + "System.get_env(\"Y\", \"z\") && 1",
        "config :a, k: 1, l: [x: 1]\nif System.get_env(\"X\") do\n  config :a, k: 2, m: 1\n  config :b, n: 1\nelse\n  config "
            + ":a, m: 1\nend\nconfig :a, l: [y: 2]",
        "config :a, l: [x: 1]\nif System.get_env(\"X\"), do: config(:a, l: [y: 1])\nconfig :a, l: [x: 3]",
        "if System.get_env(\"X\") == \"1\" do\n  raise \"no\"\nelse\n  config :a, k: 1\nend",
        "config :a, k: (System.get_env(\"X\") || \"d\"), l: (if System.get_env(\"Y\"), do: [a: 1], else: [a: 1])",
        "alias Foo.Bar\nalias Foo.{One, Two}\nalias Foo.Long, as: Short\nconfig :a, k: [Bar, Bar.Baz, One, Two.X, Short, "
            + "Elixir.Bar, :\"Elixir.Foo\"]",
        "config :a, k: %{:a => 1, \"b\" => %{c: [d: 1]}, a: 2}, l: [a: 1][:a], m: %{x: 5}[:x], n: [a: 1][:b]",
        "for x <- [1, 2], do: config(:a, [{:k, x}])\nconfig :a, l: 1",
        "Enum.each([1, 2], fn x -> config :a, k: x end)\nconfig :a, l: 1",
        "config :a, k: :timer.seconds(60) + :timer.minutes(1) + :timer.hours(2), l: String.to_integer(\"17\"), m: \"17\" |> "
            + "String.to_integer(), n: to_string(:x)",
        "config :a, k: String.trim(\" x \"), l: String.to_atom(\"y\"), m: Path.join(\"/a\", \"b\")",
        "config :a, Foo, x: 1\nconfig :a, Foo, [{:y, 2}, z: 3]\nconfig(:a, Foo, w: 4)\nConfig.config(:a, Foo, v: 5)",
    ];

    private static readonly Dictionary<string, string>[] Trees =
    [
        new()
        {
            ["config/config.exs"] =
                "import Config\nconfig :a, k: 1, l: [x: 1]\nimport_config \"#{config_env()}.exs\"\nconfig :a, m: 1",
            ["config/prod.exs"] = "import Config\nconfig :a, k: 2, l: [y: 2]\nif File.exists?(\"./config/more.exs\"), do: "
                + "import_config(\"more.exs\")\nif File.exists?(\"config/less.exs\"), do: config(:a, less: true), else: "
                + "config(:a, less: false)",
            ["config/more.exs"] = "import Config\nconfig :a, n: 1, k: 3",
        },
        new()
        {
            ["config/config.exs"] = "import Config\nconfig :a, x: [a: 1], y: 1",
            ["config/runtime.exs"] =
                "import Config\nconfig :a, x: 5\nconfig :a, x: [b: 2]\nif config_env() == :prod do\n  config :a, z: "
                    + "System.get_env(\"PORT\"), w: 1\nend",
        },
        new()
        {
            ["config/config.exs"] = "import Config\nconfig :a, k: 1\nimport_config Path.join(__DIR__, \"sub/inner.exs\")",
            ["config/sub/inner.exs"] = "import Config\nimport_config \"../other.exs\"\nconfig :a, l: 1",
            ["config/other.exs"] = "import Config\nconfig :a, k: 5",
        },
    ];
}
