using CsCheck;

namespace ExsLint.Tests.TestSupport;

/// <summary>What stands at a path of a generated tree.</summary>
internal enum TreeEntryKind
{
    /// <summary>A file.</summary>
    File,

    /// <summary>A file that may not be read.</summary>
    Unreadable,

    /// <summary>A file that git ignores.</summary>
    Ignored,

    /// <summary>A folder without anything in it, where a file is expected.</summary>
    Folder,

    /// <summary>A link to the path that is the content, relative to the tree's root; it may lead nowhere.</summary>
    Link,
}

/// <summary>One path of a generated tree.</summary>
/// <param name="Path">The path, relative to the tree's root.</param>
/// <param name="Kind">What stands there.</param>
/// <param name="Content">The text, or where a link leads.</param>
internal sealed record TreeEntry(string Path, TreeEntryKind Kind, string Content);

/// <summary>
/// Trees by their shape: which files of a project, a release and a system are there. Instances come without their own file,
/// releases without a base, drop-ins without a unit, templates without instances, and so on.
/// </summary>
internal static class TreeGen
{
    private static readonly string[] Roots = ["", "", "", "app/", "apps/a/", "apps/b/", "rel/", "deps/d/", "releases/1.0.0/"];

    private static readonly string[] ConfigNames =
    [
        "mix.exs", "config/config.exs", "config/config.exs", "config/runtime.exs", "config/runtime.exs", "config/releases.exs",
        "config/prod.exs", "config/dev.exs", "config/test.exs",
        "config/prod.secret.exs", "config/prod.secret.exs", "config/prod.exported_from_db.secret.exs", "config/a.secret.exs",
        "config/extra.exs", "config/nested/more.exs",
        "config.exs", "prod.secret.exs", "runtime.exs", "rel/config.exs", "config/config.exs.eex", ".formatter.exs",
        "config/settings.exs", "vm.args", "releases/0.1.0/releases.exs",
    ];

    private static readonly string[] UnitNames =
    [
        "akkoma.service", "akkoma.service.d/10-a.conf", "akkoma.service.d/20-b.conf", "akkoma@.service",
        "akkoma@.service.d/a.conf", "akkoma@one.service", "akkoma@one.service.d/b.conf",
        "service.d/all.conf", "akkoma-.service.d/dash.conf", "installation/akkoma.service", "web.service", "web.socket",
        "etc/systemd/system/akkoma.service",
        "etc/systemd/system/akkoma.service.d/override.conf", "usr/lib/systemd/system/akkoma.service",
        "usr/lib/systemd/system/akkoma.service.d/pkg.conf", "run/systemd/system/akkoma.service",
        "etc/systemd/user/web.service", "bin/server", "start.sh",
    ];

    private static readonly Gen<string> ConfigText = Gen.OneOf(
        AkkomaConfigGen.File,
        AkkomaConfigGen.File,
        Pick(
            "", "import Config\n", "use Mix.Config\n", "config :a, b: 1\n", "import Config\nconfig :pleroma, a: [\n",
            "[pleroma: [a: 1]]\n", "# nothing\n", "\uFEFFimport Config\n",
            "import Config\nimport_config \"#{config_env()}.exs\"\n",
            "import Config\nimport_config \"#{Mix.env()}.secret.exs\"\nconfig :pleroma, a: 1\n",
            "import Config\nimport_config \"*.exs\"\n",
            "import Config\nimport_config \"config.exs\"\n", "import Config\nimport_config \"../../*/config/config.exs\"\n",
            "import Config\nimport_config \"nested/more.exs\"\n",
            "import Config\nif File.exists?(\"./config/prod.secret.exs\"), do: import_config(\"prod.secret.exs\")\n",
            "import Config\nimport_config System.fetch_env!(\"EXTRA\")\n",
            "import Config\nfor app <- ~w(a b)a, do: config(app, x: 1)\n", "import Config\nraise \"no\"\n",
            "import Config\nconfig :pleroma, Pleroma.Web.Endpoint, url: [host: \"a.example\"]\n",
            "import Config\nconfig :shop, ShopWeb.Endpoint, http: [ip: {0, 0, 0, 0}]\nconfig :shop, ecto_repos: [Shop.Repo]\n",
            "import Config\nimport_config \"../mix.exs\"\n",
            "import Config\nfor f <- Path.wildcard(\"config/*.exs\"), do: IO.puts(f)\nconfig :a, n: "
                + "length(Path.wildcard(\"*\"))\n"));

