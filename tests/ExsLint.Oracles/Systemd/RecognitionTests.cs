using ExsLint.Frameworks.Catalog;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Oracles.Systemd;

/// <summary>Of all services in Debian's packages those alone count as Erlang's that are.</summary>
public sealed class RecognitionTests
{
    private static readonly string[] Packages = ["ejabberd", "rabbitmq-server", "yaws"];

    [DebianUnitsFact]
    public void Services_of_Debian_s_packages()
    {
        var root = Environment.GetEnvironmentVariable(DebianUnitsFactAttribute.Variable)!;
        var services = Directory.GetFiles(root, "*.service", SearchOption.AllDirectories)
            .Where(path => new FileInfo(path).LinkTarget is null).ToList();
        var recognized = services.Where(path =>
        {
            var files = new FolderProjectFiles(Path.GetDirectoryName(path)!);
            return UnitBinder.Bind(UnitLoader.Load(files, Path.GetFileName(path))!, FrameworkCatalog.ServiceNames).Beam.IsBeam;
        });

        Assert.True(services.Count > Packages.Length);
        Assert.Equal(
            Packages, recognized.Select(path => Path.GetFileName(Path.GetDirectoryName(path)!)).Order(StringComparer.Ordinal));
    }
}
