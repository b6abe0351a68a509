using System.Globalization;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Oracles.Systemd;

/// <summary>The drop-ins of a unit's other names apply to it as in systemd.</summary>
public sealed class AliasTests : IDisposable
{
    private const string Program = "systemd-analyze";
    private const int PinnedSeed = 3;
    private const int Layouts = 40;

    private static readonly string[] Names = ["a.service", "b.service", "b-c.service", "t@.service", "u@.service", "s.socket"];
    private static readonly string[] Lines =
        ["PrivateTmp=yes", "PrivateTmp=no", "NoNewPrivileges=yes", "NoNewPrivileges=no", "ProtectHome=yes", "ProtectHome=no",
            "PrivateDevices=yes"];

    private readonly string _folder = SystemdAnalyze.CreateFolder();

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [OracleFact(Program, IsLong = true)]
    public void Drop_ins_of_aliases_apply_as_in_systemd()
    {
        var draw = new Random(PinnedSeed);
        var disagreements = new List<string>();
        var linked = 0;
        for (var number = 0; number < Layouts; number++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(_folder, number.ToString(CultureInfo.InvariantCulture))).FullName;
            Write(folder, draw, out var unit);
            linked += Directory.GetFiles(folder).Count(path => new FileInfo(path).LinkTarget is not null);

            // A link from a template to another unit, or the other way round, is refused.
            var isTemplate = IsTemplate(unit);
            foreach (var name in Directory.GetFiles(folder).Select(path => Path.GetFileName(path)!)
                .Where(name => name.EndsWith(".service", StringComparison.Ordinal) && IsTemplate(name) == isTemplate))
            {
                // One at a time: systemd takes two names of a unit for one.
                var theirs = SystemdAnalyze.Run(folder, [name])[name];
                var ours = UnitBinder.Bind(UnitLoader.Load(new FolderProjectFiles(folder), name)!, [], SystemdAnalyze.Version);
                var difference = theirs is null
                    ? ours.Refusal is null ? "systemd refuses it" : null
                    : theirs.Rows.FirstOrDefault(
                        row =>
                            ours.Exposure.Rows.Single(
                                our => our.Check.JsonField == row.JsonField).Badness != row.Badness)?.ToString();
                if (difference is not null)
                {
                    var tree = Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories).Select(Show);
                    disagreements.Add($"{name} of {unit}: {difference}\n{string.Join('\n', tree)}");
                }
            }
        }

        Assert.True(linked > Layouts, $"only {linked} links");
        Assert.True(disagreements.Count == 0, $"{disagreements.Count}:\n{string.Join("\n---\n", disagreements.Take(4))}");
    }

    private static void Write(string folder, Random draw, out string unit)
    {
        unit = Names[draw.Next(4)];
        File.WriteAllText(Path.Combine(folder, unit), "[Service]\nExecStart=/bin/true\n");
        var target = unit;
        foreach (var name in Names.Where(name => draw.Next(2) == 0))
        {
            if (!File.Exists(Path.Combine(folder, name)))
            {
                File.CreateSymbolicLink(Path.Combine(folder, name), target);
                target = draw.Next(3) == 0 && IsTemplate(name) == IsTemplate(unit) && name != "s.socket" ? name : unit;
            }
        }

        foreach (var name in Names.Append("service").Append("b-.service").Where(_ => draw.Next(2) == 0))
        {
            Directory.CreateDirectory(Path.Combine(folder, name + ".d"));
            File.WriteAllText(
                Path.Combine(folder, name + ".d", $"{draw.Next(100)}-{name}.conf"),
                $"[Service]\n{Lines[draw.Next(Lines.Length)]}\n");
        }
    }

    private static bool IsTemplate(string name) => name.Contains('@', StringComparison.Ordinal);

    private static string Show(string path) => new FileInfo(path).LinkTarget is { } target ? $"{path} -> {target}"
        : File.Exists(path) ? $"{path}: {File.ReadAllText(path).ReplaceLineEndings(" ")}"
        : path;
}
