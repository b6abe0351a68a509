using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>What is known of expressions.</summary>
public sealed class EvaluationTests
{
    [Theory]
    [InlineData("1_000", "1000")]
    [InlineData("0x1F", "31")]
    [InlineData("1.5e3", "1.5e3")]
    [InlineData("?a", "97")]
    [InlineData("\"a\\nb\" <> \"c\"", "\"a\\nbc\"")]
    [InlineData("\"port #{4000 + 1}\"", "\"port 4001\"")]
    [InlineData("~w(a b)", "[\"a\", \"b\"]")]
    [InlineData("~w(a b)a", "[:a, :b]")]
    [InlineData("'ab'", "~c\"ab\"")]
    [InlineData(":\"foo bar\"", ":\"foo bar\"")]
    [InlineData("[1 | [2]]", "[1, 2]")]
    [InlineData("[1 | foo()]", "a list with a tail")]
    [InlineData("{1, :b, \"c\"}", "{1, :b, \"c\"}")]
    [InlineData("25 * 1_048_576", "26214400")]
    [InlineData("7 / 2", "3.5")]
    [InlineData("-1", "-1")]
    [InlineData(":timer.seconds(60)", "60000")]
    [InlineData("to_timeout(second: 5)", "5000")]
    [InlineData("to_timeout(hour: 1, minute: 30, millisecond: 2)", "5400002")]
    [InlineData("to_timeout(week: 1, day: 1)", "691200000")]
    [InlineData("[to_timeout(:infinity), to_timeout(7)]", "[:infinity, 7]")]
    [InlineData("try do to_timeout(second: 1, second: 2) rescue _ -> 5 end", "5")]
    [InlineData("to_timeout(minute: String.to_integer(System.fetch_env!(\"X\")))", "environment variable X")]
    [InlineData("Enum.take(\"no list\", 0)", "[]")]
    [InlineData("String.to_integer(\"4001\")", "4001")]
    [InlineData("\"4001\" |> String.to_integer()", "4001")]
    [InlineData("if(config_env() == :prod, do: 1, else: 2)", "1")]
    [InlineData("if(Mix.env() in [:dev, :test], do: 1, else: 2)", "2")]
    [InlineData("not true", "false")]
    [InlineData("nil || :x", ":x")]
    [InlineData("false && raise(\"no\")", "false")]
    [InlineData("case config_env() do :dev -> 1; :prod -> 2; _ -> 3 end", "2")]
    [InlineData("cond do config_env() == :dev -> 1; true -> 2 end", "2")]
    [InlineData("1 + foo()", "result of foo/0")]
    [InlineData("System.get_env(\"X\") || \"d\"", "environment variable X or \"d\"")]
    [InlineData("System.get_env(\"X\") || raise \"no\"", "environment variable X")]
    [InlineData("System.get_env(\"X\") == true", "false")]
    [InlineData("System.fetch_env!(\"X\") |> String.to_integer()", "environment variable X")]
    [InlineData("MyApp.Secrets.fetch(:x)", "result of MyApp.Secrets.fetch/1")]
    [InlineData("\"v1.2\" =~ ~r/^v\\d/", "true")]
    [InlineData("Regex.run(~r/(\\d+)-(\\d+)/, \"10-20\")", "[\"10-20\", \"10\", \"20\"]")]
    [InlineData("Regex.named_captures(~r/(?<host>[^:]+):(?<port>\\d+)/, \"db:5432\")[\"port\"]", "\"5432\"")]
    [InlineData("String.split(\"a, b ,c\", ~r/\\s*,\\s*/)", "[\"a\", \"b\", \"c\"]")]
    [InlineData("String.replace(\"a.b\", ~r/[.]/, \"-\\\\0-\")", "\"a-.-b\"")]
    [InlineData("for x <- MapSet.union(MapSet.new([2, 1]), MapSet.new([3, 1])), do: x", "[1, 2, 3]")]
    [InlineData("2 in Enum.into([1, 2], MapSet.new())", "true")]
    [InlineData("for x <- [1, 1], into: MapSet.new(), do: x", "a MapSet")]
    [InlineData("try do raise(\"no\") rescue e in KeyError -> 1; e in RuntimeError -> e.message end", "\"no\"")]
    [InlineData("try do String.to_integer(\"x\") rescue [KeyError, ArgumentError] -> 5 end", "5")]
    [InlineData(
        "try do String.to_integer(System.fetch_env!(\"X\")) rescue ArgumentError -> 5 end", "environment variable X or 5")]
    [InlineData("try do String.to_existing_atom(\"a\") rescue ArgumentError -> 5 end", ":a")]
    [InlineData(
        "try do String.to_existing_atom(\"zqx\" <> \"nobody\") rescue ArgumentError -> 5 end",
        "result of String.to_existing_atom/1 or 5")]
    [InlineData("try do 1 / 0 rescue ArithmeticError -> 5 end", "5")]
    [InlineData("try do 1 + MapSet.new([1]) rescue ArithmeticError -> 5 end", "5")]
    [InlineData("try do 2 * ~r/a/ rescue ArithmeticError -> 5 end", "5")]
    [InlineData("try do -MapSet.new([1]) rescue ArithmeticError -> 5 end", "5")]
    [InlineData("try do hd([]) rescue KeyError -> 5 end", "a try block")]
    [InlineData("URI.parse(\"https://h\") |> then(fn %URI{host: host} -> host end)", "\"h\"")]
    [InlineData("%Unknown.Struct{a: 1}", "a struct")]
    [InlineData("~r/a\\/b#{1}/iu", "~r/a\\/b1/iu")]
    [InlineData("\"é\" =~ ~r/\\w/", "a match of a regex")]
    [InlineData("if(System.get_env(\"X\"), do: 1, else: 2)", "1 or 2")]
    [InlineData("if(System.get_env(\"X\"), do: 1, else: 1)", "1")]
    public void A_value_is_what_Elixir_gives_or_says_what_it_depends_on(string expression, string expected)
    {
        var value = ConfigText.Evaluate($"import Config\nvalue = {expression}\nconfig :a, :k, value").State.Get("a", "k");
        Assert.Equal(expected, value.ToString());
    }

