using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>
/// <c>Enum.filter</c> and <c>reject</c>. What certainly stays is known. What may go is there in some of several lists, with what
/// it is where it stays: <c>Enum.reject([host: System.get_env("HOST")], fn {_, v} -> is_nil(v) end)</c>.
/// </summary>
internal static class EnumFilter
{
    /// <summary>Whether an item stays: what it is then, and whether it may go.</summary>
    private readonly record struct Verdict(AbstractValue? Stays, bool MayGo);

    /// <summary>The items that stay; null where that is not known.</summary>
    /// <param name="site">The call.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="predicate">The function.</param>
    /// <param name="keeps">Whether those stay for which it is true.</param>
    public static AbstractValue? Filter(CallSite site, AbstractValue collection, AbstractValue predicate, bool keeps)
    {
        if (Enumerables.Items(collection, out var isOrdered) is not { } items)
        {
            return Enumerables.IsNone(collection) ? Raise : null;
        }

        // A function that configures is called once an item.
        var mayAskTwice = predicate is FunctionValue { Target.MayConfigure: false };
        ImmutableArray<ImmutableArray<AbstractValue>> all =
            [.. items.Select(item => mayAskTwice ? AlternativesOf(item) : [item])];
        if (Ask(site, all, predicate, isOrdered, out var never) is not { } answers)
        {
            return never;
        }

        return Gather([.. items.Select((item, i) => Judge(item, all[i], answers[i], keeps))], isOrdered);
    }

    /// <summary>
    /// What the function says of each item's alternatives; null where that is not known. Where it raises, the item is another
    /// one.
    /// </summary>
    private static List<ImmutableArray<AbstractValue>>? Ask(
        CallSite site,
        ImmutableArray<ImmutableArray<AbstractValue>> items,
        AbstractValue predicate,
        bool isOrdered,
        out NeverValue? never)
    {
        never = null;
        var run = isOrdered && items.All(alternatives => alternatives.Length == 1) ? null : site.Caller.RunUnordered();
        var all = new List<ImmutableArray<AbstractValue>>(items.Length);
        foreach (var alternatives in items)
        {
            var answers = ImmutableArray.CreateBuilder<AbstractValue>(alternatives.Length);
            foreach (var item in alternatives)
            {
                var answer = run is null ? site.Invoke(predicate, item) : run.Run(() => site.Invoke(predicate, item));
                if (answer is null)
                {
                    run!.End();
                    return null;
                }

                answers.Add(answer);
            }

            if (answers.All(answer => answer is NeverValue))
            {
                never = run?.End() == false ? null : answers[0] as NeverValue;
                return null;
            }

            if (answers.Any(answer => answer is NeverValue))
            {
                site.Caller.AddDoubtfulRaise();
            }

            all.Add(answers.DrainToImmutable());
        }

        return run?.End() == false ? null : all;
    }

    /// <summary>How many items stay.</summary>
    /// <param name="kept">What <see cref="Filter"/> gave.</param>
    public static AbstractValue? Count(AbstractValue? kept) => kept switch
    {
        null or NeverValue => kept,
        ChoiceValue choice => ChoiceValue.Of([.. choice.Alternatives.Select(list => Count(list)!)], choice.Reason),
        _ => Enumerables.Items(kept, out _) is { } items ? Number(items.Length) : null,
    };

    /// <summary>What an item, or the value of a pair, may be, each on its own.</summary>
    private static ImmutableArray<AbstractValue> AlternativesOf(AbstractValue item) => item switch
    {
        ChoiceValue choice => [.. choice.Alternatives.SelectMany(one => AlternativesOf(one))],
        UnknownValue { Shape: ValueShape.BinaryOrNil } text => [text with { Shape = ValueShape.Binary }, Nil],
        TupleValue { Items: [var key, ChoiceValue or UnknownValue { Shape: ValueShape.BinaryOrNil }] } pair =>
            [.. AlternativesOf(pair.Items[1]).Select(value => (AbstractValue)(pair with { Items = [key, value] }))],
        _ => [item],
    };

    private static Verdict Judge(
        AbstractValue item,
        ImmutableArray<AbstractValue> alternatives,
        ImmutableArray<AbstractValue> answers,
        bool keeps)
    {
        ImmutableArray<AbstractValue> stay = [.. alternatives.Where((_, i) =>
            answers[i] is not NeverValue && (answers[i].IsTruthy is not { } truth || truth == keeps))];
        var mayGo = answers.Any(answer =>
            answer is not NeverValue && (answer.IsTruthy is not { } truth || truth != keeps));
        return new Verdict(
            stay.IsEmpty ? null : stay.Length == alternatives.Length ? item : Join(item, stay),
            mayGo);
    }

    /// <summary>The alternatives that stay; those of a pair are alternatives of its value.</summary>
    private static AbstractValue Join(AbstractValue item, ImmutableArray<AbstractValue> stay) => item is TupleValue pair
        ? pair with
        {
            Items = [pair.Items[0], ChoiceValue.Of([.. stay.Select(one => ((TupleValue)one).Items[1])], ReasonOf(pair))],
        }
        : ChoiceValue.Of(stay, ReasonOf(item));

    private static AbstractValue? Gather(List<Verdict> verdicts, bool isOrdered)
    {
        var optional = verdicts.FindAll(verdict => verdict is { Stays: not null, MayGo: true });
        if (1 << Math.Min(optional.Count, 30) > ChoiceValue.MaximumAlternatives)
        {
            return GatherMany(verdicts, isOrdered, ReasonOf(optional[0].Stays!));
        }

        List<ImmutableArray<AbstractValue>> lists = [[]];
        foreach (var verdict in verdicts.Where(verdict => verdict.Stays is not null))
        {
            lists =
            [
                .. lists.SelectMany(list => verdict.MayGo
                    ? (ImmutableArray<AbstractValue>[])[list.Add(verdict.Stays!), list]
                    : [list.Add(verdict.Stays!)]),
            ];
        }

        return ChoiceValue.Of(
            [.. lists.Select(list => Enumerables.ListOf(list, isOrdered))],
            optional.Count > 0 ? ReasonOf(optional[0].Stays!) : null);
    }

    /// <summary>Many entries of a keyword list may go: those that stay are known, the others may be there or not.</summary>
    private static ConditionalListValue? GatherMany(List<Verdict> verdicts, bool isOrdered, string reason)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var stays = ImmutableArray.CreateBuilder<AbstractValue>();
        foreach (var verdict in verdicts.Where(verdict => verdict.Stays is not null))
        {
            if (verdict.Stays is not TupleValue { Items: [AtomValue key, var value] } pair || !keys.Add(key.Name))
            {
                return null;
            }

            stays.Add(verdict.MayGo ? Keywords.WithValue(pair, ChoiceValue.Of([value, new AbsentValue()], reason)) : pair);
        }

        return new ConditionalListValue(stays.DrainToImmutable(), reason) { IsOrdered = isOrdered };
    }

    private static string ReasonOf(AbstractValue value) =>
        ValueComparer.FirstUnknown([value]) is { } part ? TextTerms.ReasonOf(part) : "a condition that is not known";
}
