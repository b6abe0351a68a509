namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>How calls of <c>config</c> merge; each case was run with Elixir's own <c>Config</c>.</summary>
public sealed class ConfigMergeTests
{
    [Theory]
    [InlineData(
        "config :a, :k, x: 1, y: [p: 1, q: 2]\nconfig :a, :k, y: [q: 3, r: 4], z: 5", "k: [x: 1, y: [p: 1, q: 3, r: 4], z: 5]")]
    [InlineData("config :a, :k, x: [z: 1, w: 1]\nconfig :a, :k, x: [z: 2]", "k: [x: [w: 1, z: 2]]")]
    [InlineData("config :a, :k, x: 1\nconfig :a, :k, nil", "k: nil")]
    [InlineData("config :a, :k, nil\nconfig :a, :k, x: 1", "k: [x: 1]")]
    [InlineData("config :a, :k, x: 1\nconfig :a, :k, []", "k: [x: 1]")]
    [InlineData("config :a, :k, x: [1, 2]\nconfig :a, :k, x: []", "k: [x: []]")]
    [InlineData("config :a, :k, m: %{x: 1}\nconfig :a, :k, m: %{y: 2}", "k: [m: %{:y => 2}]")]
    [InlineData("config :a, :k, http: [ip: 1]\nconfig :a, :k, http: [:inet6, port: 4000]", "k: [http: [:inet6, {:port, 4000}]]")]
    [InlineData("config :a, :k, l: [{Foo, a: 1}]\nconfig :a, :k, l: [{Foo, b: 2}]", "k: [l: [{Foo, [a: 1, b: 2]}]]")]
    [InlineData("config :a, :k, l: [{\"x\", 1}]\nconfig :a, :k, l: [{\"y\", 2}]", "k: [l: [{\"y\", 2}]]")]
    [InlineData("config :a, :k, o: [x: 1, x: 2]", "k: [o: [x: 1, x: 2]]")]
    [InlineData("config :a, :k, o: [x: 1, x: 2]\nconfig :a, :k, o: [x: 3]", "k: [o: [x: 3]]")]
    [InlineData("config :a, :k, ssl: [verify: :verify_peer]\nconfig :a, :k, ssl: true", "k: [ssl: true]")]
    [InlineData("config :a, :x, p: 1\nconfig :a, x: [q: 2]", "x: [p: 1, q: 2]")]
    [InlineData("config :a, x: 1, y: 2\nconfig :a, x: 3", "y: 2, x: 3")]
    public void Calls_merge_as_Config_does(string config, string expected) =>
        Assert.Equal(expected, ConfigText.Settings(config));

    [Fact]
    public void An_import_takes_effect_where_it_stands() => Assert.Equal(
        "k: 3",
        ConfigText.Settings(
            "config :a, k: 1\nimport_config \"other.exs\"\nconfig :a, k: 3",
            ("config/other.exs", "import Config\nconfig :a, k: 2")));

    [Theory]
    [InlineData("\"#{Mix.env()}.exs\"")]
    [InlineData("\"#{config_env()}.exs\"")]
    [InlineData("\"prod.exs\"")]
    [InlineData("Path.join(__DIR__, \"prod.exs\")")]
    [InlineData("\"../config/prod.exs\"")]
    public void An_import_is_found_by_any_way_of_naming_it(string target) => Assert.Equal(
        "k: 2",
        ConfigText.Settings($"config :a, k: 1\nimport_config {target}", ("config/prod.exs", "import Config\nconfig :a, k: 2")));

    [Fact]
    public void The_runtime_file_is_merged_as_a_whole() => Assert.Equal(
        "x: [a: 1, b: 2]",
        ConfigText.Settings(
            "config :a, x: [a: 1]", ("config/runtime.exs", "import Config\nconfig :a, x: 5\nconfig :a, x: [b: 2]")));

    [Fact]
    public void A_key_that_occurs_twice_in_one_call_stays_there_twice() =>
        Assert.Equal("x: 1, x: 2", ConfigText.Settings("config :a, x: 1, x: 2"));
}
