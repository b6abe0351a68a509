using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ExsLint.Rules;
using Microsoft.CodeAnalysis.Sarif;

namespace ExsLint.Reporting.Sarif;

/// <summary>
/// Messages of rules and results. SARIF wants each to say something of the very finding (rule SARIF2014 of its validator): one
/// without a placeholder names its setting in a second sentence.
/// </summary>
internal static class SarifMessages
{
    /// <summary>A rule's messages, by name.</summary>
    public static Dictionary<string, MultiformatMessageString> Strings(RuleDescriptor rule) => rule.Messages.ToDictionary(
        message => message.Key,
        message =>
            new MultiformatMessageString
            {
                Text = HasPlaceholder(message.Value) ? message.Value
                : $"{message.Value} {Setting("{0}")}"
            });

    /// <summary>A result's message: its text, and what the text was made from.</summary>
    public static Message Result(Diagnostic diagnostic, ImmutableArray<RelatedLocation> related)
    {
        var hasPlaceholder = HasPlaceholder(diagnostic.Rule.Messages[diagnostic.MessageId]);
        var text = hasPlaceholder ? diagnostic.Message : $"{diagnostic.Message} {Setting(diagnostic.Setting.Text)}";
        return new Message
        {
            Text = SarifText.Plain(text) + Links(related),
            Id = diagnostic.MessageId,
            Arguments = [.. (hasPlaceholder ? diagnostic.Arguments : [diagnostic.Setting.Text]).Select(SarifText.Plain)],
        };
    }

    private static bool HasPlaceholder(string text) => text.Contains("{0}", StringComparison.Ordinal);

    private static string Setting(string path) => $"Setting: '{path}'.";

    /// <summary>A link to each related location: GitHub shows only those that the text links to.</summary>
    private static string Links(ImmutableArray<RelatedLocation> related)
    {
        var links = new StringBuilder();
        for (var i = 0; i < related.Length; i++)
        {
            var label = SarifText.Label(related[i].Message.TrimEnd('.'));
            links.Append(CultureInfo.InvariantCulture, $" [{label}]({i + 1}).");
        }

        return links.ToString();
    }
}
