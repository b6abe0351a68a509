using System.Runtime.CompilerServices;
using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Rules;
using ExsLint.Tests.Rules;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Reporting;

/// <summary>Findings as rules report them: of the example instance, and of the rules' pages.</summary>
internal static class Examples
{
    private static readonly string[] InstanceFiles =
        ["config/config.exs", "config/prod.exs", "config/prod.secret.exs", "installation/akkoma.service"];

    /// <summary>The folder of the documentation.</summary>
    public static string Docs => Path.Combine(SourceFolder(), "../../../docs");

    /// <summary>The instance in <c>docs/examples/akkoma</c>.</summary>
    public static LintResult Instance() =>
        Lint(InstanceFiles.ToDictionary(path => path, path => File.ReadAllText(Path.Combine(Docs, "examples/akkoma", path))));

    /// <summary>The first example of a rule's page.</summary>
    public static LintResult FirstOf(string id) => Of(Rules.RulePage.ReadExamples(ExsLint.Rules.RulePage.Read(id)!).First(), id);

    /// <summary>An example of a rule's page.</summary>
    public static LintResult Of(RuleExample example, string id) => Lint(example.Files, id, example.IsStrict, example.Modes);

    /// <summary>A tree of files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="id">The rule whose options are taken; null for the usual ones.</param>
    /// <param name="isStrict">Whether the profile is <c>strict</c> in any case.</param>
    /// <param name="modes">Who may do what with some of the files.</param>
    public static LintResult Lint(
        IReadOnlyDictionary<string, string> files,
        string? id = null,
        bool isStrict = false,
        IReadOnlyDictionary<string, UnixFileMode>? modes = null)
    {
        var tree = new InMemoryProjectFiles([.. files.Select(file => (file.Key, file.Value))]).WithModes(modes);
        return Linter.Lint(
            new Snapshot(tree), RulePageTests.TargetsOf(files.Keys),
            id is null ? new LintOptions() : RulePageTests.OptionsOf(id, isStrict));
    }

    private static string SourceFolder([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;
}
