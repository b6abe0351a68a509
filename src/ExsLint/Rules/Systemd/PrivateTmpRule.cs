using ExsLint.Edits;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Commands;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Rules.Systemd;

/// <summary>Finds services that share /tmp with every other process.</summary>
public sealed class PrivateTmpRule : UnitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "systemd-private-tmp";

    // systemd.exec(5): off by default; 'connected' and 'disconnected' since 257. Recommended by Akkoma's hardening guide.
    private const string Key = "PrivateTmp";
    private const string Recommended = "true";

    // Insecure temporary file; exposure of a resource to the wrong sphere.
    private const int InsecureTemporaryFile = 377;
    private const int ExposureToWrongSphere = 668;

    private static readonly string[] SharedFolders = ["/tmp", "/var/tmp", "%T", "%V"];

    /// <inheritdoc/>
    public override string Row => Key;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Service shares /tmp with other processes",
        Description = "A service without PrivateTmp= uses the host's /tmp and /var/tmp, where other users can plant, read or "
            + "guess its temporary files.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 4.4,
        Cwes = [InsecureTemporaryFile, ExposureToWrongSphere],
        Fix = FixApplicability.Safe,
        ReferenceUri = UnitMessages.Reference(Key),
        CreateMessages = () => UnitMessages.For(Key, "the service shares /tmp and /var/tmp with every other process"),
    };

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        var exec = context.Unit.Exec;
        if (context.IsJudged(Key) && exec.DefaultDependencies.Value && exec.PrivateTmp.Value == PrivateTmpMode.Off)
        {
            // A socket or a program in the shared folder would be out of reach.
            var usesSharedFolder = NamesSocketFolder(context.Unit) || context.Unit.Mentions.Paths
                .Any(path => SharedFolders.Any(folder => UnitPath.IsBelow(path, folder)));
            context.ReportSetting(
                Key, exec.PrivateTmp, usesSharedFolder ? null : context.CreateFix(Key, Recommended, isSafe: true));
        }
    }

    /// <summary>
    /// Whether a variable says that a socket is looked for in the shared folder itself, as PostgreSQL's is that was compiled from
    /// source.
    /// </summary>
    private static bool NamesSocketFolder(EffectiveUnit unit) => UnitEnvironment.Variables(unit).Any(variable =>
        ((variable.Name == "PGHOST" || variable.Name.Contains("SOCKET", StringComparison.OrdinalIgnoreCase))
            && SharedFolders.Contains(variable.Value.TrimEnd('/')))
        || SharedFolders.Any(folder => variable.Value.Contains($"socket_dir={folder}", StringComparison.Ordinal)));
}