    [Fact]
    public void Variables_and_tuples_are_followed() => Assert.Equal(
        "k: 2, l: 1",
        ConfigText.Settings("{x, y} = {1, 2}\nconfig :a, k: y\nconfig :a, l: x"));

    [Fact]
    public void A_variable_bound_in_a_branch_is_not_seen_outside() => Assert.Equal(
        "k: 1",
        ConfigText.Settings("x = 1\nif true do\n  x = 2\nend\nconfig :a, k: x"));

    [Fact]
    public void Aliases_are_expanded() => Assert.Equal(
        "k: Foo.Bar.Baz",
        ConfigText.Settings("alias Foo.Bar\nconfig :a, k: Bar.Baz"));

    [Fact]
    public void An_unknown_condition_keeps_both_configurations() => Assert.Equal(
        "k: 1 or 2",
        ConfigText.Settings("config :a, k: 1\nif System.get_env(\"X\") do\n  config :a, k: 2\nend")
            .Replace("2 or 1", "1 or 2", StringComparison.Ordinal));

    [Fact]
    public void A_branch_that_raises_is_not_taken() => Assert.Equal(
        "k: 2",
        ConfigText.Settings("if System.get_env(\"X\") do\n  config :a, k: 2\nelse\n  raise \"X is needed\"\nend"));

    [Fact]
    public void What_is_not_followed_puts_everything_before_it_in_doubt()
    {
        var state =
            ConfigText.Evaluate("import Config\nconfig :a, k: 1\nfor x <- foo(), do: config(:a, k: x)\nconfig :a, l: 2").State;
        Assert.IsType<ChoiceValue>(state.Get("a", "k"));
        Assert.Equal("2", state.Get("a", "l").ToString());
    }

