using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Text;

namespace ExsLint.Rules.Akkoma;

/// <summary>A rule about an Akkoma or Pleroma instance.</summary>
public abstract class AkkomaRule : SettingRule<AkkomaInstance>
{
    /// <summary>Akkoma's page that all of these rules start from.</summary>
    protected const string HardeningGuide = "https://docs.akkoma.dev/stable/configuration/hardening/";
}
