namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>What configurations of real applications make use of, each with what Elixir 1.14, 1.18 and 1.20 agree on.</summary>
public sealed class ApplicationConfigTests
{
    /// <summary>What only the machine tells: of a known type, and nothing else is in doubt.</summary>
    [Theory]
    [InlineData(":public_key.cacerts_get() || 1", "result of :public_key.cacerts_get/0")]
    [InlineData("CAStore.file_path() || 1", "result of CAStore.file_path/0")]
    [InlineData(":code.priv_dir(:a)", "result of :code.priv_dir/1")]
    [InlineData("is_binary(Application.app_dir(:a, \"priv\"))", "true")]
    [InlineData("if :public_key.pkix_verify_hostname_match_fun(:https), do: 1, else: 2", "1")]
    [InlineData("is_binary(:crypto.strong_rand_bytes(8))", "true")]
    [InlineData("{node(), Node.self()} |> elem(0) |> is_nil()", "result of node/0")]
    [InlineData("System.schedulers_online() * 2", "result of System.schedulers_online/0")]
    [InlineData("elem(:inet.gethostname(), 0)", ":ok")]
    public void What_only_the_machine_tells_puts_nothing_else_in_doubt(string expression, string value) =>
        Assert.Equal($"before: 1, k: {value}", ConfigText.Settings(
            "config :a, before: 1\ndefmodule Late do\ndef run, do: Config.config(:a, before: 2)\nend\n"
                + $"config :a, k: ({expression})"));

    [Theory]
    [InlineData("env!(\"PORT\", :integer)", "variable PORT of Dotenvy")]
    [InlineData("env!(\"PORT\", :integer) |> is_integer()", "variable PORT of Dotenvy")]
    [InlineData("env!(\"HOST\", :string!, \"x\") |> is_binary()", "true")]
    [InlineData("env!(\"HOST\", :string!) || 1", "variable HOST of Dotenvy")]
    [InlineData("env!(\"HOST\", fn text -> {:host, text} end) |> elem(0)", ":host")]
    public void Variables_of_Dotenvy_are_unknown_and_put_nothing_else_in_doubt(string expression, string value) =>
        Assert.Equal($"before: 1, k: {value}", ConfigText.Settings(
            $"import Dotenvy\nconfig :a, before: 1\nsource!([\".env\", System.get_env()])\nconfig :a, k: ({expression})"));

    /// <summary>Old versions of Dotenvy set what they read.</summary>
    [Fact]
    public void What_the_configuration_has_set_may_be_another_behind_Dotenvy() =>
        Assert.Equal("k: environment variable X", ConfigText.Settings(
            "System.put_env(\"X\", \"1\")\n{:ok, _} = Dotenvy.source([\".env\"])\nconfig :a, k: System.get_env(\"X\")"));

    [Theory]
    [InlineData("put_in(o[:a][:b], 3)[:a]", "[b: 3]")]
    [InlineData("put_in(o[:m].d.e, 6)[:m]", "%{:d => %{:e => 6}}")]
    [InlineData("put_in(o[:zz], 1)[:zz]", "1")]
    [InlineData("update_in(o[:a][:b], &(&1 + 1))[:a]", "[b: 2]")]
    [InlineData("pop_in(o[:m][:d]) |> elem(0)", "%{:e => 2}")]
    [InlineData("pop_in([a: [b: 1]], [Access.all(), :a])", "result of pop_in/2")]
    [InlineData("pop_in([a: 2, b: 3], [Access.filter(&is_tuple/1), :a])", "result of pop_in/2")]
    [InlineData("get_in(o, [:l, Access.all(), :x])", "[1, 2]")]
    [InlineData("get_in(o, [:l, Access.at(1), Access.key!(:x)])", "2")]
    [InlineData("get_in(o, [:t, Access.elem(0)])", "5")]
    [InlineData("get_in(o, [:zz, Access.key(:x, 1)])", "nil")]
    [InlineData("put_in(%{}, [Access.key(:n, %{}), :c], 1)", "%{:n => %{:c => 1}}")]
    [InlineData("update_in(o, [:l, Access.filter(&(&1.x > 1)), :x], &(&1 * 10))[:l]", "[%{:x => 1}, %{:x => 20}]")]
    [InlineData("put_in(o, [:a, :b], System.get_env(\"X\"))[:t]", "{5}")]
    public void Paths_are_followed_as_functions_and_as_macros(string expression, string value) =>
        Assert.Equal($"k: {value}", ConfigText.Settings(
            $"o = [a: [b: 1], m: %{{d: %{{e: 2}}}}, l: [%{{x: 1}}, %{{x: 2}}], t: {{5}}]\nconfig :a, k: ({expression})"));

