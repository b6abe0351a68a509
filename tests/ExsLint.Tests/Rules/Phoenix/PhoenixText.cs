using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Rules;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Rules.Phoenix;

/// <summary>Lints Phoenix projects written in a test.</summary>
internal static class PhoenixText
{
    private const string Base = """
        import Config
        config :shop, ShopWeb.Endpoint, url: [host: "shop.example", scheme: "https", port: 443]

        """;

    /// <summary>The findings for a project whose <c>prod.exs</c> has these settings: the rule, the level and the place.</summary>
    /// <param name="settings">What stands behind <c>import Config</c>.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="dependencies">The versions in <c>mix.lock</c>: <c>phoenix 1.8.1</c>; none for no lock.</param>
    public static string InProd(
        string settings, RuleProfile profile = RuleProfile.Recommended, params string[] dependencies) => Brief(Lint(
            profile,
            [
                ("config/config.exs", Base + "import_config \"prod.exs\"\n"),
                ("config/prod.exs", "import Config\n" + settings + "\n"),
                .. Lock(dependencies),
            ]));

    /// <summary>The findings for a project whose <c>runtime.exs</c> has these settings.</summary>
    public static string InRuntime(
        string settings, RuleProfile profile = RuleProfile.Recommended, params string[] dependencies) => Brief(Lint(
            profile,
            [
                ("config/config.exs", Base),
                ("config/runtime.exs", "import Config\n" + settings + "\n"),
                .. Lock(dependencies),
            ]));

    /// <summary>All findings for a tree.</summary>
    public static LintResult Lint(RuleProfile profile, (string Path, string Content)[] files) =>
        Lint(profile, new InMemoryProjectFiles(files), files);

    /// <summary>All findings for a tree of which git knows something.</summary>
    public static LintResult Lint(
        RuleProfile profile, InMemoryProjectFiles tree, (string Path, string Content)[] files) => Linter.Lint(
            new Snapshot(tree),
            new LintTargets(
                [.. files.Select(file => file.Path).Where(path => path.StartsWith("config/", StringComparison.Ordinal))], []),
            new LintOptions { Profile = profile });

    /// <summary>What was found, one finding a line: <c>error phoenix-debug-errors</c>.</summary>
    public static string Brief(LintResult result) => string.Join(
        '\n', result.Diagnostics.Select(finding => $"{Word(finding.Level)} {finding.Rule.Id}/{finding.MessageId}"));

    private static string Word(DiagnosticLevel level) => level switch
    {
        DiagnosticLevel.Error => "error",
        DiagnosticLevel.Warning => "warning",
        _ => "note",
    };

    private static (string, string)[] Lock(string[] dependencies) => dependencies.Length == 0
        ? []
        : [("mix.lock", $"%{{{string.Join(", ", dependencies.Select(dependency => Entry(dependency.Split(' '))))}}}\n")];

    private static string Entry(string[] parts) =>
        $"\"{parts[0]}\": {{:hex, :{parts[0]}, \"{parts[1]}\", \"abc\", [:mix], [], \"hexpm\", \"def\"}}";
}
