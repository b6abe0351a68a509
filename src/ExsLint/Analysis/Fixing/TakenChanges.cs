using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Analysis.Fixing;

/// <summary>
/// The changes of one file that are to be made, by their places: each question is a search, not a look at all of them.
/// </summary>
internal sealed class TakenChanges
{
    private readonly HashSet<TextChange> _insertions = [];

    // The offsets of insertions, and what is replaced: sorted. Replaced spans do not overlap.
    private readonly List<int> _offsets = [];
    private readonly List<TextSpan> _replaced = [];

    /// <summary>How many places were compared so far: the work.</summary>
    public long Steps { get; private set; }

    /// <summary>
    /// Whether a change conflicts with one that was taken. Any number may insert at one offset. Overlapping changes and equal
    /// insertions (a comma behind the last pair, say) conflict.
    /// </summary>
    public bool Collides(TextChange change)
    {
        var span = change.Span;
        if (span.IsEmpty)
        {
            return _insertions.Contains(change) || (FirstReplacedBehind(span.Start) is { } around && around.Start < span.Start);
        }

        var offset = IndexOf(_offsets, span.Start + 1);
        return (offset < _offsets.Count && _offsets[offset] < span.End)
            || (FirstReplacedBehind(span.Start) is { } other && other.Start < span.End);
    }

    /// <summary>Takes changes.</summary>
    public void Add(ImmutableArray<TextChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.Span.IsEmpty)
            {
                _insertions.Add(change);
                _offsets.Insert(IndexOf(_offsets, change.Span.Start), change.Span.Start);
            }
            else
            {
                var index = _replaced.BinarySearch(change.Span);
                _replaced.Insert(index < 0 ? ~index : index, change.Span);
            }
        }
    }

    /// <summary>The first replaced span that ends behind an offset.</summary>
    private TextSpan? FirstReplacedBehind(int offset)
    {
        var (low, high) = (0, _replaced.Count);
        while (low < high)
        {
            Steps++;
            var middle = (low + high) / 2;
            (low, high) = _replaced[middle].End <= offset ? (middle + 1, high) : (low, middle);
        }

        return low < _replaced.Count ? _replaced[low] : null;
    }

    /// <summary>Where the first offset stands that is not below a bound.</summary>
    private int IndexOf(List<int> offsets, int bound)
    {
        var (low, high) = (0, offsets.Count);
        while (low < high)
        {
            Steps++;
            var middle = (low + high) / 2;
            (low, high) = offsets[middle] < bound ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
