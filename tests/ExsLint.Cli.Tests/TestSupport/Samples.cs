namespace ExsLint.Cli.Tests.TestSupport;

/// <summary>Files with and without a finding.</summary>
internal static class Samples
{
    /// <summary>A config file with an error.</summary>
    public const string Insecure = """
        import Config

        config :pleroma, Pleroma.Web.Endpoint,
          url: [host: "example.org", scheme: "https", port: 443],
          secure_cookie_flag: false

        """;

    /// <summary>How the error is reported, behind the path.</summary>
    public const string Finding = ":5:23: error: ";

    /// <summary>A config file without a finding.</summary>
    public const string Clean = """
        import Config

        config :logger, level: :info

        """;

    /// <summary>Whether a report holds the error of <see cref="Insecure"/> in a file.</summary>
    public static bool Reports(this Outcome outcome, string path) =>
        outcome.Output.Split('\n').Any(line => line.StartsWith(path + Finding, StringComparison.Ordinal));
}
