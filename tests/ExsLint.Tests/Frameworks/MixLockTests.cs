using ExsLint.Frameworks.Dependencies;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;
using Xunit;

namespace ExsLint.Tests.Frameworks;

/// <summary>The versions of dependencies, as a lock has them.</summary>
public sealed class MixLockTests
{
    private const string Lock = """
        %{
          "phoenix": {:hex, :phoenix, "1.7.14", "a7d0b3f1", [:mix], [{:plug, "~> 1.14", [hex: :plug, repo: "hexpm", optional: false]}], "hexpm", "c7859bc5"},
          "plug": {:hex, :plug, "1.16.0-rc.1", "1d07d50c", [:mix], [], "hexpm", "cbf53aa1"},
          "captcha": {:git, "https://git.example/captcha.git", "6630c42aaaab124e697b4e513190c89d8b64e410", [ref: "6630c42"]},
        }

        """;

    [Fact]
    public void A_dependency_of_hex_has_a_version()
    {
        var found = Read(("mix.lock", Lock));
        Assert.Equal("1.7.14", found!.VersionOf("phoenix").ToString());
        Assert.Equal("1.16.0-rc.1", found.VersionOf("plug").ToString());
        Assert.Null(found.VersionOf("captcha"));
        Assert.Null(found.VersionOf("ecto"));
        Assert.True(found.Has("captcha"));
        Assert.False(found.Has("ecto"));
    }

    [Theory]
    [InlineData("1.16.0-rc.1", 1, 16, 0, false)]
    [InlineData("1.16.0-rc.1", 1, 15, 9, true)]
    [InlineData("1.16.0", 1, 16, 0, true)]
    [InlineData("1.16.0+build.1", 1, 16, 0, true)]
    [InlineData("1.9.12", 1, 16, 0, false)]
    [InlineData("2.0.0", 1, 16, 3, true)]
    public void Versions_are_compared_by_their_numbers(string version, int major, int minor, int patch, bool expected) =>
        Assert.Equal(expected, DependencyVersion.Parse(version)!.Value.IsAtLeast(major, minor, patch));

    [Theory]
    [InlineData("1.16")]
    [InlineData("main")]
    [InlineData("1.x.0")]
    [InlineData("")]
    public void What_is_no_version_is_none(string text) => Assert.Null(DependencyVersion.Parse(text));

    [Fact]
    public void An_application_of_an_umbrella_has_the_umbrellas_lock() =>
        Assert.NotNull(MixLock.Around("apps/web", new Snapshot(new InMemoryProjectFiles(("mix.lock", Lock)))));

    [Theory]
    [InlineData("<<<<<<< HEAD\n%{}\n")]
    [InlineData("System.halt()\n")]
    [InlineData("")]
    public void A_lock_that_cannot_be_read_tells_nothing(string text) => Assert.Null(Read(("mix.lock", text)));

    [Fact]
    public void Without_a_lock_nothing_is_known() => Assert.Null(Read(("mix.exs", "")));

    private static MixLock? Read(params (string Path, string Text)[] files) =>
        MixLock.Around("", new Snapshot(new InMemoryProjectFiles(files)));
}
