using System.Collections.Immutable;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Text;

namespace ExsLint.Reporting.Config;

/// <summary>
/// What Akkoma and Pleroma do when they start: they put settings of the database over those of the files, where the files let
/// them.
/// </summary>
/// <param name="Place">Where <c>configurable_from_database</c> is set; null where nobody wrote it.</param>
/// <param name="Doubt">What it depends on; null if it is certainly on.</param>
internal sealed record DatabaseOverride(Location? Place, string? Doubt)
{
    /// <summary>The setting that lets them.</summary>
    public const string Key = "configurable_from_database";

    /// <summary>The keys of the application that stay in files (<c>@reject_keys</c> of lib/pleroma/config/loader.ex).</summary>
    private static readonly ImmutableArray<string> KeysOfFiles =
    [
        "Elixir.Pleroma.Repo", AkkomaInstance.Endpoint, "Elixir.Pleroma.InstallerWeb.Endpoint", "env", Key, "database",
        "ecto_repos",
        "Elixir.Pleroma.Gun", "Elixir.Pleroma.ReverseProxy.Client", "Elixir.Pleroma.Web.Auth.Authenticator",
    ];

    /// <summary>The other applications whose settings stay in files (<c>@reject_groups</c> of the same file).</summary>
    private static readonly ImmutableArray<string> AppsOfFiles =
        ["postgrex", "tesla", "phoenix", "tzdata", "http_signatures", "web_push_encryption", "floki", "pbkdf2_elixir"];

    /// <summary>The override of a configuration; null where the database certainly changes nothing.</summary>
    public static DatabaseOverride? Of(ConfigModel model)
    {
        var setting = model.Get(AkkomaInstance.App, Key);
        var value = model.WithoutLayers(setting.Value);
        return value is AbsentValue or NeverValue || value.IsTruthy == false
            ? null
            : new DatabaseOverride(
                value.Origin?.Location, value.IsTruthy == true ? null : (setting with { Value = value }).Doubt ?? Key);
    }

    /// <summary>Whether the database may override a setting.</summary>
    public static bool Reaches(Setting setting) =>
        setting.App == AkkomaInstance.App ? !KeysOfFiles.Contains(setting.Keys[0]) : !AppsOfFiles.Contains(setting.App);
}
