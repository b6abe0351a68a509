using System.Collections.Immutable;
using ExsLint.Rules;
using ExsLint.Semantics;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Analysis;

/// <summary>Placeholder: knows one textual pattern, so that reports and commands can be tried end to end.</summary>
public static class Linter
{
    private const string Flag = "secure_cookie_flag: false";

    /// <summary>Reads the targets and reports the pattern.</summary>
    public static LintResult Lint(IProjectFiles files, LintTargets targets, LintOptions options)
    {
        _ = options;
        var read = targets.ConfigFiles.Concat(targets.UnitFiles).Select(files.Read).OfType<SourceFile>()
            .OrderBy(file => file.Path, StringComparer.Ordinal).ToImmutableArray();
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var file in read)
        {
            var at = file.Content.IndexOf(Flag, StringComparison.Ordinal);
            if (at >= 0 && targets.ReportOnly?.Contains(file.Path) != false)
            {
                found.Add(new Diagnostic
                {
                    Rule = RuleCatalog.All[0].Descriptor,
                    Level = RuleCatalog.All[0].Descriptor.Level,
                    MessageId = "insecure",
                    Arguments = ["false"],
                    Location = new Location(file, TextSpan.FromBounds(at + Flag.Length - 5, at + Flag.Length)),
                    SettingPath = "pleroma.Pleroma.Web.Endpoint.secure_cookie_flag",
                });
            }
        }

        return new LintResult(found.ToImmutable(), read, []);
    }
}
