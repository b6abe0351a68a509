using System.Text.Json;

namespace ExsLint.Cli.Tests;

/// <summary>Any SDK that is new enough builds ExsLint.</summary>
public sealed class GlobalJsonTests
{
    [Fact]
    public void A_newer_SDK_is_as_good_as_the_oldest_one_that_works()
    {
        using var json = JsonDocument.Parse(Repository.Read("global.json"));
        var sdk = json.RootElement.GetProperty("sdk");

        Assert.Equal(
            ("10.0.100", "latestMajor"), (sdk.GetProperty("version").GetString(), sdk.GetProperty("rollForward").GetString()));
        Assert.False(sdk.GetProperty("allowPrerelease").GetBoolean());
    }

    [Fact]
    public void The_action_installs_no_exact_SDK() =>
        Assert.Contains("dotnet-version: 10.0.x\n", Repository.Read("action.yml"), StringComparison.Ordinal);
}
