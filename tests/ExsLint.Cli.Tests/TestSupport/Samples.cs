namespace ExsLint.Cli.Tests.TestSupport;

/// <summary>Files with and without a finding.</summary>
internal static class Samples
{
    /// <summary>A config file with one finding, an error, wherever it stands and whatever else is analysed.</summary>
    public const string Faulty = "import Config\n\nconfig :app, key: }\n";

    /// <summary>How the error is reported, behind the path.</summary>
    public const string Finding = ":3:19: error: ";

    /// <summary>The rule of the error.</summary>
    public const string Rule = "syntax-error";

    /// <summary>A config file without a finding.</summary>
    public const string Clean = """
        import Config

        config :logger, level: :info

        """;

    /// <summary>A folder with the faulty file as <c>config/prod.exs</c>.</summary>
    public static TemporaryFolder Project()
    {
        var folder = new TemporaryFolder();
        folder.Write("config/prod.exs", Faulty);
        return folder;
    }

    /// <summary>Whether a report holds the error of <see cref="Faulty"/> in a file.</summary>
    public static bool Reports(this Outcome outcome, string path) =>
        outcome.Output.Split('\n').Any(line => line.StartsWith(path + Finding, StringComparison.Ordinal));
}
