using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Rules.Secrets;

/// <summary>Secrets in units: each is one finding, of one rule.</summary>
public sealed class UnitSecretTests
{
    [Theory]
    [InlineData("Environment=MOBILIZON_INSTANCE_SECRET_KEY=changethis", "secrets-published 3:13")]
    [InlineData("Environment=\"A=b\" \"MOBILIZON_INSTANCE_SECRET_KEY=changethis\"", "secrets-published 3:20")]
    [InlineData("Environment=SECRET_KEY=changethis", "systemd-secret-environment 3:13")]
    [InlineData("Environment=DEPLOY=glpat-abcdefghij0123456789", "secrets-literal 3:13")]
    [InlineData("Environment=DEPLOY_TOKEN=glpat-abcdefghij0123456789", "systemd-secret-environment 3:13")]
    [InlineData("Environment=DATABASE_URL=ecto://shop:hunter2@db.example.org/shop", "systemd-secret-environment 3:13")]
    [InlineData("ExecStartPre=/usr/bin/notify --key glpat-abcdefghij0123456789", "secrets-literal 3:36")]
    [InlineData("ExecStartPre=/usr/bin/notify --key=glpat-abcdefghij0123456789", "secrets-literal 3:30")]
    [InlineData("ExecStartPre=/usr/bin/psql postgres://shop:hunter2@db.example.org/shop", "secrets-url-credentials 3:28")]
    [InlineData("ExecStartPre=/usr/bin/psql postgres://shop@localhost/shop", "")]
    [InlineData("Environment=DEPLOY=glpat-x\nEnvironment=NOTE=https://shop.example.org/", "")]
    [InlineData("Environment=DEPLOY=glpat-abcdefghij0123456789\nEnvironment=", "")]
    public void One_finding_a_secret(string lines, string expected)
    {
        const string Path = "shop.service";
        var tree = new InMemoryProjectFiles(
            (Path, $"[Service]\nUser=shop\n{lines}\nExecStart=/opt/shop/bin/shop start\n"));
        var found = UnitLinter.Lint(new Snapshot(tree), Path, isNamed: true, new LintOptions()).Diagnostics
            .Where(finding => finding.Rule.Id is "systemd-secret-environment" || finding.Rule.Family == "secrets")
            .Select(finding => $"{finding.Rule.Id} {finding.Location.Start.Line + 1}:{finding.Location.Start.Character + 1}");
        Assert.Equal(expected, string.Join('\n', found));
    }
}
