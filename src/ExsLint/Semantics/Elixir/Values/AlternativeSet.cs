namespace ExsLint.Semantics.Elixir.Values;

/// <summary>
/// Gathers what a value may be. What is equal is one alternative, under what all of its conditions say; what contradicts itself
/// is none.
/// </summary>
internal sealed class AlternativeSet
{
    /// <summary>Of more alternatives nothing is said, whatever they have in common.</summary>
    private const int MostGathered = 64;

    private readonly List<Alternative> _alternatives = [];
    private string? _reason;

    /// <summary>Adds what a value may be: the alternatives of a choice each for itself, under both conditions.</summary>
    public void Add(Alternative alternative)
    {
        if (alternative.Value is not ChoiceValue choice)
        {
            _reason ??= (alternative.Value as UnknownValue)?.Reason;
            AddDistinct(alternative);
            return;
        }

        _reason ??= choice.Reason;
        foreach (var inner in choice.Guarded)
        {
            if (Condition.TryAnd(alternative.Condition, inner.Condition, out var both))
            {
                AddDistinct(new Alternative(inner.Value, both));
            }
        }
    }

    /// <summary>The value.</summary>
    /// <param name="reason">What decides, for people; null for what decides in one of the alternatives.</param>
    public AbstractValue ToValue(string? reason)
    {
        reason ??= _reason ?? "a condition that is not known";
        switch (_alternatives.Count)
        {
            case 0:
                return new UnknownValue(reason);
            case 1:
                return _alternatives[0].Value;
            case <= ChoiceValue.MaximumAlternatives:
                return new ChoiceValue(
                    [.. _alternatives.Select(alternative => alternative.Value)], ReasonOfConditions() ?? reason)
                {
                    Conditions = _alternatives.Exists(alternative => alternative.Condition is not null)
                        ? [.. _alternatives.Select(alternative => alternative.Condition)]
                        : [],
                };
            default:
                return Few(_alternatives.Count > MostGathered ? _alternatives : KeywordJoin.ByKey(_alternatives, reason), reason);
        }
    }

    /// <summary>
    /// One value for too many. Whether it is there at all is kept, and what is known of a keyword list; the others are one
    /// unknown.
    /// </summary>
    private static AbstractValue Few(IReadOnlyList<Alternative> alternatives, string reason)
    {
        if (alternatives.Count <= ChoiceValue.MaximumAlternatives)
        {
            return alternatives.Count == 1 ? alternatives[0].Value : ChoiceValue.Of(alternatives, reason);
        }

        var others = alternatives.Where(alternative => !IsKept(alternative.Value)).ToList();
        return others.Count == alternatives.Count || alternatives.Count > MostGathered
            ? WithAbsence(new UnknownValue(reason), alternatives, reason)
            : ChoiceValue.Of(
                [
                    .. alternatives.Where(alternative => IsKept(alternative.Value)),
                    new Alternative(
                        new UnknownValue(reason), others.Select(other => other.Condition).Aggregate(Condition.Common)),
                ],
                reason);
    }

    private static bool IsKept(AbstractValue value) => value is AbsentValue || Keywords.Of(value) is { HasDistinctKeys: true };

    private static AbstractValue WithAbsence(AbstractValue value, IEnumerable<Alternative> alternatives, string reason)
    {
        var absent = alternatives.Where(alternative => alternative.Value is AbsentValue).Take(1).ToList();
        return absent.Count == 0 ? value : ChoiceValue.Of([.. absent, new Alternative(value, null)], reason);
    }

    /// <summary>What the first question depends on, where questions decide between all alternatives; else null.</summary>
    private string? ReasonOfConditions() => _alternatives.TrueForAll(alternative => alternative.Condition is not null)
        ? _alternatives[0].Condition!.Answers[0].Question.Reason
        : null;

    private void AddDistinct(Alternative alternative)
    {
        if (_alternatives.Count > MostGathered && alternative.Value is not AbsentValue)
        {
            return;
        }

        for (var i = 0; i < _alternatives.Count; i++)
        {
            if (Join(_alternatives[i].Value, alternative.Value) is { } joined)
            {
                _alternatives[i] =
                    new Alternative(joined, Condition.Common(_alternatives[i].Condition, alternative.Condition));
                return;
            }
        }

        _alternatives.Add(alternative);
    }

    /// <summary>
    /// One value for two that say the same; null where they do not. Two unknowns with the same reason say the same, and are
    /// computed from nothing that one could name.
    /// </summary>
    private static AbstractValue? Join(AbstractValue first, AbstractValue second)
    {
        if (first is AbsentValue { Doubt: not null } doubted && second is AbsentValue missing && missing.Doubt != doubted.Doubt)
        {
            return second;
        }

        if (first is UnknownValue { Symbol: not null } older
            && second is UnknownValue newer
            && !older.Symbol.Equals(newer.Symbol))
        {
            var plain = older with { Symbol = null };
            return ValueComparer.Same(plain, newer with { Symbol = null }) ? plain : null;
        }

        return ValueComparer.Same(first, second is UnknownValue { Symbol: not null } named and not ConditionalListValue
            ? named with { Symbol = (first as UnknownValue)?.Symbol }
            : second) ? first : null;
    }
}
