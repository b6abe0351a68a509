using ExsLint.Analysis;
using ExsLint.Rules;
using ExsLint.Tests.Rules.Phoenix;

namespace ExsLint.Tests.Rules.Secrets;

/// <summary>Lints configurations of an application that is no known framework's.</summary>
internal static class SecretText
{
    /// <summary>The findings for a project whose <c>prod.exs</c> has these settings: the rules and messages.</summary>
    public static string InProd(string settings) => Brief(
        ("config/config.exs", "import Config\nimport_config \"prod.exs\"\n"),
        ("config/prod.exs", $"import Config\n{settings}\n"));

    /// <summary>The findings for a tree, one a line: <c>error secrets-literal/named</c>.</summary>
    public static string Brief(params (string Path, string Content)[] files) => PhoenixText.Brief(Lint(files));

    /// <summary>All findings for a tree.</summary>
    public static LintResult Lint(params (string Path, string Content)[] files) =>
        PhoenixText.Lint(RuleProfile.Recommended, files);
}
