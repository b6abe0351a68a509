using ExsLint.Rules;
using ExsLint.Semantics;

namespace ExsLint.Analysis.Fixing;

/// <summary>
/// The findings that mending others may bring to light: both are about one keyword list, or one directive of a unit, and nothing
/// was said of the other while the first one held. While all headers are off, say, nothing is said of single ones; while a unit
/// drops no capability at all, nothing of each that it keeps.
/// </summary>
internal sealed class RevealedFindings
{
    // By directive the rules, by setting or keyword list the paths, whose findings are mended.
    private readonly Dictionary<string, HashSet<string>> _directives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _lists = new(StringComparer.Ordinal);
    private readonly HashSet<string> _settings = new(StringComparer.Ordinal);

    /// <summary>Findings that fixing others may reveal.</summary>
    /// <param name="mended">The findings.</param>
    public RevealedFindings(IEnumerable<Diagnostic> mended)
    {
        foreach (var diagnostic in mended)
        {
            switch (diagnostic.Setting)
            {
                case DirectiveId { Directive: { } directive }:
                    Add(_directives, directive, diagnostic.Rule.Id);
                    break;
                case ConfigSettingId { Path: var path }:
                    _settings.Add(path);
                    if (path[..Math.Max(0, path.LastIndexOf('.'))] is var parent
                        && parent.Contains('.', StringComparison.Ordinal))
                    {
                        Add(_lists, parent, path);
                    }

                    break;
            }
        }
    }

    /// <summary>Whether a finding is one of them.</summary>
    public bool Contains(Diagnostic other) => other.Setting switch
    {
        DirectiveId { Directive: { } directive } =>
            _directives.TryGetValue(directive, out var rules) && HasOther(rules, other.Rule.Id),
        ConfigSettingId { Path: var path } => IsBelow(path),
        _ => false,
    };

    private bool IsBelow(string path)
    {
        for (var end = path.LastIndexOf('.'); end > 0; end = path.LastIndexOf('.', end - 1))
        {
            var above = path[..end];
            if (_settings.Contains(above) || (_lists.TryGetValue(above, out var paths) && HasOther(paths, path)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasOther(HashSet<string> names, string own) => names.Count > 1 || !names.Contains(own);

    private static void Add(Dictionary<string, HashSet<string>> sets, string key, string name)
    {
        if (!sets.TryGetValue(key, out var names))
        {
            sets.Add(key, names = new HashSet<string>(StringComparer.Ordinal));
        }

        names.Add(name);
    }
}