    private static readonly Gen<string> MixText = Pick(
        "defmodule A.MixProject do\n  use Mix.Project\n  def project, do: [app: :a, version: \"1.0.0\"]\nend\n",
        "defmodule P.MixProject do\n  use Mix.Project\n  def project, do: [app: :pleroma, version: \"3.16.0\"]\nend\n",
        "defmodule U.MixProject do\n  use Mix.Project\n  def project, do: [apps_path: \"apps\"]\nend\n",
        "defmodule C.MixProject do\n  use Mix.Project\n  def project, do: [app: :c, config_path: "
            + "\"../config/config.exs\"]\nend\n",
        "defmodule C.MixProject do\n  use Mix.Project\n  def project, do: [app: :c, config_path: path()]\n  defp path, do: "
            + "\"config/none.exs\"\nend\n",
        "",
        "defmodule");

    private static readonly Gen<string> UnitText = Gen.OneOf(
        UnitGen.Service,
        UnitGen.Service,
        Pick(
            "", "[Unit]\n", "[Service]\n", "[Service]\nExecStart=\n", "[Service]\nPrivateTmp=true\n",
            "[Service]\nExecStart=/opt/a/bin/akkoma start\nUser=root\n", "PrivateTmp=true\n", "[Service\n",
            "[Service]\nType=oneshot\nExecStart=/bin/sh start.sh\n", "#!/bin/sh\nexec bin/akkoma start\n",
            "[Service]\nUser=%i\nExecStart=mix phx.server\nWorkingDirectory=%h/%i\n"));

    private static readonly Gen<TreeEntryKind> Kind = Gen.Int[0, 19].Select(number => number switch
    {
        0 => TreeEntryKind.Unreadable,
        1 => TreeEntryKind.Ignored,
        2 => TreeEntryKind.Folder,
        3 => TreeEntryKind.Link,
        _ => TreeEntryKind.File,
    });

    private static readonly Gen<string> Path =
        Gen.Select(Pick(Roots), Pick([.. ConfigNames, .. ConfigNames, .. UnitNames]), (root, name) => root + name);

    private static readonly Gen<TreeEntry> Entry =
        from path in Path
        from kind in Kind
        from content in kind == TreeEntryKind.Link ? Path
            : path.EndsWith("mix.exs", StringComparison.Ordinal) ? MixText
            : UnitNames.Any(name => path.EndsWith(name, StringComparison.Ordinal)) ? UnitText
            : ConfigText
        select new TreeEntry(path, kind, content);

    /// <summary>Up to a dozen paths, none of them twice, and none below a file.</summary>
    public static readonly Gen<TreeEntry[]> Tree = Entry.Array[1, 12].Select(entries =>
    {
        var kept = new List<TreeEntry>();
        foreach (var entry in entries)
        {
            if (!kept.Exists(
                other => other.Path == entry.Path || IsBelow(other.Path, entry.Path) || IsBelow(entry.Path, other.Path)))
            {
                kept.Add(entry);
            }
        }

        return kept.OrderBy(entry => entry.Path, StringComparer.Ordinal).ToArray();
    });

    private static bool IsBelow(string path, string folder) => path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static Gen<string> Pick(params string[] items) => Gen.Int[0, items.Length - 1].Select(index => items[index]);
}
