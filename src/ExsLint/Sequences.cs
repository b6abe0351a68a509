using System.Collections.Immutable;

namespace ExsLint;

/// <summary>
/// <c>Select</c> and <c>Where</c>, which stand in for System.Linq's in the whole library: extension methods of an enclosing
/// namespace are found first. The platform's merge into each other (<c>Where</c> and then <c>Select</c>) through generic virtual
/// methods. Code that is compiled ahead of time looks such a method up in tables, at 70,000 instructions for each pair of types,
/// and carries a dozen classes for each.
/// </summary>
internal static class Sequences
{
    /// <summary>What a function makes of each element.</summary>
    public static IEnumerable<TResult> Select<TSource, TResult>(
        this IEnumerable<TSource> source, Func<TSource, TResult> selector)
    {
        foreach (var element in source)
        {
            yield return selector(element);
        }
    }

    /// <inheritdoc cref="Select{TSource, TResult}(IEnumerable{TSource}, Func{TSource, TResult})"/>
    public static IEnumerable<TResult> Select<TSource, TResult>(
        this ImmutableArray<TSource> source, Func<TSource, TResult> selector)
    {
        foreach (var element in source)
        {
            yield return selector(element);
        }
    }

    /// <summary>The elements for which a condition holds.</summary>
    public static IEnumerable<TSource> Where<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate)
    {
        foreach (var element in source)
        {
            if (predicate(element))
            {
                yield return element;
            }
        }
    }

    /// <inheritdoc cref="Where{TSource}(IEnumerable{TSource}, Func{TSource, bool})"/>
    public static IEnumerable<TSource> Where<TSource>(this ImmutableArray<TSource> source, Func<TSource, bool> predicate)
    {
        foreach (var element in source)
        {
            if (predicate(element))
            {
                yield return element;
            }
        }
    }
}
