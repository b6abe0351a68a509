using System.Collections.Immutable;
using ExsLint.Semantics.Systemd;

namespace ExsLint.Rules.Units;

/// <summary>
/// Whether a service starts Chromium, whose sandbox is made of user, process and network namespaces. Where those are out of
/// reach, Chromium asks its set-user-ID helper <c>chrome-sandbox</c>, which needs to become root and to have CAP_SYS_ADMIN; where
/// that fails too, Chromium does not start (sandbox/linux/suid/sandbox.c of Chromium, and docs/linux/suid_sandbox.md).
/// </summary>
internal static class ChromiumUse
{
    private static readonly ImmutableArray<string> Programs =
    [
        "chrome", "google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chromedriver", "headless_shell",
        "chrome-headless-render-pdf",
    ];

    // Hex packages that start it, as mix.exs and mix.lock name them, and their modules, as configs do.
    private static readonly string[] Names =
    [
        .. Programs, "chromic_pdf", "ChromicPDF", "pdf_generator", "PdfGenerator", "puppeteer_pdf", "PuppeteerPdf", "chroxy",
        "Chroxy",
    ];

    /// <summary>Whether the unit or the project around it names Chromium.</summary>
    public static bool IsLikely(EffectiveUnit unit) => unit.Mentions.Names(Programs)
        || unit.Files.Projects?.Names(unit.Files, Names) == true;
}
