using ExsLint.Edits;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Rules.Systemd;

/// <summary>Finds services that can reach home directories.</summary>
public sealed class ProtectHomeRule : UnitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "systemd-protect-home";

    // systemd.exec(5): off by default. Recommended by Akkoma's hardening guide.
    private const string Key = "ProtectHome";
    private const string Recommended = "true";
    private const string ReadOnly = "read-only";
    private const string Tmpfs = "tmpfs";

    // Files or directories accessible to external parties; exposure of a resource to the wrong sphere.
    private const int AccessibleFiles = 552;
    private const int ExposureToWrongSphere = 668;

    // What the setting closes (systemd.exec(5)).
    private static readonly string[] HomeFolders = ["/home", "/root", "/run/user"];

    /// <inheritdoc/>
    public override string Row => Key;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Service can reach home directories",
        Description = "A service without ProtectHome= can read, and as far as its user may write, /home, /root and /run/user: "
            + "SSH keys, tokens and sockets of people who log in on the host.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 5.0,
        Cwes = [AccessibleFiles, ExposureToWrongSphere],
        Fix = FixApplicability.Safe,
        ReferenceUri = UnitMessages.Reference(Key),
        CreateMessages = () => UnitMessages.For(Key, "the service can reach /home, /root and /run/user")
            .Add(ReadOnly, "ProtectHome is read-only here ('{0}'), so the service can still read /home, /root and /run/user.")
            .Add(
                Tmpfs, "ProtectHome is '{0}', so what is bound into /home, /root or /run/user stays within the service's reach."),
    };

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        var exec = context.Unit.Exec;
        if (!context.IsJudged(Key) || !exec.DefaultDependencies.Value || exec.ProtectHome.Value == ProtectHomeMode.On)
        {
            return;
        }

        var fix = context.CreateFix(Key, Recommended, isSafe: NeedsNoHome(context));
        var (message, level) = exec.ProtectHome.Value switch
        {
            ProtectHomeMode.ReadOnly => (ReadOnly, DiagnosticLevel.Note),
            ProtectHomeMode.Tmpfs => (Tmpfs, DiagnosticLevel.Note),
            _ => (UnitMessages.Set, DiagnosticLevel.Warning),
        };
        context.ReportSetting(Key, exec.ProtectHome, fix, message, level);
    }

    // mix keeps its archives in ~/.mix, and a unit does not show where its user's home is; a release needs no home.
    private static bool NeedsNoHome(UnitRuleContext context)
    {
        var home = UnitPaths.GetEnvironment(context.Unit, "HOME");
        var hasOtherHome = home is ['/', ..] && !IsInHome(home);
        return (context.Unit.Beam.IsRelease || hasOtherHome)
            && context.Unit.Exec.ProtectHome.Value == ProtectHomeMode.Off
            && !context.Unit.Mentions.Paths.Any(path =>
                IsInHome(path) || path == "~" || path.Contains("%h", StringComparison.Ordinal));
    }

    private static bool IsInHome(string path) => HomeFolders.Any(folder => UnitPath.IsAtOrBelow(path, folder));
}
