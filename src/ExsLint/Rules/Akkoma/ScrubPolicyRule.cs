using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>:markup, scrub_policy</c>: what takes scripts out of the HTML of posts.</summary>
public sealed class ScrubPolicyRule : AkkomaRule
{
    private const string Upstream = "Elixir.Pleroma.HTML.Scrubber.";
    private const string Library = "Elixir.FastSanitize.Sanitizer.";

    /// <summary>Changes the addresses of images and lets all else through (Akkoma 3.16, priv/scrubbers/media_proxy.ex).</summary>
    private const string MediaProxy = "Elixir.Pleroma.HTML.Transform.MediaProxy";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-scrub-policy",
        Title = "HTML of posts is not cleaned",
        Description = "No scrubber of scrub_policy takes scripts and handlers out of the HTML that users and other "
            + "instances send. It runs in the browsers of all who see the post.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 8.0,
        Cwes = [79],
        Fix = FixApplicability.Unsafe,
        ReferenceUri = Cheatsheet + "#markup",
        CreateMessages = () => ConfigMessages.Create(
            ("none",
                "Scripts in posts of anyone, other instances included, run in visitors' browsers, because "
                    + "'scrub_policy' has no scrubber."),
            ("custom",
                "Whether scripts in posts run in visitors' browsers depends on '{0}', because 'scrub_policy' "
                    + "has none of upstream's scrubbers.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        var fix = new SettingFix(
            "Use upstream's scrubbers",
            FixApplicability.Unsafe,
            "[Pleroma.HTML.Scrubber.Default, Pleroma.HTML.Transform.MediaProxy]");
        Judge(
            context,
            instance,
            instance.Get("markup", "scrub_policy"),
            value => value switch
            {
                // nil and what is no list at all is another matter: upstream's own takes its place, or nothing works.
                AtomValue { IsNil: false } module => JudgeAll([module], fix),
                ListValue { Rest: null } list => JudgeAll([.. list.Items], fix),
                _ => null,
            },
            _ => null);
    }

    private static Verdict? JudgeAll(List<AbstractValue> modules, SettingFix fix)
    {
        if (!modules.TrueForAll(module => module is AtomValue) || modules.Exists(IsScrubber))
        {
            return null;
        }

        return modules.Find(module => module is not AtomValue { Name: MediaProxy }) is { } custom
            ? new Verdict("custom", [custom.ToString()], fix, DiagnosticLevel.Note)
            : Verdict.Of("none", fix);
    }

    private static bool IsScrubber(AbstractValue module) => module is AtomValue { Name: var name }
        && (name.StartsWith(Upstream, StringComparison.Ordinal) || name.StartsWith(Library, StringComparison.Ordinal));
}
