using System.Collections.Immutable;
using CsCheck;
using ExsLint.Analysis;
using ExsLint.Analysis.Fixing;
using ExsLint.Analysis.Linting;
using ExsLint.Reporting;
using ExsLint.Reporting.Config;
using ExsLint.Reporting.Full;
using ExsLint.Reporting.Json;
using ExsLint.Reporting.Layout;
using ExsLint.Reporting.Sarif;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Semantics.Systemd;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Analysis;

/// <summary>Whatever files a tree has or lacks, an analysis comes to its end and is about files that are there.</summary>
public sealed class TreeShapeTests
{
    private const int Count = 250;

    private static readonly ReportOptions About = new() { Rules = [.. RuleCatalog.All.Select(rule => rule.Descriptor)] };

    private static readonly Gen<TreeCase> Case = Gen.Select(
        TreeGen.Tree,
        Gen.Int[0, 3],
        Gen.Int[0, 5],
        Gen.Bool,
        (entries, environment, named, isStrict) =>
        {
            var options = new LintOptions
            {
                Environment = ((string[])["prod", "prod", "dev", "test"])[environment],
                Profile = isStrict ? RuleProfile.Strict : RuleProfile.Recommended,
            };
            return new TreeCase(entries, TargetsOf(entries, named), options);
        });

    [LongFact]
    public void Nothing_fails_and_findings_are_in_files_that_were_read() => Case.SamplePinned(
        tree =>
        {
            var result = Linter.Lint(new Snapshot(new GeneratedTree(tree.Entries)), tree.Targets, tree.Options);
            Assert.Empty(result.Notifications);
            var read = result.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
            var unreadable = tree.Entries.Where(entry => entry.Kind == TreeEntryKind.Unreadable).Select(entry => entry.Path)
                .ToList();
            Assert.Empty(read.Intersect(unreadable));
            Assert.All(result.Diagnostics, found => Assert.True(
                read.Contains(found.Location.File.Path)
                    || found.Rule.Id == "config-unread"
                    || (found.Rule.Id == "layer-unknown" && unreadable.Contains(found.Location.File.Path)),
                $"{found.Location} {found.Rule.Id}"));
        },
        Count);

    [LongFact]
    public void Every_report_can_be_written_and_the_order_of_the_files_is_nothing_to_it() => Case.SamplePinned(
        tree =>
        {
            var files = new GeneratedTree(tree.Entries);
            var turned = tree.Targets with
            {
                ConfigFiles = [.. tree.Targets.ConfigFiles.Reverse()],
                UnitFiles = [.. tree.Targets.UnitFiles.Reverse()],
            };
            Assert.Equal(
                Render(Linter.Lint(new Snapshot(files), tree.Targets, tree.Options)),
                Render(Linter.Lint(new Snapshot(files), turned, tree.Options)));
        },
        Count / 3);

    [LongFact]
    public void Every_configuration_can_be_printed_and_explained() => Case.SamplePinned(
        tree =>
        {
            var loader = new ConfigModelLoader(
                new Snapshot(new GeneratedTree(tree.Entries)), tree.Options.Environment, EnvironmentVariables.Unknown);
            foreach (var model in loader.Load(tree.Targets.ConfigFiles, tree.Targets.ReportOnly))
            {
                var report = new ConfigReport(model, showsSecrets: false);
                report.WriteJson(withRoot: true, TextWriter.Null);
                if (report.Refusal is null)
                {
                    report.WriteText(new PlainOutput(TextWriter.Null));
                    report.Explain("pleroma.Pleroma.Web.Endpoint.http.ip")?.WriteText(new PlainOutput(TextWriter.Null));
                    report.FindNearest("pleroma.Pleroma.Web.Endpoint.htp");
                }
            }

            Assert.Empty(loader.Faults);
        },
        Count);

    [LongFact]
    public void What_is_fixed_once_stays_fixed() => Case.SamplePinned(
        tree =>
        {
            var options = new FixOptions { Unsafe = true };
            var fixedOnce = FixEngine.Apply(new Snapshot(new GeneratedTree(tree.Entries)), tree.Targets, tree.Options, options);
            Assert.DoesNotContain(
                fixedOnce.Changes,
                change => tree.Entries.Any(entry => entry.Path == change.Path && entry.Kind == TreeEntryKind.Unreadable));
            var fixedTwice = FixEngine.Apply(fixedOnce.Files, tree.Targets, tree.Options, options);
            Assert.Empty(fixedTwice.Changes);
        },
        Count / 5);

    private static string Render(LintResult result)
    {
        var output = new StringWriter();
        SarifReport.Write(result, About, output);
        JsonReport.Write(result, About, output);
        FullReport.Write(result, new PlainOutput(output));
        return output.ToString();
    }

    /// <summary>
    /// What walking finds; or some of the files, named by the user. Some may be gone, or lead nowhere, once they are looked at.
    /// </summary>
    private static LintTargets TargetsOf(TreeEntry[] entries, int named)
    {
        var paths = entries.Where(entry => entry.Kind != TreeEntryKind.Folder).Select(entry => entry.Path).ToArray();
        var configs = paths.Where(path => path.EndsWith(".exs", StringComparison.Ordinal)).ToImmutableArray();
        var units = paths.Where(IsUnit).ToImmutableArray();
        return named < 3
            ? new LintTargets(configs, units)
            : new LintTargets(Some(configs), Some(units), [.. Some(configs), .. Some(units)]);

        ImmutableArray<string> Some(ImmutableArray<string> all) => [.. all.Where((_, index) => index % 3 == named - 3)];
    }

    private static bool IsUnit(string path) => path.EndsWith(".service", StringComparison.Ordinal)
        || path.EndsWith(".socket", StringComparison.Ordinal)
        || path.EndsWith(".conf", StringComparison.Ordinal);

    private sealed record TreeCase(TreeEntry[] Entries, LintTargets Targets, LintOptions Options)
    {
        public override string ToString() =>
            $"{Options.Environment}, {Options.Profile}, only "
                + $"{(Targets.ReportOnly is { } only ? string.Join(" ", only) : "all")}\n"
            + string.Join("\n", Entries.Select(entry => $"--- {entry.Path} ({entry.Kind})\n{entry.Content}"));
    }
}
