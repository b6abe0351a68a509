using System.Collections.Frozen;
using System.Collections.Immutable;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Frameworks.Phoenix;

/// <summary>
/// An application with Phoenix endpoints, Ecto repositories or mailers. The keys of their settings and their names tell them;
/// the application's code need not be in the tree.
/// </summary>
public sealed class PhoenixApplication : MixApplication
{
    private const string EctoRepos = "ecto_repos";

    // Keys that a Phoenix endpoint takes and hardly anything else (Phoenix.Endpoint, 'Endpoint configuration', Phoenix 1.7).
    private static readonly FrozenSet<string> EndpointKeys = FrozenSet.Create(
        StringComparer.Ordinal,
        "secret_key_base", "check_origin", "render_errors", "pubsub_server", "live_view", "live_reload", "code_reloader",
        "debug_errors", "force_ssl", "cache_static_manifest");

    private ConfigModel? _compiled;

    // The adapters of these libraries are modules below them (Swoosh 1.17, Bamboo 2.3).
    private static readonly ImmutableArray<string> MailAdapters = ["Elixir.Swoosh.Adapters.", "Elixir.Bamboo."];

    /// <summary>An application.</summary>
    /// <param name="model">The effective configuration.</param>
    /// <param name="name">The application's name.</param>
    /// <param name="trees">The analysed tree.</param>
    public PhoenixApplication(ConfigModel model, string name, IElixirTrees trees)
        : base(model, name, trees)
    {
        var settings = model.State.GetSettings(name).ToList();
        var modules = settings.Where(setting => setting.Key.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal)).ToList();
        Endpoints = [.. modules.Where(IsEndpoint).Select(setting => setting.Key)];
        Repos =
        [
            .. settings.Where(setting => setting.Key == EctoRepos)
                .SelectMany(setting => ChoiceValue.Flatten(setting.Value))
                .OfType<ListValue>()
                .SelectMany(list => list.Items)
                .OfType<AtomValue>()
                .Select(repo => repo.Name)
                .Concat(modules
                    .Where(setting => LastName(setting.Key).EndsWith("Repo", StringComparison.Ordinal))
                    .Select(setting => setting.Key))
                .Distinct(StringComparer.Ordinal),
        ];
        Mailers = [.. modules.Where(IsMailer).Select(setting => setting.Key)];
    }

    /// <summary>The keys of its endpoints: <c>Elixir.ShopWeb.Endpoint</c>.</summary>
    public ImmutableArray<string> Endpoints { get; }

    /// <summary>The modules of its repositories: <c>Elixir.Shop.Repo</c>; some may have no settings.</summary>
    public ImmutableArray<string> Repos { get; }

    /// <summary>The keys of its mailers: <c>Elixir.Shop.Mailer</c>.</summary>
    public ImmutableArray<string> Mailers { get; }

    /// <summary>
    /// Whether the boot stops where a setting that is read when the application is compiled has another value later; null if
    /// Phoenix's version is not known.
    /// </summary>
    public bool? StopsWhereLate(Setting setting) =>
        Dependencies?.VersionOf("phoenix") is { } version
            ? CompileTimeSettings.StopBoot(setting, version) && !IsUnchecked()
            : null;

    /// <summary>
    /// Whether a value comes too late: its setting is read when the application is compiled, and its file when it starts.
    /// </summary>
    public bool IsTooLate(Setting setting, AbstractValue value) =>
        CompileTimeSettings.Contain(setting) && Model.FileOf(value)?.Role == ConfigFileRole.Runtime;

    /// <summary>
    /// The value that the application was compiled with, where the one that holds later comes too late; unknown where what it was
    /// compiled with is not in view.
    /// </summary>
    /// <param name="setting">The setting.</param>
    public AbstractValue CompiledValue(Setting setting) =>
        Model.IsTooLarge || ConfigProject.IsRuntimeFile(Model.Project.EntryFile)
            ? new UnknownValue("files that are not in view")
            : (_compiled ??= WithoutLaterFiles()).Get(setting).Value;

    /// <summary>Whether a release of the project starts without that check (Mix.Release, Elixir 1.10, its options).</summary>
    private bool IsUnchecked() =>
        MixFile.In(Model.Project.RootFolder, Model.Trees)?.Has("validate_compile_env", isOn: false) == true;

    private ConfigModel WithoutLaterFiles() => ConfigEvaluator.Evaluate(
        Model.Project with { LaterFiles = [] }, Model.Trees, Model.Environment, Model.Defaults, Model.Variables);

    /// <inheritdoc/>
    protected override bool IsReadWhenCompiled(Setting setting) => CompileTimeSettings.Contain(setting);

    private static bool IsEndpoint(KeyValuePair<string, AbstractValue> setting)
    {
        if (LastName(setting.Key).EndsWith("Endpoint", StringComparison.Ordinal))
        {
            return true;
        }

        var keys = KeysOf(setting.Value).ToList();
        return (keys.Contains("url") || keys.Contains("http")) && keys.Exists(EndpointKeys.Contains);
    }

    private static bool IsMailer(KeyValuePair<string, AbstractValue> setting) =>
        ChoiceValue.Flatten(Setting.Step(setting.Value, "adapter")).OfType<AtomValue>().Any(adapter =>
            MailAdapters.Any(library => adapter.Name.StartsWith(library, StringComparison.Ordinal)));

    private static IEnumerable<string> KeysOf(AbstractValue value) => ChoiceValue.Flatten(value)
        .SelectMany(settings => settings switch
        {
            ListValue list => list.Items,
            ConditionalListValue list => list.Items,
            _ => [],
        })
        .OfType<TupleValue>()
        .Select(pair => pair.Items is [AtomValue key, _] ? key.Name : null)
        .OfType<string>();

    private static string LastName(string module) => module[(module.LastIndexOf('.') + 1)..];
}
