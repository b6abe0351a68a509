using ExsLint.Semantics.Elixir.Evaluation;

namespace ExsLint.Oracles.Elixir;

/// <summary>Small projects that depend on no variable, one for each way in which configurations merge, import and fail.</summary>
internal static class ConfigFacts
{
    /// <summary>Names and files.</summary>
    public static (string Name, Dictionary<string, string> Files)[] All { get; } =
    [
        One("keyword lists merge deeply", "config :a, K, x: 1, y: [p: 1, q: 2]\nconfig :a, K, y: [q: 3, r: 4], z: 5"),
        One("an overridden key moves to the end", "config :a, K, x: [z: 1, w: 1]\nconfig :a, K, x: [z: 2]"),
        One("nil replaces and is replaced", "config :a, K, x: 1\nconfig :a, K, nil\nconfig :a, L, nil\nconfig :a, L, x: 1"),
        One("an empty list clears no keywords",
            "config :a, K, x: 1, y: [p: 1], l: [1, 2]\nconfig :a, K, []\nconfig :a, K, y: [], l: []"),
        One("maps and tuples are replaced",
            "config :a, K, m: %{x: 1}, t: {1, 2}, l: [1]\nconfig :a, K, m: %{y: 2}, t: {3}, l: [2]"),
        One("a list with a bare atom is no keyword list",
            "config :a, K, http: [ip: {127, 0, 0, 1}]\nconfig :a, K, http: [:inet6, port: 4000]"),
        One("aliases are atoms",
            "config :a, K, l: [{Foo, a: 1}], s: [{\"x\", 1}]\nconfig :a, K, l: [{Foo, b: 2}], s: [{\"y\", 1}]"),
        One("a repeated inner key stays, and is overridden as one",
            "config :a, K, o: [x: 1, x: 2]\nconfig :a, L, o: [x: 1, x: 2]\nconfig :a, L, o: [x: 3]"),
        One("true replaces keywords", "config :a, K, ssl: [verify: :verify_peer]\nconfig :a, K, ssl: true"),
        One("both forms of config merge", "config :a, :x, p: 1\nconfig :a, x: [q: 2]"),
        One("a repeated key stays twice",
            "config :a, k: [x: 1], k: [y: 1], l: 1\nconfig :a, k: [z: 3], k: [w: 2], k: 5\nconfig :b, k: 1, k: 2\nconfig :b, k: "
                + "3"),
        One("terms of all kinds", "config :a, k: [0x1F, -1, 1.5e3, 1.0e-10, 12345678901234567890], s: "
            + "[\"\\t\\u00e9\\\"\\\\\\n\", 'ab', ~w(a b)a, :\"a b\", nil, true]\nconfig :a, m: %{\"b\" => 1, :a => %{c: [d: "
            + "1]}, 2 => {}, 10 => [], 1.5 => \"\"}, t: {:x, {1, {2}}}, b: \"\\xff\""),
        One("control characters", "config :a, k: \"\\0\\e\\d\\u200b\\u{1F600}\", l: \"\\u2028\""),
        Many(
            "imports apply in place",
            ("config/config.exs", "config :a, k: 1, l: [x: 1]\nimport_config \"prod.exs\"\nconfig :a, m: 1"),
            ("config/prod.exs", "config :a, k: 2, l: [y: 2]")),
        Many("a missing import raises", ("config/config.exs", "config :a, k: 1\nimport_config \"gone.exs\"")),
        Many(
            "a file is imported once", ("config/config.exs", "import_config \"x.exs\"\nimport_config \"x.exs\""),
            ("config/x.exs", "config :a, k: 1")),
        Many(
            "a wildcard is a name to Config", ("config/config.exs", "config :a, k: 1\nimport_config \"parts/*.exs\""),
            ("config/parts/x.exs", "config :a, k: 2")),
        Many(
            "runtime files may not import", ("config/config.exs", "config :a, k: 1"),
            ("config/runtime.exs", "import_config \"x.exs\""), ("config/x.exs", "config :a, k: 2")),
        Many(
            "runtime.exs wins over releases.exs", ("config/config.exs", "config :a, k: 1, x: [p: 1]"),
            ("config/runtime.exs", "config :a, k: 2"), ("config/releases.exs", "config :a, k: 3, l: 1")),
        Many(
            "releases.exs is read", ("config/config.exs", "config :a, k: 1, x: [p: 1]"),
            ("config/releases.exs", "config :a, :x, q: config_env()")),
        Many(
            "later files merge as a whole", ("config/config.exs", "config :a, x: [p: 1], l: 1"),
            ("config/runtime.exs", "config :a, x: 5\nconfig :a, x: [q: 2]\nconfig :b, y: []")),
        new("a list is the configuration", new() { ["config/config.exs"] = "[a: [k: 1, l: [m: 2]], b: []]" }),
        new("a list behind import Config is too", new() { ["config/config.exs"] = "import Config\n[a: [k: 1]]" }),
        Many(
            "an imported list is nothing", ("config/config.exs", "config :a, k: 1\nimport_config \"x.exs\""),
            ("config/x.exs", "[a: [k: 2]]")),
        One("what raises is refused", "config :a, k: 1\nraise \"no\""),
        new("what does not parse is refused", new() { ["config/config.exs"] = "import Config\nconfig :a, k: [1" }),
        new("an imported file that does not parse is refused",
            new() { ["config/config.exs"] = "import Config\nimport_config \"x.exs\"", ["config/x.exs"] = "config :a, )" }),
        new("old umbrellas import by pattern", new()
        {
            ["config/config.exs"] = "use Mix.Config\nimport_config \"../apps/*/config/config.exs\"\nimport_config \"none/?.exs\"",
            ["apps/b/config/config.exs"] = "use Mix.Config\nconfig :b, k: 1\nconfig :s, last: :b",
            ["apps/a/config/config.exs"] = "use Mix.Config\nconfig :a, k: 1\nconfig :s, last: :a, only: :a",
            ["apps/.hidden/config/config.exs"] = "use Mix.Config\nconfig :h, k: 1",
        }),
        One("environment references are tuples",
            "config :a, port: {:system, \"PORT\"}, host: {:system, \"HOST\", \"localhost\"}"),
        One("variables and conditions that are decided",
            "x = [a: 1]\nif config_env() == :prod do\n  config :a, :k, x\nelse\n  config :a, :k, b: 1\nend\nconfig :a, l: (case "
                + "Mix.env() do\n  :dev -> 1\n  _ -> 2\nend)"),
        One("structs of the file's own modules", "defmodule Limits do\n  defstruct [:name, max: 10]\nend\ndefmodule User do\n  "
            + "def new(n), do: %Limits{name: n}\n  def name(%Limits{name: n}), do: n\n  def name(_), do: :none\nend\nconfig :a, "
            + "s: User.new(\"x\"), n: User.name(User.new(:y)), o: User.name(%{name: 1}), t: struct(Limits, max: 2)"),
        One("a struct is not there in the file that defines it",
            "defmodule Late do\n  defstruct [:a]\nend\nconfig :a, k: %Late{a: 1}"),
        One("errors are rescued by type", "config :a, t: (try do raise ArgumentError, \"bad\" rescue e in [KeyError, "
            + "ArgumentError] -> e.message end)\nconfig :a, u: (try do String.to_integer(\"x\") rescue ArgumentError -> 5 "
            + "end)\nconfig :a, x: (try do Map.fetch!(%{a: 1}, :b) rescue MatchError -> 1; KeyError -> 2 end)\nconfig :a, v: "
            + "(try do raise \"no\" rescue KeyError -> 1; e in RuntimeError -> Exception.message(e) end)"),
        One("own exceptions are rescued",
            "defmodule BadPort do\n  defexception [:message, port: 0]\nend\nconfig :a, w: (try do raise BadPort, port: 5 rescue "
                + "e in BadPort -> e.port end)"),
        One("an error that no clause takes is raised", "config :a, t: (try do raise \"no\" rescue KeyError -> 1 end)"),
        One("what a decided case raises is refused",
            "config :a, k: 1\ncase config_env() do\n  :dev -> 1\n  :prod -> import_config \"gone.exs\"\nend"),
        One("what a decided cond raises is refused",
            "cond do\n  config_env() == :dev -> 1\n  true -> import_config \"gone.exs\"\nend"),
        One("what a decided cond does not take is not refused",
            "config :a, k: (cond do\n  config_env() == :dev -> raise(\"no\")\n  true -> 2\nend)"),
        One("regular expressions match",
            "config :a, k: \"v10.4\" =~ ~r/^v\\d/, l: Regex.run(~r/(\\d+)\\.(\\d+)/, \"v10.4\"), m: String.split(\"a , b\", "
                + "~r/\\s*,\\s*/), n: String.replace(\"a-b\", ~r/-/, \"_\")"),
        One("sets have members",
            "s = MapSet.new([3, 1, 2])\nconfig :a, k: 1 in s, l: MapSet.size(s), m: Enum.to_list(MapSet.union(s, "
                + "MapSet.new([9])))"),
    ];

    private static (string Name, Dictionary<string, string> Files) One(string name, string statements) =>
        Many(name, ("config/config.exs", statements));

    private static (string Name, Dictionary<string, string> Files) Many(
        string name, params (string Path, string Statements)[] files) =>
        (name, files.ToDictionary(file => file.Path, file => "import Config\n" + file.Statements + "\n"));
}
