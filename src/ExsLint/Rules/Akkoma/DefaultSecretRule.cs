using System.Globalization;
using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Frameworks.Published;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>secret_key_base</c> of the endpoint, and the salt of live views: upstream publishes what it puts there.</summary>
public sealed class DefaultSecretRule : AkkomaRule
{
    private const string Key = "secret_key_base";

    /// <summary>Shorter keys are refused (Plug 1.19, lib/plug/session/cookie.ex, validate_secret_key_base/1).</summary>
    private const int ShortestKey = 64;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-default-secret",
        Title = "Key that signs sessions is known to everybody",
        Description = "The endpoint's secret_key_base is the one that stands in upstream's public sources, or is "
            + "shorter than the 64 bytes that Plug asks for. Who knows the key signs sessions as any user, "
            + "and makes the media proxy fetch any address.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 9.1,
        Cwes = [321, 1392],
        Fix = FixApplicability.Suggested,
        ReferenceUri = Cheatsheet + "#pleromawebendpoint",
        CreateMessages = () => ConfigMessages.Create(
            ("unset",
                "Anyone can sign sessions as any user, because 'secret_key_base' is not set and upstream's "
                    + "stands in its public sources."),
            ("published",
                "Anyone can sign sessions as any user, because this 'secret_key_base' stands in the public "
                    + "sources of upstream, in '{0}'."),
            ("short",
                "Nobody can log in, and what is signed can be forged, because 'secret_key_base' has only '{0}' "
                    + "of the 64 bytes it needs."),
            ("salt-unset",
                "The 'signing_salt' of 'live_view' is not set, so that it is the one in upstream's public "
                    + "sources."),
            ("salt-published", "This 'signing_salt' of 'live_view' stands in the public sources of upstream, in '{0}'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        var secret = instance.Get(AkkomaInstance.Endpoint, Key);
        JudgeAgainstSources(context, instance, secret, JudgeKey, Verdict.Of("unset", NewSecret));
        if (!secret.Alternatives.Any(value => value is AtomValue || IsPublished(value)))
        {
            JudgeAgainstSources(
                context,
                instance,
                instance.Get(AkkomaInstance.Endpoint, "live_view", "signing_salt"),
                value => Published(value) is { } published
                    ? new Verdict("salt-published", [published.File], Level: DiagnosticLevel.Note)
                    : null,
                Verdict.Of("salt-unset", level: DiagnosticLevel.Note) with { Profile = RuleProfile.Strict });
        }
    }

    private static SettingFix NewSecret => new(
        "Write a key of its own",
        FixApplicability.Suggested,
        "\"<64 characters of chance, as openssl rand -base64 48 prints them here>\"");

    private static PublishedSecret? Published(AbstractValue value) =>
        value is BinaryValue binary ? PublishedSecrets.Find(binary.Bytes.AsSpan(), AkkomaInstance.App) : null;

    private static bool IsPublished(AbstractValue value) => Published(value) is not null;

    private static Verdict? JudgeKey(AbstractValue value)
    {
        if (Published(value) is { } published)
        {
            return new Verdict("published", [published.File], NewSecret);
        }

        return value is BinaryValue { Bytes.Length: < ShortestKey } key && !TemplateText.Is(key.Text)
            ? new Verdict("short", [key.Bytes.Length.ToString(CultureInfo.InvariantCulture)], NewSecret)
            : null;
    }

    /// <summary>
    /// Judges what the instance's own files say. What upstream's base says, or its built-in defaults, counts as not set, and is
    /// reported where all files of the instance are in view.
    /// </summary>
    private static void JudgeAgainstSources(
        ConfigRuleContext context,
        AkkomaInstance instance,
        Setting setting,
        Func<AbstractValue, Verdict?> judge,
        Verdict unset)
    {
        if (context.Model.LayerOver(setting.Value) is not null)
        {
            return;
        }

        if (context.Model.FileOf(setting.Value)?.Role == ConfigFileRole.Base
            && IsPublished(setting.Value))
        {
            Report(context, instance, setting, null, unset);
            return;
        }

        Judge(
            context, instance, setting, judge, value => value is not AbsentValue && instance.IsWhole ? unset : null);
    }
}
