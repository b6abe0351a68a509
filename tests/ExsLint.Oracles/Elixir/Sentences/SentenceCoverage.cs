using ExsLint.Tests.TestSupport.Ebnf;

namespace ExsLint.Oracles.Elixir.Sentences;

/// <summary>How often each production, each alternative and each part that may be missing was derived.</summary>
internal sealed class SentenceCoverage
{
    private readonly EbnfGrammar _grammar;
    private readonly Dictionary<string, int> _productions = [];

    // By identity: the same words at two places are two parts.
    private readonly Dictionary<EbnfExpression, int> _parts = new(ReferenceEqualityComparer.Instance);

    public SentenceCoverage(EbnfGrammar grammar)
    {
        _grammar = grammar;
    }

    /// <summary>Counts a production.</summary>
    public void Count(string production) => _productions[production] = 1 + _productions.GetValueOrDefault(production);

    /// <summary>Counts an alternative, or a part that was not left out.</summary>
    public void Count(EbnfExpression part) => _parts[part] = 1 + CountOf(part);

    /// <summary>How often a part was derived.</summary>
    public int CountOf(EbnfExpression part) => _parts.GetValueOrDefault(part);

    /// <summary>What was derived less often than this, a line each.</summary>
    public IEnumerable<string> Below(int minimum)
    {
        foreach (var production in _grammar.Productions)
        {
            var count = _productions.GetValueOrDefault(production.Name);
            if (count < minimum)
            {
                yield return $"{production.Name}: {count}";
            }

            foreach (var part in Parts(production.Body).Where(part => CountOf(part) < minimum))
            {
                yield return $"{production.Name} = {part}: {CountOf(part)}";
            }
        }
    }

    private static IEnumerable<EbnfExpression> Parts(EbnfExpression body) => body.DescendantsAndSelf()
        .SelectMany(part => part switch
    {
        EbnfChoice choice => choice.Alternatives,
        EbnfOption or EbnfRepetition => [part],
        _ => Enumerable.Empty<EbnfExpression>(),
    });
}
