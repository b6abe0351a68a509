using System.Collections.Frozen;
using ExsLint.Edits;
using ExsLint.Frameworks;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Tls;

/// <summary><c>versions:</c> of TLS that RFC 8996 forbids, as they are written or as <c>cipher_suite:</c> sets them.</summary>
public sealed class OldVersionsRule : LibraryRule
{
    // From this release on, :compatible sets TLS 1.2 and 1.3 only (Plug 1.18.1 and 1.19.0, lib/plug/ssl.ex).
    private const int MajorWithoutOld = 1;
    private const int MinorWithoutOld = 19;

    private static readonly FrozenSet<string> Old =
        FrozenSet.Create(StringComparer.Ordinal, "tlsv1", "tlsv1.1", "sslv3", "sslv2");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "tls-old-versions",
        Title = "Old versions of TLS are accepted",
        Description = "Connections may use TLS 1.0, TLS 1.1 or SSL, which RFC 8996 forbids: who is on the way can make both "
            + "sides use the old version and attack its weak hashes and ciphers.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 7.0,
        Cwes = [327],
        Fix = FixApplicability.Unsafe,
        ReferenceUri = "https://www.rfc-editor.org/rfc/rfc8996",
        CreateMessages = () => ConfigMessages.Create(
            ("versions", "Connections may use '{0}', which RFC 8996 forbids."),
            ("compatible", "Connections may use TLS 1.0 and 1.1, because ':compatible' sets them in Plug '{0}'."),
            ("compatible-unknown",
                "Connections may use TLS 1.0 and 1.1 if Plug is older than 1.19.0, in which ':compatible' sets them.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, MixApplication application)
    {
        JudgeAll(context, application, "versions", (_, value) => JudgeVersions(value));
        JudgeAll(context, application, "allowed_tls_versions", (_, value) => JudgeVersions(value));
        JudgeAll(
            context,
            application,
            "cipher_suite",
            (holder, value) => value is AtomValue { Name: "compatible" } ? JudgeCompatible(application, holder) : null);
    }

    private static Verdict? JudgeVersions(AbstractValue value)
    {
        if (value is not ListValue list)
        {
            return null;
        }

        var old = list.Items.OfType<AtomValue>().Where(version => Old.Contains(version.Name)).ToList();
        if (old.Count == 0)
        {
            return null;
        }

        var kept = list.Items.Where(version => version is not AtomValue atom || !Old.Contains(atom.Name)).ToList();
        var text = kept.Count == 0 ? "[:\"tlsv1.2\", :\"tlsv1.3\"]"
            : kept.TrueForAll(version => version is AtomValue)
                ? $"[{string.Join(", ", kept.Cast<AtomValue>().Select(version => $":\"{version.Name}\""))}]"
            : null;
        return new Verdict(
            "versions",
            [string.Join(", ", old)],
            text is null ? null : new SettingFix("Leave the old versions out", FixApplicability.Unsafe, text));
    }

    /// <summary>Versions that are written beside it hold in place of those that it sets.</summary>
    private static Verdict? JudgeCompatible(MixApplication application, Setting holder)
    {
        if (holder.Get("versions").Value is not AbsentValue)
        {
            return null;
        }

        var fix = new SettingFix("Use :strong", FixApplicability.Unsafe, ":strong");
        return application.Dependencies?.VersionOf("plug") is not { } plug
            ? Verdict.Of("compatible-unknown", fix, DiagnosticLevel.Note)
            : plug.IsAtLeast(MajorWithoutOld, MinorWithoutOld) ? null
            : new Verdict("compatible", [plug.ToString()], fix);
    }
}
