using System.Text;
using System.Text.RegularExpressions;

namespace ExsLint.Cli.Tests.Docs;

/// <summary>
/// A page of the documentation whose fenced blocks are run. A block with <c>file=PATH</c> is a file of the page's folder. A block
/// <c>console</c> holds commands behind <c>$ </c> and below each what it prints, on both streams; <c>console example</c> runs in
/// a copy of the example project, <c>console repository</c> in the repository. A comment with a command above a block <c>json</c>
/// says that its output is equal to the block as JSON.
/// </summary>
internal sealed partial class DocPage : IDisposable
{
    private const string Prompt = "$ ";

    private readonly TemporaryFolder _folder = new();

    /// <summary>Reads a page.</summary>
    /// <param name="path">Its path in the repository.</param>
    public DocPage(string path)
    {
        Path = path;
        Text = Repository.Read(path);
    }

    /// <summary>The pages that are run, relative to the repository.</summary>
    public static IEnumerable<string> All => Directory.GetFiles(Repository.PathOf("docs"), "*.md")
        .Select(path => $"docs/{System.IO.Path.GetFileName(path)}")
        .Append("README.md")
        .Order(StringComparer.Ordinal);

    /// <summary>The path in the repository.</summary>
    public string Path { get; }

    /// <summary>The text on record.</summary>
    public string Text { get; }

    /// <summary>What the comments with commands and the JSON below each promise.</summary>
    public IEnumerable<(string Command, string Json)> Documents =>
        Document().Matches(Text).Select(match => (match.Groups["command"].Value, match.Groups["json"].Value));

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    /// <summary>The text with what its commands print today.</summary>
    public string Run()
    {
        return Block().Replace(Text, match =>
        {
            var words = match.Groups["info"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var file = words.FirstOrDefault(word => word.StartsWith("file=", StringComparison.Ordinal));
            if (file is not null)
            {
                _folder.Write(file["file=".Length..], match.Groups["text"].Value);
            }

            return words is ["console", .. var where]
                ? $"```{match.Groups["info"].Value}\n{RunAll(match.Groups["text"].Value, where.FirstOrDefault())}```"
                : match.Value;
        });
    }

    /// <summary>What a command prints in the page's folder, its errors left out.</summary>
    public string Print(string command) => Exslint.RunShell(_folder, Shell(command)).Output;

    private string RunAll(string block, string? where)
    {
        using var example = where == "example" ? CopyOfExample() : null;
        var printed = new StringBuilder();
        foreach (var command in block.Split('\n').Where(line => line.StartsWith(Prompt, StringComparison.Ordinal))
            .Select(line => line[Prompt.Length..]))
        {
            var line = Shell($"{{ {command}; }} 2>&1");
            var outcome = where == "repository"
                ? Exslint.RunProgram(Repository.Root, "/bin/sh", new Dictionary<string, string>(), "-c", line)
                : Exslint.RunShell(example ?? _folder, line);
            printed.Append(Prompt).Append(command).Append('\n').Append(outcome.Output);
        }

        return printed.ToString();
    }

    private static string Shell(string command) => $"exslint() {{ \"$EXSLINT\" \"$@\"; }}\n{command}";

    private static TemporaryFolder CopyOfExample()
    {
        var folder = new TemporaryFolder();
        var source = Repository.PathOf("docs/examples/akkoma");
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            folder.Write(System.IO.Path.GetRelativePath(source, file), File.ReadAllText(file));
        }

        return folder;
    }

    [GeneratedRegex("^```(?<info>[^`\n]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(
        "^<!-- \\$ (?<command>[^\n]+) -->\n+```json\n(?<json>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Document();
}
