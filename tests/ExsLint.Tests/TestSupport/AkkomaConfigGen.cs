using CsCheck;

namespace ExsLint.Tests.TestSupport;

/// <summary>
/// Config files of an instance as people write them: one line or many, settings twice, under conditions, between comments.
/// </summary>
internal static class AkkomaConfigGen
{
    private static readonly Gen<string> Endpoint = Pick(
        "secure_cookie_flag: false", "secure_cookie_flag: true", "secure_cookie_flag: nil # why",
        "http: [ip: {0, 0, 0, 0}, port: 4000]",
        "http: [:inet6, port: 4000]", "http: [port: 4000,]", "http: [\n    ip: {0, 0, 0, 0, 0, 0, 0, 0}\n  ]",
        "url: [host: \"a.example\", scheme: \"https\", port: 443]", "url: [scheme: \"http\"]",
        "port: String.to_integer(System.get_env(\"PORT\"))");

    private static readonly Gen<string> Security = Pick(
        "enabled: false", "enabled: true", "enabled: nil", "sts: false", "sts: true", "referrer_policy: \"unsafe-url\"",
        "referrer_policy: \"\" # todo",
        "sts_max_age: 0", "report_uri: System.get_env(\"URI\")", "enabled: System.get_env(\"ON\") == \"1\"");

    private static readonly Gen<string> Upload = Pick(
        "base_url: \"https://a.example/media\"", "base_url: \"https://m.example/media\"", "uploader: Pleroma.Uploaders.Local");

    private static readonly Gen<string> Call = Gen.OneOf(
        Keywords("Pleroma.Web.Endpoint", Endpoint), Keywords("Pleroma.Web.Endpoint", Endpoint),
        Keywords(":http_security", Security), Keywords("Pleroma.Upload", Upload));

    private static readonly Gen<string> Statement = Gen.OneOf(
        Call,
        Call,
        Call,
        Call.Select(call => $"if System.get_env(\"CDN\") do\n  {call}\nend"),
        Call.Select(call => $"if config_env() == :prod do\n  {call}\nelse\n  {call}\nend"),
        Pick(
            "# a comment", "", "config :logger, level: :info", "config :pleroma, :http_security, true",
            "config :pleroma, configurable_from_database: false", "x = 1"));

    /// <summary>A file with some of the settings; with LF or CRLF, with or without a last line end.</summary>
    public static readonly Gen<string> File = Gen.Select(
        Statement.Array[1, 7],
        Gen.Bool,
        Gen.Bool,
        (statements, isWindows, isEnded) =>
        {
            var text = "import Config\n\n" + string.Join('\n', statements) + (isEnded ? "\n" : "");
            return isWindows ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;
        });

    private static Gen<string> Keywords(string key, Gen<string> pair) => Gen.Select(
        pair.Array[1, 4],
        Gen.Int[0, 3],
        (pairs, style) =>
        {
            var distinct = pairs.DistinctBy(text => text[..text.IndexOf(':', StringComparison.Ordinal)]).ToList();
            var hasComment = distinct.Exists(text => text.Contains('#', StringComparison.Ordinal));
            var lines = string.Join("\n  ", distinct.Select((text, i) => i == distinct.Count - 1 ? text : WithComma(text)));
            return style switch
            {
                0 when !hasComment => $"config :pleroma, {key}, {string.Join(", ", distinct)}",
                1 => $"config :pleroma, {key}, [\n  {lines}\n]",
                2 when !hasComment => $"config(:pleroma, {key}, {string.Join(", ", distinct)})",
                _ => $"config :pleroma, {key},\n  {lines}",
            };
        });

    private static string WithComma(string pair)
    {
        var comment = pair.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? pair + "," : pair[..comment] + "," + pair[comment..];
    }

    private static Gen<string> Pick(params string[] items) => Gen.Int[0, items.Length - 1].Select(index => items[index]);
}
