using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir;

namespace ExsLint.Semantics.Elixir.Model;

/// <summary>
/// What values are while an environment variable is not set, where the conditions of their alternatives say so: no evaluation is
/// needed then.
/// </summary>
/// <param name="trees">All files that the values were taken from.</param>
internal sealed class UnsetVariable(IReadOnlyList<ElixirSyntaxTree> trees)
{
    /// <summary>
    /// The only alternative that is left without the variable. Null where conditions do not decide, or where the variable is
    /// named more than once: without it, Elixir may refuse the configuration elsewhere.
    /// </summary>
    /// <param name="value">What a setting may be.</param>
    /// <param name="variable">The variable's name.</param>
    public AbstractValue? ValueOf(AbstractValue value, string variable)
    {
        if (value is not ChoiceValue { Conditions.IsEmpty: false } choice)
        {
            return null;
        }

        AbstractValue? left = null;
        for (var i = 0; i < choice.Alternatives.Length; i++)
        {
            if (!Excludes(choice.ConditionOf(i), variable))
            {
                if (left is not null)
                {
                    return null;
                }

                left = choice.Alternatives[i];
            }
        }

        return left is not null && ValueComparer.IsKnown(left) && IsNamedOnce(variable) ? left : null;
    }

    private static bool Excludes(Condition? condition, string variable)
    {
        for (; condition is not null; condition = condition.Rest)
        {
            var symbol = condition.Answer.Question.Symbol;
            if (condition.Answer.Holds && (symbol?.Variable ?? symbol?.Equality?.Subject.Variable) == variable)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNamedOnce(string variable)
    {
        var count = 0;
        foreach (var tree in trees)
        {
            var text = tree.File.Content.AsSpan();
            for (int index; (index = text.IndexOf(variable)) >= 0; text = text[(index + variable.Length)..])
            {
                if (++count > 1)
                {
                    return false;
                }
            }
        }

        return count == 1;
    }
}
