using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>extra_cookie_attrs</c> of the endpoint: which other sites may send the session cookie along.</summary>
public sealed class CookieAttributesRule : AkkomaRule
{
    private const string Lax = "SameSite=Lax";
    private const string Name = "samesite=";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-cookie-attrs",
        Title = "Other sites can send the session cookie along",
        Description = "The extra_cookie_attrs of the endpoint let browsers send the session cookie with requests "
            + "that other sites start, so that these act as the visitor.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 5.0,
        Cwes = [1275],
        Fix = FixApplicability.Unsafe,
        ReferenceUri = Cheatsheet + "#pleromawebendpoint",
        CreateMessages = () => ConfigMessages.Create(
            ("none",
                "Any site can make requests with a visitor's session, because 'extra_cookie_attrs' has "
                    + "'SameSite=None'."),
            ("no-same-site",
                "Whether other sites can make requests with a visitor's session is left to the browser, because "
                    + "'extra_cookie_attrs' has no 'SameSite'."),
            ("compile-time",
                "'extra_cookie_attrs' is read when the release is built, so that what is written here has no "
                    + "effect.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance) => Judge(
        context,
        instance,
        instance.Get(AkkomaInstance.Endpoint, "extra_cookie_attrs"),
        value => JudgeAttributes(value) is { } verdict && instance.IsTooLate(value)
            ? Verdict.Of("compile-time", level: DiagnosticLevel.Note)
            : JudgeAttributes(value),
        _ => null);

    /// <summary>They are joined with semicolons (Akkoma 3.16, lib/pleroma/web/endpoint.ex).</summary>
    private static Verdict? JudgeAttributes(AbstractValue value)
    {
        if (value is not ListValue { Rest: null } list)
        {
            return null;
        }

        var texts = new List<string>();
        foreach (var item in list.Items)
        {
            if (item is BinaryValue binary)
            {
                texts.AddRange(binary.Text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            }
        }

        var isAllKnown = list.Items.All(item => item is BinaryValue);
        var sites = texts.FindAll(text => text.StartsWith(Name, StringComparison.OrdinalIgnoreCase));
        return sites.Exists(site => site.AsSpan(Name.Length).Trim().Equals("none", StringComparison.OrdinalIgnoreCase))
            ? Verdict.Of("none", FixFor(texts, isAllKnown))
            : sites.Count == 0 && isAllKnown
                ? Verdict.Of("no-same-site", FixFor(texts, isAllKnown), DiagnosticLevel.Note)
            : null;
    }

    private static SettingFix? FixFor(List<string> texts, bool isAllKnown)
    {
        var kept = texts.FindAll(text => !text.StartsWith(Name, StringComparison.OrdinalIgnoreCase));
        return isAllKnown && kept.TrueForAll(IsPlain)
            ? new SettingFix(
                $"Use {Lax}", FixApplicability.Unsafe, $"[{string.Join(", ", kept.Append(Lax).Select(text => $"\"{text}\""))}]")
            : null;
    }
    private static bool IsPlain(string text) =>
        text.All(character => char.IsAsciiLetterOrDigit(character) || character is '=' or '-');
}
