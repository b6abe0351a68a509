using System.Text.Json.Nodes;

namespace ExsLint.Cli.Tests.Docs;

/// <summary>What the documentation shows is what its commands print. <c>SNAPSHOT_ACCEPT=1</c> writes it into the pages.</summary>
public sealed class DocTests
{
    public static TheoryData<string> Pages => [.. DocPage.All];

    private static bool IsAccepting =>
        Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") != "true";

    [Theory]
    [MemberData(nameof(Pages))]
    public void Commands_print_what_the_page_says(string path)
    {
        using var page = new DocPage(path);
        var now = page.Run();
        if (now != page.Text && IsAccepting)
        {
            File.WriteAllText(Repository.PathOf(path), now);
            return;
        }

        Assert.Equal(page.Text, now);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Documents_are_those_that_the_page_shows(string path)
    {
        using var page = new DocPage(path);
        page.Run();
        foreach (var (command, json) in page.Documents)
        {
            var printed = page.Print(command);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(printed)), $"{command} prints\n{printed}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_to_files_and_headings(string path)
    {
        foreach (var (target, heading) in Links.Of(Repository.Read(path)))
        {
            var folder = Path.GetDirectoryName(path)!;
            var file = target.Length == 0 ? path : Path.Combine(folder, target);
            Assert.True(Path.Exists(Repository.PathOf(file)), $"{path}: {target} is missing.");
            Assert.True(
                heading is null || Links.Headings(Repository.Read(file)).Contains(heading),
                $"{path}: {target} has no heading '{heading}'.");
        }
    }
}
