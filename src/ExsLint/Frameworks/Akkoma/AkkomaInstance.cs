using System.Collections.Immutable;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Text;

namespace ExsLint.Frameworks.Akkoma;

/// <summary>An Akkoma or Pleroma instance, with what its rules ask about.</summary>
public sealed class AkkomaInstance : ConfiguredApplication
{
    /// <summary>The application's name, the same in Akkoma and Pleroma.</summary>
    public const string App = "pleroma";

    /// <summary>The key of the web endpoint.</summary>
    public const string Endpoint = "Elixir.Pleroma.Web.Endpoint";

    /// <summary>The key of uploads.</summary>
    public const string Upload = "Elixir.Pleroma.Upload";

    /// <summary>The key of what concerns the instance as a whole.</summary>
    public const string Instance = "instance";

    /// <summary>The key of the proxy for media from elsewhere.</summary>
    public const string MediaProxy = "media_proxy";

    /// <summary>The key of the HTTP security headers.</summary>
    public const string HttpSecurity = "http_security";

    /// <summary>Files from which images are built, or containers started.</summary>
    private static readonly ImmutableArray<string> ImageRecipes =
        ["Dockerfile", "Containerfile", "compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];

    private readonly ConfigModel _defaults;

    private AkkomaInstance(ConfigModel model, ConfigModel defaults, IElixirTrees trees, bool isPleroma, bool isInContainer)
        : base(model, App, trees)
    {
        IsInContainer = isInContainer;
        _defaults = defaults;
        IsPleroma = isPleroma;
        IsAkkoma = PleromaRecognition.IsAkkoma(OwnFiles(model));
        InstanceFile = FindInstanceFile(model, _ => true) ?? model.Files.Last(file => file.Role != ConfigFileRole.Defaults);
    }

    /// <summary>Whether this is recognisably Pleroma, not Akkoma.</summary>
    public bool IsPleroma { get; }

    /// <summary>Whether this is recognisably Akkoma: what only Pleroma reads has no effect.</summary>
    public bool IsAkkoma { get; }

    /// <summary>
    /// Whether the configuration is made for a container: its path says so, or the recipe of an image stands beside it.
    /// </summary>
    public bool IsInContainer { get; }

    /// <summary>
    /// Whether the lone file is part of a larger configuration that is not in view. A whole one names its host and its database
    /// (<c>mix pleroma.instance gen</c> writes both), and this one names neither. What a fragment lacks may stand elsewhere.
    /// </summary>
    public override bool IsFragment => Model.Project.Kind == ConfigProjectKind.Release && !NamesHost && !NamesDatabase;

    /// <summary>
    /// Whether the lone file is all that someone wrote for the instance: it names both its host and its database, as
    /// <c>mix pleroma.instance gen</c> does.
    /// </summary>
    public bool IsWhole => Model.Project.Kind == ConfigProjectKind.Release && NamesHost && NamesDatabase && !IsInContainer;

    /// <inheritdoc/>
    public override ConfigFile InstanceFile { get; }

    /// <summary>The host that visitors see, or null if it is not known.</summary>
    public string? Host => (Get(Endpoint, "url", "host").Value as BinaryValue)?.Text;

    /// <summary>Whether someone who runs the instance wrote its host.</summary>
    public bool NamesHost => IsOwn(Get(Endpoint, "url", "host"));

    /// <summary>Whether a host is certainly the instance's own; a subdomain is another one.</summary>
    /// <param name="host">A host without port and trailing dot.</param>
    public bool IsOwnHost(string host) =>
        Host is { } own && host.Equals(own.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether visitors certainly use https.</summary>
    public bool IsHttps => Get(Endpoint, "url", "scheme").Value is BinaryValue { Text: "https" };

    /// <summary>
    /// Whether this is a Tor or I2P service. Upstream's guides for those turn https and the headers off in favour of the proxy
    /// (docs/docs/configuration/howto_... onion_federation.md, i2p.md).
    /// </summary>
    public bool IsHiddenService => Host is { } host
        && (host.TrimEnd('.').EndsWith(".onion", StringComparison.OrdinalIgnoreCase)
            || host.TrimEnd('.').EndsWith(".i2p", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the database may override settings of <c>:http_security</c> and <c>Pleroma.Upload</c>.</summary>
    public bool IsConfigurableFromDatabase => Get("configurable_from_database").Value.IsTruthy != false;

    /// <summary>Whether the configuration is that of an OTP release, for which compile-time settings have no effect.</summary>
    public bool IsRelease => Model.Project.Kind == ConfigProjectKind.Release && !InstanceFile.IsSecret;

    /// <summary>The instance that a configuration is for, or null if it is another application's.</summary>
    /// <param name="model">The effective configuration.</param>
    /// <param name="trees">The analysed tree.</param>
    public static AkkomaInstance? Recognise(ConfigModel model, IElixirTrees trees)
    {
        var own = OwnFiles(model);
        if (!own.Any(file => Configures(file.Tree)))
        {
            return null;
        }

        var isPleroma = PleromaRecognition.IsPleroma(own);
        var framework = isPleroma ? FrameworkDefaults.Pleroma : FrameworkDefaults.Akkoma;
        return new AkkomaInstance(
            model, FrameworkDefaults.Evaluate(framework), trees, isPleroma, IsForContainer(model.Project, trees.Files));
    }

    /// <inheritdoc/>
    /// <remarks>It is from the built-in defaults, or in the base file and equal to them.</remarks>
    public override bool IsUpstreamDefault(Setting setting, AbstractValue value) => Model.FileOf(value)?.Role switch
    {
        ConfigFileRole.Defaults => true,
        ConfigFileRole.Base => ValueComparer.Same(_defaults.Get(setting).Value, value),
        _ => false,
    };

    /// <summary>
    /// Whether a setting is read when the server is compiled: in a release's config file, or in <c>runtime.exs</c>, it has no
    /// effect (lib/pleroma/web/endpoint.ex reads it into a module attribute).
    /// </summary>
    public static bool IsCompileTime(Setting setting) =>
        setting.Keys is [Endpoint, "secure_cookie_flag" or "extra_cookie_attrs", ..];

    /// <summary>
    /// Whether a value comes too late: its setting is read at compile time, and the file that has the value is not.
    /// </summary>
    public bool IsTooLate(AbstractValue value) => IsRelease || Model.FileOf(value)?.Role == ConfigFileRole.Runtime;

    /// <inheritdoc/>
    public override Location PlaceFor(string key) => PlaceFor(InstanceFile, key, Endpoint);

    /// <summary>Whether a file holds a <c>config</c> call of the application.</summary>
    public static bool Configures(ElixirSyntaxTree tree) => WrittenWords.HasAny(tree, App)
        && tree.Root.DescendantNodesAndSelf().Any(node =>
            node is CallSyntax { LocalName: "config", Arguments: [LiteralSyntax { Kind: SyntaxKind.Atom } app, ..] }
            && app.Token.TextSpanOf is ":" + App);

    private bool NamesDatabase => Model.State.GetSettings(App).Any(setting => IsRepository(setting.Key));

    private static List<ConfigFile> OwnFiles(ConfigModel model) =>
        [.. model.Files.Where(file => file.Role != ConfigFileRole.Defaults)];

    private bool IsOwn(Setting setting) =>
        setting.Alternatives.Any(value => Model.FileOf(value)?.Role is not (null or ConfigFileRole.Defaults));

    private static bool IsRepository(string key) =>
        key.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal) && key.EndsWith(".Repo", StringComparison.Ordinal);

    /// <summary>A source tree may hold a recipe too (upstream's does), and still be what runs on this machine.</summary>
    private static bool IsForContainer(ConfigProject project, IProjectFiles files)
    {
        if (project.Kind != ConfigProjectKind.Release)
        {
            return false;
        }

        var folder = TreePath.FolderOf(project.EntryFile);
        return project.EntryFile.Contains("docker", StringComparison.OrdinalIgnoreCase)
            || ImageRecipes.Any(name => files.FileExists(TreePath.Combine(folder, name)!));
    }

    /// <inheritdoc/>
    /// <remarks>It is the instance's, but not one that is read after the setting has had its effect.</remarks>
    public override ConfigFile? FileFor(Setting setting) => IsCompileTime(setting)
        ? FindInstanceFile(Model, file => file.Role != ConfigFileRole.Runtime)
        : InstanceFile;

    /// <summary>The most specific of the wanted files that somebody writes by hand; null if there is none.</summary>
    private static ConfigFile? FindInstanceFile(ConfigModel model, Func<ConfigFile, bool> isWanted)
    {
        var own = model.Files
            .Where(file => file.Role != ConfigFileRole.Defaults && !file.IsExportedFromDatabase && isWanted(file))
            .ToList();
        return own.LastOrDefault(file => file.IsSecret)
            ?? own.LastOrDefault(file => Configures(file.Tree))
            ?? own.LastOrDefault();
    }
}
