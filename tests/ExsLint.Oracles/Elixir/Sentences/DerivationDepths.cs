using ExsLint.Tests.TestSupport.Ebnf;

namespace ExsLint.Oracles.Elixir.Sentences;

/// <summary>
/// How many productions deep the shallowest derivation of each part of a grammar is: following it always comes to an end. To the
/// productions above them all tokens are alike.
/// </summary>
internal sealed class DerivationDepths
{
    // More than any derivation has, and far from an overflow.
    private const int Unknown = 1_000_000;

    private readonly Dictionary<string, int> _productions;

    public DerivationDepths(EbnfGrammar grammar)
    {
        _productions = grammar.Productions.ToDictionary(production => production.Name, _ => Unknown);
        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var production in grammar.Productions)
            {
                var depth = 1 + Of(production.Body, inToken: char.IsUpper(production.Name[0]));
                changed |= depth < _productions[production.Name];
                _productions[production.Name] = Math.Min(depth, _productions[production.Name]);
            }
        }
    }

    /// <summary>The depth of an expression.</summary>
    public int Of(EbnfExpression expression, bool inToken) => expression switch
    {
        EbnfChoice choice => choice.Alternatives.Min(alternative => Of(alternative, inToken)),
        EbnfSequence sequence => sequence.Parts.Max(part => Of(part, inToken)),
        EbnfReference reference when inToken || char.IsLower(reference.Name[0]) => _productions[reference.Name],
        EbnfOption or EbnfRepetition => 0,
        _ => 1,
    };
}