    [Theory]
    [InlineData("MyApp.configure()\nconfig :a, l: 2", true)]
    [InlineData("if config_env() == :prod do\n  :x |> MyApp.configure()\nend", true)]
    [InlineData("if(config_env() == :prod, do: MyApp.configure())", true)]
    [InlineData("case System.get_env(\"X\") do\n  nil -> :ok\n  x -> MyApp.configure(x)\nend", true)]
    [InlineData("x = MyApp.secret()\nconfig :a, l: MyApp.secret(x)", false)]
    [InlineData("config :a, l: if(config_env() == :prod, do: MyApp.secret())", false)]
    [InlineData(
        "Envy.auto_load()\nProcess.sleep(1)\n:logger.set_primary_config(:level, :info)\nLogger.configure(level: :info)\nconfig "
            + ":a, l: 2", false)]
    public void A_call_of_an_unseen_module_for_what_it_does_puts_everything_before_it_in_doubt(
        string statements, bool isInDoubt) =>
        Assert.Equal(
            isInDoubt, ConfigText.Evaluate("import Config\nconfig :a, k: 1\n" + statements).State.Get("a", "k") is ChoiceValue);

    [Theory]
    [InlineData("", "\"1\"")]
    [InlineData("x = MyApp.secret()", "\"1\"")]
    [InlineData("Envy.auto_load()", "environment variable A")]
    [InlineData("if System.get_env(\"X\"), do: System.put_env(\"A\", \"2\")", "environment variable A")]
    [InlineData("f = fn -> System.put_env(\"A\", \"2\") end\nMyApp.run(f)", "environment variable A")]
    public void A_variable_that_the_configuration_sets_is_known_until_something_may_set_it(string statement, string expected) =>
        Assert.Equal(
        expected,
        ConfigText.Evaluate(
            $"import Config\nSystem.put_env(\"A\", \"1\")\n{statement}\nconfig :a, k: System.get_env(\"A\")").State.Get("a",
            "k").ToString());

    [Fact]
    public void What_is_broken_puts_everything_before_it_in_doubt_and_hides_nothing_after_it()
    {
        var state = ConfigText.Evaluate("import Config\nconfig :a, k: 1\nconfig :a, [b: (\nconfig :a, l: 2\n").State;
        Assert.IsType<ChoiceValue>(state.Get("a", "k"));
        Assert.Equal("2", state.Get("a", "l").ToString());
    }

    [Fact]
    public void A_secret_layer_that_is_absent_puts_the_rest_in_doubt()
    {
        var model = ConfigText.Evaluate("import Config\nconfig :a, k: 1\nimport_config \"prod.secret.exs\"\nconfig :a, l: 2");
        Assert.Equal("config/prod.secret.exs", Assert.Single(model.MissingFiles).MissingFile);
        Assert.Equal("1 or config/prod.secret.exs, which is not in the tree", model.Get("a", "k").Value.ToString());
        Assert.Equal("2", model.Get("a", "l").Value.ToString());
    }

    [Fact]
    public void A_guard_does_not_make_an_absent_secret_layer_known()
    {
        var model = ConfigText.Evaluate(
            "import Config\nconfig :a, k: 1\nif File.exists?(\"./config/prod.secret.exs\"), do: "
                + "import_config(\"prod.secret.exs\")");
        Assert.Single(model.MissingFiles);
        Assert.IsType<ChoiceValue>(model.Get("a", "k").Value);
    }

    [Fact]
    public void What_was_exported_from_the_database_is_truly_absent_where_the_secret_file_is_there()
    {
        var model = ConfigText.Evaluate(
            "import Config\nconfig :a, k: 1\nimport_config \"prod.secret.exs\"\n"
            + "if File.exists?(\"./config/prod.exported_from_db.secret.exs\"), do: "
            + "import_config(\"prod.exported_from_db.secret.exs\")",
            ("config/prod.secret.exs", "import Config\nconfig :a, l: 2"));
        Assert.Empty(model.MissingFiles);
        Assert.Equal("1", model.Get("a", "k").Value.ToString());
    }

