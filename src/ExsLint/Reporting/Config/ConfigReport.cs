using System.Collections.Immutable;
using ExsLint.Reporting.Layout;
using ExsLint.Rules.Config;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Text;

namespace ExsLint.Reporting.Config;

/// <summary>What there is to say of an effective configuration. Secrets are hidden unless they were asked for.</summary>
public sealed class ConfigReport
{
    private readonly ConfigModel _model;
    private readonly ConfigMask _mask;

    /// <summary>A report about a configuration.</summary>
    /// <param name="model">The configuration.</param>
    /// <param name="showsSecrets">Whether secrets are shown.</param>
    public ConfigReport(ConfigModel model, bool showsSecrets)
    {
        _model = model;
        _mask = new ConfigMask(showsSecrets, model);
    }

    /// <summary>The project's root, relative to the tree.</summary>
    public string Root => _model.Project.RootFolder;

    /// <summary>The file that evaluation starts with, relative to the tree.</summary>
    public string EntryFile => _model.Project.EntryFile;

    /// <summary>Why Elixir refuses the configuration, and where; null if it evaluates.</summary>
    public (Location Location, string Message)? Refusal =>
        ConfigRefusal.Of(_model) is { } error ? (error.Location, ConfigErrorRule.Describe(_mask.Apply(error))) : null;

    /// <summary>Writes the configuration as Elixir source with comments.</summary>
    public void WriteText(StyledOutput output) => new ConfigText(_model, _mask, output).Write();

    /// <summary>Writes the configuration as one line of JSON, or the error for which Elixir refuses it.</summary>
    /// <param name="withRoot">Whether the project has to be told from others.</param>
    /// <param name="output">Where to write.</param>
    public void WriteJson(bool withRoot, TextWriter output) => ConfigJson.WriteLine(_model, _mask, withRoot, output);

    /// <summary>What is known of one setting; null if it is not set.</summary>
    /// <param name="name">
    /// The setting: <c>pleroma.Pleroma.Web.Endpoint.http.ip</c>, or <c>:pleroma, Pleroma.Web.Endpoint, [:http, :ip]</c>.
    /// </param>
    public SettingExplanation? Explain(string name) =>
        SettingPath.Find(_model, name) is { } setting && setting.Value is not (NeverValue or AbsentValue { Overrode: null })
            ? new SettingExplanation(_model, _mask, setting)
            : null;

    /// <summary>The settings that somebody may mean who named one that is not set, the most likely first.</summary>
    public ImmutableArray<string> FindNearest(string name) => SettingPath.FindNearest(_model, name);
}
