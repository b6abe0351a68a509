using System.Text;
using ExsLint.Tests.TestSupport.Ebnf;

namespace ExsLint.Oracles.Elixir.Sentences;

/// <summary>
/// Derives random sentences from a written grammar. What was hardly derived yet is preferred, so that nothing stays untried. The
/// same random numbers, the same sentences.
/// </summary>
internal sealed class SentenceGenerator
{
    // What was derived less often than this is not left to chance.
    private const int RarelyDerived = 100;

    private readonly EbnfGrammar _grammar;
    private readonly Random _random;
    private readonly SentencePrinter _printer;
    private readonly SentenceCoverage _coverage;
    private readonly DerivationDepths _depths;

    // How many tokens the sentence may still have; below zero everything is derived the shortest way.
    private int _budget;

    public SentenceGenerator(EbnfGrammar grammar, Random random)
    {
        _grammar = grammar;
        _random = random;
        _printer = new SentencePrinter(random);
        _coverage = new SentenceCoverage(grammar);
        _depths = new DerivationDepths(grammar);
    }

    /// <summary>How often each part of the grammar was derived.</summary>
    public SentenceCoverage Coverage => _coverage;

    /// <summary>A sentence.</summary>
    /// <param name="start">The production to start from.</param>
    /// <param name="budget">About how many tokens it has at most.</param>
    public string Next(string start, int budget)
    {
        _budget = budget;
        return _printer.Print(Derive(start));
    }

    private static bool IsToken(string production) => char.IsUpper(production[0]);

    private List<SentenceToken> Derive(string production)
    {
        var tokens = new List<SentenceToken>();
        Derive(production, tokens);
        return tokens;
    }

    private void Derive(string production, List<SentenceToken> tokens)
    {
        _coverage.Count(production);
        if (IsToken(production))
        {
            _budget--;
            tokens.Add(new SentenceToken(production, DeriveToken(production)));
        }
        else
        {
            Derive(_grammar[production].Body, tokens);
        }
    }

    private void Derive(EbnfExpression expression, List<SentenceToken> tokens)
    {
        switch (expression)
        {
            case EbnfChoice choice:
                Derive(Choose(choice, inToken: false), tokens);
                break;
            case EbnfSequence sequence:
                foreach (var part in sequence.Parts)
                {
                    Derive(part, tokens);
                }

                break;
            case EbnfOption option when Take(option, SentenceWeights.Option(option)):
                Derive(option.Body, tokens);
                break;
            case EbnfRepetition repetition:
                while (Take(repetition, SentenceWeights.Repetition(repetition)))
                {
                    Derive(repetition.Body, tokens);
                }

                break;
            case EbnfTerminal terminal:
                _budget--;
                tokens.Add(new SentenceToken(terminal.Text, terminal.Text));
                break;
            case EbnfReference reference:
                Derive(reference.Name, tokens);
                break;
            default:
                break;
        }
    }

    /// <summary>Between the parts of a token there is nothing; what it interpolates is a sentence of its own.</summary>
    private string DeriveToken(string production)
    {
        var text = new StringBuilder();
        DeriveToken(_grammar[production].Body, text);
        return text.ToString();
    }

    private void DeriveToken(EbnfExpression expression, StringBuilder text)
    {
        switch (expression)
        {
            case EbnfChoice choice:
                DeriveToken(Choose(choice, inToken: true), text);
                break;
            case EbnfSequence sequence:
                foreach (var part in sequence.Parts)
                {
                    DeriveToken(part, text);
                }

                break;
            case EbnfOption option when Take(option, 0.3):
                DeriveToken(option.Body, text);
                break;
            case EbnfRepetition repetition:
                while (Take(repetition, 0.3))
                {
                    DeriveToken(repetition.Body, text);
                }

                break;
            case EbnfTerminal terminal:
                text.Append(terminal.Text);
                break;
            case EbnfSpecial special:
                text.Append(SentenceWeights.Sample(special, _random));
                break;
            case EbnfReference reference when IsToken(reference.Name):
                _coverage.Count(reference.Name);
                text.Append(DeriveToken(reference.Name));
                break;
            case EbnfReference reference:
                text.Append(_printer.Print(Derive(reference.Name)));
                break;
            default:
                break;
        }
    }

    private EbnfExpression Choose(EbnfChoice choice, bool inToken)
    {
        var alternatives = choice.Alternatives.AsEnumerable();
        if (_budget <= 0)
        {
            var least = alternatives.Min(alternative => _depths.Of(alternative, inToken));
            alternatives = alternatives.Where(alternative => _depths.Of(alternative, inToken) == least);
        }

        var open = alternatives.ToList();
        var rarest = open.MinBy(_coverage.CountOf)!;
        var chosen = _coverage.CountOf(rarest) < RarelyDerived && _random.Next(2) == 0 ? rarest : PickWeighted(open);
        _coverage.Count(chosen);
        return chosen;
    }

    private EbnfExpression PickWeighted(List<EbnfExpression> alternatives)
    {
        var point = _random.NextDouble() * alternatives.Sum(SentenceWeights.Alternative);
        foreach (var alternative in alternatives)
        {
            point -= SentenceWeights.Alternative(alternative);
            if (point < 0)
            {
                return alternative;
            }
        }

        return alternatives[^1];
    }

    private bool Take(EbnfExpression optional, double probability)
    {
        var likely = _coverage.CountOf(optional) < RarelyDerived ? Math.Max(probability, 0.5) : probability;
        var takes = _budget > 0 && _random.NextDouble() < likely;
        if (takes)
        {
            _coverage.Count(optional);
        }

        return takes;
    }
}