    /// <summary>From OTP 26 on, atoms are not ordered by their names.</summary>
    [Theory]
    [InlineData("Map.keys(m) |> Enum.sort()", "[:a, :b, :c]")]
    [InlineData("Map.keys(m)", "the order of a map")]
    [InlineData("Map.keys(m) |> hd()", "the order of a map")]
    [InlineData("Enum.sort_by(m, fn {k, _} -> k end) |> Keyword.values()", "[3, 1, nil]")]
    [InlineData("Enum.sort_by(m, fn {_, v} -> is_nil(v) end)", "result of Enum.sort_by/2")]
    [InlineData("Enum.map(m, fn {k, v} -> {k, {v}} end) |> Map.new()", "%{:b => {1}, :a => {3}, :c => {nil}}")]
    [InlineData("Enum.reject(m, fn {_, v} -> is_nil(v) end) |> Enum.into(%{})", "%{:b => 1, :a => 3}")]
    [InlineData("for({_, v} <- m, v, do: v) |> Enum.sum()", "4")]
    [InlineData("Map.values(m) |> Enum.filter(& &1) |> Enum.max()", "3")]
    [InlineData("Map.values(%{a: 1, b: 1.0}) |> Enum.max()", "the order of a map")]
    [InlineData("Map.values(%{a: 1, b: 1.5}) |> Enum.sum()", "the order of a map")]
    [InlineData("{Enum.any?(m, fn {_, v} -> is_nil(v) end), Enum.all?(m, fn {k, _} -> is_atom(k) end)}", "{true, true}")]
    [InlineData("(if System.get_env(\"X\"), do: Map.keys(m), else: Map.keys(%{a: 1, d: 2})) |> Enum.sort()",
        "[:a, :b, :c] or [:a, :d]")]
    public void What_comes_of_a_map_is_known_where_its_order_does_not_matter(string expression, string value) =>
        Assert.Equal($"k: {value}", ConfigText.Settings($"m = %{{b: 1, a: 3, c: nil}}\nconfig :a, k: ({expression})"));

    /// <summary>What may go is in some of the lists, and is no value for which it goes.</summary>
    [Theory]
    [InlineData("Enum.reject([a: x, b: 1], fn {_, v} -> is_nil(v) end)", "[a: environment variable X or nothing, b: 1]")]
    [InlineData("Enum.reject([a: x, b: 1], fn {_, v} -> is_nil(v) end)[:b]", "1")]
    [InlineData("Enum.filter([x, \"a\"], & &1) |> Enum.map(&is_binary/1)", "[true, true] or [true]")]
    [InlineData("Enum.filter([if(x, do: {:a, 1}), {:b, 2}], & &1)", "[a: 1 or nothing, b: 2]")]
    [InlineData("Keyword.filter([a: (if x, do: 1, else: 2)], fn {_, v} -> v < 5 end)", "[a: 1 or 2]")]
    [InlineData("Keyword.reject([a: (if x, do: 1, else: nil)], fn {_, v} -> v + 0 == 2 end)", "[a: 1]")]
    [InlineData("Map.reject(%{a: x, b: 1}, fn {_, v} -> is_nil(v) end).b", "1")]
    [InlineData("Enum.reject([a: x, b: y, c: z, d: u, e: 1], fn {_, v} -> is_nil(v) end)[:e]", "1")]
    [InlineData("Enum.reject([a: x, b: y, c: z, d: u, e: 1], fn {_, v} -> is_nil(v) end)[:a]", "environment variable X or nil")]
    [InlineData("Enum.count([a: x, b: 1], fn {_, v} -> v end)", "2 or 1")]
    public void What_may_be_filtered_out_is_one_of_several(string expression, string value) =>
        Assert.Equal($"k: {value}", ConfigText.Settings(
            $"[x, y, z, u] = Enum.map(~w(X Y Z U), &System.get_env/1)\nconfig :a, k: ({expression})"));

