using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Keyword.validate/2</c>: options and their defaults.</summary>
internal static class KeywordOptions
{
    private const string Reason = "the order of options, which depends on the version of Elixir";

    public static void AddTo(FunctionTable table)
    {
        table.In("Keyword")
            .Partial("validate", 2, ValueShape.Any, a => Validate(a, out var unknown) is { } valid ? Map(valid, Ok)
                : unknown.IsEmpty ? null : Tuple(Error, new ListValue(unknown)))
            .Partial("validate!", 2, ValueShape.List, a =>
                Validate(a, out var unknown) is { } valid ? valid : unknown.IsEmpty ? null : Raise);
    }

    private static AbstractValue Map(AbstractValue value, Func<AbstractValue, AbstractValue> change) =>
        value is ChoiceValue choice
            ? ChoiceValue.Of([.. choice.Alternatives.Select(change)], choice.Reason)
            : change(value);

    /// <summary>
    /// The options behind the defaults of those that are not given. Elixir turns what is given around, up to 1.18; the defaults
    /// are in an order that comes of how it looks for them. Null where an option is not allowed, or not all are known.
    /// </summary>
    private static AbstractValue? Validate(ImmutableArray<AbstractValue> a, out ImmutableArray<AbstractValue> unknown)
    {
        unknown = [];
        if (a is not [ListValue { Rest: null, IsKeyword: true } given, ListValue { Rest: null } allowed]
            || !allowed.Items.All(item => KeyOf(item) is not null))
        {
            return null;
        }

        var (left, passed) = (new List<AbstractValue>(allowed.Items), new List<AbstractValue>());
        foreach (var key in given.Items.Select(pair => KeyOf(pair)!))
        {
            if (Take(key, left, passed))
            {
                continue;
            }

            if (Take(key, passed, left))
            {
                (left, passed) = (passed, left);
            }
            else
            {
                unknown = unknown.Insert(0, new AtomValue(key));
            }
        }

        if (!unknown.IsEmpty)
        {
            return null;
        }

        var defaults = left.AsEnumerable().Reverse().Concat(passed.AsEnumerable().Reverse())
            .Where(item => item is TupleValue).ToList();
        return ChoiceValue.Of([List([.. defaults, .. given.Items.Reverse()]), List([.. defaults, .. given.Items])], Reason);
    }

    /// <summary>Takes an option out of those left; the ones before it are passed, the last of them first.</summary>
    private static bool Take(string key, List<AbstractValue> left, List<AbstractValue> passed)
    {
        var index = left.FindIndex(option => KeyOf(option) == key);
        if (index < 0)
        {
            return false;
        }

        passed.InsertRange(0, left.Take(index).Reverse());
        left.RemoveRange(0, index + 1);
        return true;
    }

    /// <summary>The key of an option, which may be written alone.</summary>
    private static string? KeyOf(AbstractValue option) => option switch
    {
        AtomValue key => key.Name,
        TupleValue { Items: [AtomValue key, _] } => key.Name,
        _ => null,
    };
}
