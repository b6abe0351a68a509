using ExsLint.Semantics;
using Xunit;

namespace ExsLint.Tests.Semantics;

/// <summary>What findings are known by: the texts that fingerprints and baselines hold, and who is equal to whom.</summary>
public sealed class SettingIdTests
{
    [Fact]
    public void Each_kind_has_the_text_that_baselines_hold()
    {
        Assert.Equal("pleroma.Pleroma.Upload.base_url", new ConfigSettingId("pleroma.Pleroma.Upload.base_url").Text);
        Assert.Equal("import_config.prod.secret.exs", new ConfigPartId("import_config", "prod.secret.exs").Text);
        Assert.Equal("a.service/Service/PrivateTmp", DirectiveId.Of("a.service", "Service", "PrivateTmp").Text);
        Assert.Equal(
            "a.service/Service/Environment/MIX_ENV", DirectiveId.Of("a.service", "Service", "Environment", "MIX_ENV").Text);
        Assert.Equal("a.service/service", DirectiveId.OfSection("a.service", "service").Text);
        Assert.Equal("config/config.exs", new FileId("config/config.exs").Text);
        Assert.Equal("config/config.exs/akkoma-sts", new FileId("config/config.exs", "akkoma-sts").Text);
        Assert.Equal("a.service/etc/a.service", FileId.OfUnit("a.service", "etc/a.service").Text);
    }

    [Fact]
    public void Equal_are_those_of_one_kind_that_are_written_alike()
    {
        Assert.Equal(DirectiveId.Of("a.service", "Service", "User"), DirectiveId.Of("a.service", "Service", "User"));
        Assert.NotEqual<SettingId>(new FileId("a.service/Service/User"), DirectiveId.Of("a.service", "Service", "User"));
        Assert.NotEqual<SettingId>(new ConfigSettingId("import_config.a"), new ConfigPartId("import_config", "a"));
        Assert.NotEqual(new ConfigSettingId("a.b"), new ConfigSettingId("a.c"));
    }

    [Fact]
    public void A_text_without_secrets_does_not_make_it_another()
    {
        var written = DirectiveId.Of("a.service", "Service", "Environment", "TOKEN");
        var shown = written.ShownAs("a.service/Service/Environment/***");
        Assert.Equal("a.service/Service/Environment/***", shown.Text);
        Assert.Equal(written, shown);
        Assert.Equal(written.GetHashCode(), shown.GetHashCode());
        Assert.Equal("a.service/Service/Environment", Assert.IsType<DirectiveId>(shown).Directive);
    }
}