    [Theory]
    [InlineData("\"#{~D[2020-01-02]} #{~T[01:02:03.40]}\"", "\"2020-01-02 01:02:03.40\"")]
    [InlineData("\"#{~N[2020-01-02 03:04:05]} #{~U[2020-01-02 03:04:05Z]}\"", "\"2020-01-02 03:04:05 2020-01-02 03:04:05Z\"")]
    [InlineData("~U[2020-01-02T03:04:05.6+00:00].microsecond", "{600000, 1}")]
    [InlineData("Date.new(2021, 2, 29)", "{:error, :invalid_date}")]
    [InlineData("Date.from_iso8601!(\"2020-02-29\") |> Date.add(1) |> Date.to_iso8601()", "\"2020-03-01\"")]
    [InlineData("Date.from_iso8601(\"2020-2-29\")", "{:error, :invalid_format}")]
    [InlineData("{Date.diff(~D[2020-03-01], ~D[2020-02-01]), Date.compare(~D[2020-03-01], ~D[2020-02-01])}", "{29, :gt}")]
    [InlineData("Date.new(10_000, 1, 1)", "result of Date.new/3")]
    [InlineData("Date.utc_today()", "result of Date.utc_today/0")]
    [InlineData("Time.new!(1, 2, 3) |> Time.to_iso8601()", "\"01:02:03\"")]
    [InlineData(
        "NaiveDateTime.from_iso8601!(\"2020-01-02T03:04:05\") |> NaiveDateTime.to_date() |> to_string()", "\"2020-01-02\"")]
    [InlineData("DateTime.from_unix!(1577934245) |> DateTime.to_iso8601()", "\"2020-01-02T03:04:05Z\"")]
    [InlineData("elem(DateTime.from_iso8601(\"2020-01-02T00:30:00+01:00\"), 1) |> to_string()", "\"2020-01-01 23:30:00Z\"")]
    [InlineData("DateTime.to_unix(~U[1969-12-31 23:59:59.5Z])", "-1")]
    [InlineData("try do Date.before?(~D[2020-01-02], ~D[2020-01-03]) rescue _ -> :old end", "true or :old")]
    public void Dates_and_times_are_computed(string expression, string value) =>
        Assert.Equal($"k: {value}", ConfigText.Settings($"config :a, k: ({expression})"));

    [Theory]
    [InlineData("+(-0.0)", "the sign of zero")]
    [InlineData("+0.0", "0.0")]
    public void The_sign_of_zero_is_known_where_versions_agree(string expression, string value) =>
        Assert.Equal($"k: {value}", ConfigText.Settings($"config :a, k: ({expression})"));

    /// <summary>It came with Elixir 1.18.</summary>
    [Fact]
    public void What_was_configured_so_far_is_unknown_and_puts_nothing_in_doubt() => Assert.Equal(
        "before: 1, k: result of read_config/1", ConfigText.Settings("config :a, before: 1\nconfig :a, k: read_config(:a)"));

    [Theory]
    [InlineData("Keyword.merge([a: 1, b: 2], o)[:a]", "1 or result of Application.get_env/2")]
    [InlineData("Keyword.merge(o, [a: 1, b: 2])[:b]", "2")]
    [InlineData("Keyword.merge([a: 1], o) |> Keyword.merge([a: 3]) |> Keyword.get(:a)", "3")]
    [InlineData("Keyword.merge(o, [])", "result of Application.get_env/2")]
    public void A_merge_with_an_unknown_list_keeps_what_it_may_not_replace(string expression, string value) =>
        Assert.Equal($"k: {value}", ConfigText.Settings($"o = Application.get_env(:b, :c)\nconfig :a, k: ({expression})"));

    /// <summary>Up to Elixir 1.18 what is given is turned around.</summary>
    [Theory]
    [InlineData("Keyword.validate!([b: 1, a: 2], [:a, b: 2, c: 3])", "[c: 3, a: 2, b: 1]")]
    [InlineData("Keyword.validate!([b: 1, a: 2], [:a, b: 2, c: 3])[:b]", "1")]
    [InlineData("Keyword.validate([z: 1, y: 2], [:a])", "{:error, [:y, :z]}")]
    [InlineData("Keyword.pop_first([a: 1, a: 2], :a)", "{1, [a: 2]}")]
    [InlineData("Map.pop_lazy(%{a: 1}, :b, fn -> 2 end)", "{2, %{:a => 1}}")]
    [InlineData("Keyword.split_with([a: 1, b: 2], fn {_, v} -> v > 1 end)", "{[b: 2], [a: 1]}")]
    [InlineData("try do Map.intersect(%{a: 1}, %{a: 2}) rescue _ -> 5 end", "%{:a => 2} or 5")]
    public void Options_are_validated_popped_and_split(string expression, string value) =>
        Assert.Equal($"k: {value}", ConfigText.Settings($"config :a, k: ({expression})"));
}
