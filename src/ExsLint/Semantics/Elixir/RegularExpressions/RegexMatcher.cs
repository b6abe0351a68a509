using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ExsLint.Semantics.Elixir.RegularExpressions;

/// <summary>
/// Matches a pattern against a text, a character for each byte, by backtracking, in the order in which PCRE tries alternatives,
/// so that it finds the same match and the same groups. The work is bounded, since a short pattern can ask for an endless search.
/// </summary>
internal sealed class RegexMatcher(RegexPattern pattern, string subject)
{
    private const int MaximumDepth = 1_000;
    private const int MaximumSteps = 200_000;

    private RegexSpan?[] _captures = new RegexSpan?[pattern.GroupCount + 1];
    private int _depth;

    /// <summary>How much was done: one unit is a part tried at a place.</summary>
    public int Steps { get; private set; }

    /// <summary>Whether the search was given up, so that what was found says nothing.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>
    /// The first match from a place on: itself, then its groups, null for those that took no part. Null where there is none.
    /// </summary>
    /// <param name="from">The place, a 0-based offset.</param>
    /// <param name="isAnchored">Whether it must start there.</param>
    /// <param name="isNonEmpty">Whether one that is empty and starts there does not count.</param>
    public ImmutableArray<RegexSpan?>? Match(int from, bool isAnchored = false, bool isNonEmpty = false)
    {
        for (var start = from; start <= subject.Length && !GaveUp; start++)
        {
            Array.Clear(_captures);
            var end = -1;
            if (Match(pattern.Root, start, at => (end = at) >= 0 && !(isNonEmpty && at == start && start == from)) && !GaveUp)
            {
                _captures[0] = new RegexSpan(start, end - start);
                return [.. _captures];
            }

            if (isAnchored)
            {
                break;
            }
        }

        return null;
    }

    private bool Match(RegexNode node, int at, Func<int, bool> next)
    {
        GaveUp |= ++Steps > MaximumSteps || _depth >= MaximumDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack();
        if (GaveUp)
        {
            return false;
        }

        _depth++;
        var matches = node switch
        {
            RegexCharacter { Set: var set } => at < subject.Length && set.Contains(subject[at]) && next(at + 1),
            RegexSequence sequence => MatchAll(sequence.Nodes, 0, at, next),
            RegexAlternation alternation => alternation.Nodes.Any(branch => Match(branch, at, next)),
            RegexGroup group => MatchGroup(group, at, next),
            RegexRepeat { Body: RegexCharacter { Set: var set } } repeat => MatchRun(repeat, set, at, next),
            RegexRepeat { Kind: RegexRepeatKind.Possessive } repeat =>
                MatchFirst(repeat with { Kind = RegexRepeatKind.Greedy }, at, next),
            RegexRepeat repeat => MatchTimes(repeat, 0, at, next),
            RegexAtomic atomic => MatchFirst(atomic.Body, at, next),
            RegexLookahead ahead => MatchAhead(ahead, at, next),
            RegexBackReference reference => MatchAgain(_captures[reference.Number], at, next),
            RegexAnchor anchor => IsAt(anchor.Kind, at) && next(at),
            _ => throw new InvalidOperationException($"no way to match a {node.GetType().Name}"),
        };
        _depth--;
        return matches;
    }

    private bool MatchAll(ImmutableArray<RegexNode> nodes, int index, int at, Func<int, bool> next) =>
        index == nodes.Length ? next(at) : Match(nodes[index], at, end => MatchAll(nodes, index + 1, end, next));

    private bool MatchGroup(RegexGroup group, int at, Func<int, bool> next) => Match(group.Body, at, end =>
    {
        var before = _captures[group.Number];
        _captures[group.Number] = new RegexSpan(at, end - at);
        if (next(end))
        {
            return true;
        }

        _captures[group.Number] = before;
        return false;
    });

    /// <summary>A repeated character: how many there are is counted first.</summary>
    private bool MatchRun(RegexRepeat repeat, CharacterSet set, int at, Func<int, bool> next)
    {
        var most = 0;
        while (most < repeat.Maximum && at + most < subject.Length && set.Contains(subject[at + most]))
        {
            most++;
        }

        Steps += most;
        switch (repeat.Kind)
        {
            case var _ when most < repeat.Minimum:
                return false;
            case RegexRepeatKind.Possessive:
                return next(at + most);
            case RegexRepeatKind.Lazy:
                for (var count = repeat.Minimum; count <= most; count++)
                {
                    if (next(at + count))
                    {
                        return true;
                    }
                }

                return false;
            default:
                for (var count = most; count >= repeat.Minimum; count--)
                {
                    if (next(at + count))
                    {
                        return true;
                    }
                }

                return false;
        }
    }

    private bool MatchTimes(RegexRepeat repeat, int done, int at, Func<int, bool> next)
    {
        bool More() => done < repeat.Maximum && Match(repeat.Body, at, end => MatchTimes(repeat, done + 1, end, next));
        bool Enough() => done >= repeat.Minimum && next(at);
        return repeat.Kind == RegexRepeatKind.Lazy ? Enough() || More() : More() || Enough();
    }

    /// <summary>
    /// Matches a part in the first way there is, and in no other; where that leads nowhere, what it captured is undone.
    /// </summary>
    private bool MatchFirst(RegexNode node, int at, Func<int, bool> next)
    {
        RegexSpan?[] before = [.. _captures];
        var end = -1;
        if (Match(node, at, place => (end = place) >= 0) && next(end))
        {
            return true;
        }

        _captures = before;
        return false;
    }

    private bool MatchAhead(RegexLookahead ahead, int at, Func<int, bool> next)
    {
        if (!ahead.IsNegated)
        {
            return MatchFirst(ahead.Body, at, _ => next(at));
        }

        RegexSpan?[] before = [.. _captures];
        if (!Match(ahead.Body, at, _ => true))
        {
            return next(at);
        }

        _captures = before;
        return false;
    }

    /// <summary>What a group captured, again; a group that took no part matches nothing.</summary>
    private bool MatchAgain(RegexSpan? captured, int at, Func<int, bool> next)
    {
        if (captured is not { } span || at + span.Length > subject.Length)
        {
            return false;
        }

        var comparison = pattern.IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        Steps += span.Length;
        return string.Compare(subject, span.Start, subject, at, span.Length, comparison) == 0 && next(at + span.Length);
    }

    private bool IsAt(RegexAnchorKind kind, int at) => kind switch
    {
        RegexAnchorKind.Start => at == 0,
        RegexAnchorKind.End => at == subject.Length,
        RegexAnchorKind.LineStart when pattern.IsMultiline => at == 0 || (at < subject.Length && subject[at - 1] == '\n'),
        RegexAnchorKind.LineStart => at == 0,
        RegexAnchorKind.LineEnd when pattern.IsMultiline => at == subject.Length || subject[at] == '\n',
        RegexAnchorKind.LineEnd or RegexAnchorKind.EndOrLastLine =>
            at == subject.Length || (at == subject.Length - 1 && subject[at] == '\n'),
        RegexAnchorKind.WordBoundary => IsWord(at - 1) != IsWord(at),
        _ => IsWord(at - 1) == IsWord(at),
    };

    private bool IsWord(int at) => at >= 0 && at < subject.Length && CharacterSet.Word.Contains(subject[at]);
}

/// <summary>A part of a text: a 0-based offset in bytes, and a length.</summary>
internal readonly record struct RegexSpan(int Start, int Length)
{
    /// <summary>The offset behind it.</summary>
    public int End => Start + Length;
}
