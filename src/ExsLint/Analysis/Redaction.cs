using ExsLint.Rules;
using ExsLint.Semantics.Secrets;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Text;

namespace ExsLint.Analysis;

/// <summary>
/// Takes secrets out of what rules say: the words that stand for a message's placeholders, and the setting's name. Rules need not
/// know what is secret.
/// </summary>
internal sealed class Redaction
{
    private readonly SecretMap _secrets;
    private readonly Dictionary<SourceFile, UnitFiles> _units = [];

    /// <summary>Prepares to take secrets out of findings.</summary>
    /// <param name="secrets">What is secret in the files.</param>
    /// <param name="units">The units: a finding about one may speak of any of its files.</param>
    public Redaction(SecretMap secrets, IEnumerable<EffectiveUnit> units)
    {
        _secrets = secrets;
        foreach (var unit in units)
        {
            foreach (var tree in unit.Files.All)
            {
                _units.TryAdd(tree.File, unit.Files);
            }
        }
    }

    /// <summary>The finding without secrets.</summary>
    public Diagnostic Apply(Diagnostic diagnostic)
    {
        if (diagnostic.Arguments.IsEmpty)
        {
            return diagnostic;
        }

        string Redact(string text) => _units.TryGetValue(diagnostic.Location.File, out var unit)
            ? _secrets.RedactInUnit(text, unit)
            : _secrets.Of(diagnostic.Location.File).Redact(text, diagnostic.Location.Span);
        return diagnostic with
        {
            Arguments = [.. diagnostic.Arguments.Select(Redact)],
            Setting = diagnostic.Setting.ShownAs(Redact(diagnostic.Setting.Text)),
        };
    }
}
