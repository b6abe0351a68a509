using System.Text.Json;

namespace ExsLint.Cli.Tests.Fixing;

/// <summary>Whoever applies a fix of a SARIF report gets the bytes that <c>fix</c> writes.</summary>
public sealed class SarifFixTests
{
    [LongFact]
    public void Each_fix_of_the_example_instance()
    {
        var applied = 0;
        using var folder = new TemporaryFolder();
        CopyExample(folder);
        using var log = JsonDocument.Parse(Exslint.Run(folder, "check", "--format", "sarif").Output);
        var fixes = SarifApplier.Fixes(log.RootElement).ToList();
        foreach (var (rule, fix) in fixes.Where(
            pair => fixes.Count(other => other.Rule == pair.Rule) == 1 && !IsSuggestion(pair.Fix)))
        {
            CopyExample(folder);
            SarifApplier.Apply(fix, folder.Root);
            var expected = Texts(folder);
            CopyExample(folder);
            Assert.Contains(
                "1 finding fixed", Exslint.Run(folder, "fix", "--unsafe", "--select", rule).Error, StringComparison.Ordinal);
            Assert.Equal(expected, Texts(folder));
            applied++;
        }

        Assert.True(applied >= 10, $"only {applied} fixes");
    }

    private static bool IsSuggestion(JsonElement fix) =>
        fix.GetProperty("description").GetProperty("text").GetString()!.Contains("blank", StringComparison.Ordinal);

    private static void CopyExample(TemporaryFolder folder)
    {
        var source = Repository.PathOf("docs/examples/akkoma");
        foreach (var path in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            folder.Write(Path.GetRelativePath(source, path), File.ReadAllText(path));
        }
    }

    private static string Texts(TemporaryFolder folder) => string.Concat(Directory
        .EnumerateFiles(folder.Root, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(path => $"--- {path}\n{File.ReadAllText(path)}"));
}
