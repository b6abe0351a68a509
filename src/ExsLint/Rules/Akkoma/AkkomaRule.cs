using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;

namespace ExsLint.Rules.Akkoma;

/// <summary>A rule about an Akkoma or Pleroma instance.</summary>
public abstract class AkkomaRule : ApplicationRule<AkkomaInstance>
{
    /// <summary>Akkoma's page that all of these rules start from.</summary>
    protected const string HardeningGuide = "https://docs.akkoma.dev/stable/configuration/hardening/";

    /// <summary>Akkoma's page that describes all settings.</summary>
    protected const string Cheatsheet = "https://docs.akkoma.dev/stable/configuration/cheatsheet/";
}
