using System.Text.RegularExpressions;

namespace ExsLint.Tests.Rules;

/// <summary>The executable examples of a rule's page.</summary>
internal static partial class RulePage
{
    private const string DefaultUnitFile = "akkoma.service";
    private const string DefaultConfigFile = "config/prod.exs";

    /// <summary>How the page of a rule ends: where to say that a finding of it is wrong.</summary>
    public static string FalseAlarm(string id) =>
        $"- [Report a false alarm]({Product.Url}/issues/new?title=False%20alarm%20of%20{id})";

    /// <summary>
    /// Reads the examples. One starts at an input block; several input blocks before the report block form one tree; the blocks
    /// <c>report</c> and <c>fixed</c> belong to the example above them; of <c>report strict</c> the profile is <c>strict</c>. The
    /// file of a block with the word <c>bom</c> starts with
    /// a byte order mark; <c>mode=644</c> says who may do what with it.
    /// </summary>
    public static IEnumerable<RuleExample> ReadExamples(string markdown)
    {
        RuleExample? example = null;
        foreach (Match block in Block().Matches(markdown))
        {
            var words = block.Groups["info"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var mark = words.Contains("bom") ? "\ufeff" : "";
            var text = mark + block.Groups["text"].Value;
            var file = words.FirstOrDefault(word => word.StartsWith("file=", StringComparison.Ordinal))?["file=".Length..];
            if (words is ["report", ..])
            {
                example = example! with { Report = text, IsStrict = words.Contains("strict") };
            }
            else if (words is ["systemd" or "elixir", ..] && words.Contains("fixed"))
            {
                var fixedFile = file ?? example!.Files.Keys.First();
                example = example! with { Fixed = new Dictionary<string, string>(example.Fixed) { [fixedFile] = text } };
            }
            else if (words is ["systemd" or "elixir", ..])
            {
                if (example is { Report: null, Fixed.Count: 0 })
                {
                    example.Files[file!] = text;
                    AddMode(example, file!, words);
                    continue;
                }

                if (example is not null)
                {
                    yield return example;
                }

                var name = file ?? (words[0] == "systemd" ? DefaultUnitFile : DefaultConfigFile);
                example =
                    new RuleExample(new Dictionary<string, string> { [name] = text }, null, new Dictionary<string, string>());
                AddMode(example, name, words);
            }
        }

        if (example is not null)
        {
            yield return example;
        }
    }

    private static void AddMode(RuleExample example, string file, string[] words)
    {
        if (Array.Find(words, word => word.StartsWith("mode=", StringComparison.Ordinal)) is { } mode)
        {
            example.Modes[file] = (UnixFileMode)Convert.ToInt32(mode["mode=".Length..], 8);
        }
    }

    [GeneratedRegex("^```(?<info>[^`\n]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}

/// <summary>
/// An example: the files of a tree, the exact report of the page's own rule if it is given, and files after the fix.
/// </summary>
internal sealed record RuleExample(Dictionary<string, string> Files, string? Report, IReadOnlyDictionary<string, string> Fixed)
{
    /// <summary>Who may do what with some of the files.</summary>
    public Dictionary<string, UnixFileMode> Modes { get; init; } = [];

    /// <summary>Whether the report is that of the profile <c>strict</c>, though the rule is of a smaller one.</summary>
    public bool IsStrict { get; init; }
}
