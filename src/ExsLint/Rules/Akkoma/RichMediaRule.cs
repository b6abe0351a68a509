using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>:rich_media, ignore_tld</c>: which hosts are never asked for a preview.</summary>
public sealed class RichMediaRule : AkkomaRule
{
    /// <summary>Upstream's (Akkoma 3.16 and Pleroma 2.7, config/config.exs).</summary>
    private static readonly string[] Local = ["local", "localdomain", "lan"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-rich-media-ssrf",
        Title = "Link previews reach the internal network",
        Description = "For the preview of a link that somebody posts, the server fetches the page. The names of "
            + "ignore_tld keep it from hosts of the local network; a list that is written replaces "
            + "upstream's as a whole.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 4.0,
        Cwes = [918],
        Fix = FixApplicability.Unsafe,
        ReferenceUri = Cheatsheet + "#rich_media",
        CreateMessages = () => ConfigMessages.Create(
            ("missing",
                "Anyone can make the server fetch pages of its own network by posting a link, because "
                    + "'ignore_tld' lacks '{0}'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        if (instance.Get("rich_media", "enabled").Value.IsTruthy != false)
        {
            Judge(
                context,
                instance,
                instance.Get("rich_media", "ignore_tld"),
                value => value is ListValue { Rest: null } list && list.Items.All(item => item is BinaryValue)
                    ? JudgeNames([.. list.Items.Cast<BinaryValue>().Select(item => item.Text)])
                    : null,
                _ => null);
        }
    }

    private static Verdict? JudgeNames(List<string> names)
    {
        var missing = Local.Where(name => !names.Contains(name)).ToList();
        if (missing.Count == 0)
        {
            return null;
        }

        var list = names.TrueForAll(name => name.All(char.IsAsciiLetterOrDigit))
            ? string.Join(", ", names.Concat(missing).Select(name => $"\"{name}\""))
            : null;
        return new Verdict(
            "missing",
            [string.Join(", ", missing)],
            list is null ? null : new SettingFix("Ignore local names as well", FixApplicability.Unsafe, $"[{list}]"));
    }
}