    [Theory]
    [InlineData("import_config \"nowhere.exs\"", ConfigErrorKind.MissingImport)]
    [InlineData("import_config \"config.exs\"", ConfigErrorKind.RepeatedImport)]
    [InlineData("config :a, b: if true do 1 else 2 end", ConfigErrorKind.BadConfigCall)]
    [InlineData("config :a, 1", ConfigErrorKind.BadConfigCall)]
    [InlineData("config :a, k: 1 / 0", ConfigErrorKind.AlwaysRaises)]
    [InlineData("raise \"no\"", ConfigErrorKind.AlwaysRaises)]
    public void What_Elixir_refuses_is_an_error_at_its_place(string statement, ConfigErrorKind expected)
    {
        var error = Assert.Single(ConfigText.Evaluate("import Config\n" + statement).Errors);
        Assert.Equal(expected, error.Kind);
        Assert.Equal(1, error.Location.Start.Line);
    }

    [Theory]
    [InlineData("[shop: 5]", "shop")]
    [InlineData("[a: [b: 1], c: nil]", "c")]
    [InlineData("[a: [1], b: 2]", "a")]
    [InlineData("[a: [{:b, 1, 2}]]", "a")]
    [InlineData("[a: [{\"b\", 1}]]", "a")]
    [InlineData("[a: [b: 1], a: %{}]", "a")]
    [InlineData("[a: System.get_env(\"X\")]", "a")]
    public void What_a_file_ends_with_has_to_give_each_application_a_keyword_list(string value, string app)
    {
        var error = Assert.Single(ConfigText.Evaluate(value).Errors);
        Assert.Equal((ConfigErrorKind.BadSettings, app), (error.Kind, error.Argument));
    }

    [Theory]
    [InlineData("[:a]")]
    [InlineData("[1, 2]")]
    [InlineData("5")]
    [InlineData("[{:a, [b: 1]}, 3]")]
    [InlineData("[a: [b: 1], c: []]")]
    [InlineData("[a: Enum.map(System.get_env(), & &1)]")]
    [InlineData("import Config\nconfig :a, b: 1\n[a: 5]")]
    public void Other_last_values_are_not_refused(string value) => Assert.Empty(ConfigText.Evaluate(value).Errors);

    [Fact]
    public void Where_Elixir_stops_for_certain_nothing_is_hidden_and_nothing_is_missing()
    {
        var state = ConfigText.Evaluate("import Config\nconfig :a, k: 1\n{:ok, x} = :error\nconfig :a, l: 2").State;
        Assert.IsType<ChoiceValue>(state.Get("a", "k"));
        Assert.IsType<ChoiceValue>(state.Get("a", "m"));
        Assert.Equal("2", state.Get("a", "l").ToString());
    }

    [Fact]
    public void A_value_knows_where_it_was_written_and_what_it_overrode()
    {
        var model = ConfigText.Evaluate("import Config\nconfig :a, :k, x: 1\nconfig :a, :k, x: 2");
        var value = model.Get("a", "k", "x").Value;
        Assert.Equal("config/config.exs:3:19", value.Origin!.ToString());
        Assert.Equal("config/config.exs:2:19", value.Overrode!.Origin!.ToString());
    }

    [Fact]
    public void Keys_set_after_an_unknown_layer_are_known() => Assert.Equal(
        "true",
        ConfigText.Evaluate("import Config\nimport_config \"prod.secret.exs\"\nconfig :a, :k, x: true")
            .Get("a", "k", "x").Value.ToString());

    [Fact]
    public void Deep_nesting_and_endless_chains_are_unknown_and_not_a_crash()
    {
        var deep = string.Concat(Enumerable.Repeat("foo(", 400)) + string.Concat(Enumerable.Repeat(")", 400));
        var chain = string.Join(" <> ", Enumerable.Repeat("\"a\"", 20_000));
        Assert.IsType<UnknownValue>(ConfigText.Evaluate($"import Config\nconfig :a, :k, {deep}").Get("a", "k").Value);
        Assert.NotNull(ConfigText.Evaluate($"import Config\nconfig :a, :k, {chain}").Get("a", "k").Value);
    }

    [Theory]
    [InlineData("import Config\n")]
    [InlineData("use Mix.Config\n")]
    [InlineData("import Config\nrequire Logger\n")]
    [InlineData("import Config\nalias Foo.Bar, as: B\n")]
    public void A_file_that_ends_with_a_directive_configures_nothing(string config) =>
        Assert.Empty(ConfigText.Evaluate(config).State.Layers);
}
