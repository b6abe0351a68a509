using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace ExsLint.Analysis;

/// <summary>
/// The threads that share the projects and units of an analysis. What comes of it is the same with any number of them: results
/// are in the order of the items, and of several failures the one is thrown that a single thread would have met.
/// </summary>
/// <param name="Count">How many there are, the caller's among them; so many items are worked on at once.</param>
/// <param name="StackSize">
/// The stack of each thread in bytes: as much as the caller has, since that decides how deep input is followed.
/// </param>
public sealed record Workers(int Count, int StackSize)
{
    /// <summary>For fewer items a thread is not worth its start.</summary>
    public const int FewItems = 4;

    /// <summary>The caller's thread alone.</summary>
    public static Workers One { get; } = new(1, 0);

    /// <summary>Does some work for each of several items.</summary>
    /// <param name="items">The items.</param>
    /// <param name="work">The work for one of them; with several workers it is done for several items at the same time.</param>
    /// <returns>What came of each, in the order of the items.</returns>
    public ImmutableArray<TResult> Map<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, TResult> work)
    {
        if (Count <= 1 || items.Count < FewItems)
        {
            return [.. items.Select(work)];
        }

        var shared = new SharedWork<TItem, TResult>(items, work);
        var threads = StartThreads(Math.Min(Count, items.Count) - 1, shared.Run);
        shared.Run();
        threads.ForEach(thread => thread.Join());
        return shared.Finish();
    }

    /// <summary>Starts threads that do not keep the process from ending.</summary>
    private List<Thread> StartThreads(int count, Action run)
    {
        var threads = new List<Thread>();
        try
        {
            for (var i = 0; i < count; i++)
            {
                var thread = new Thread(() => run(), StackSize) { IsBackground = true };
                thread.Start();
                threads.Add(thread);
            }
        }
        catch (OutOfMemoryException)
        {
            // The system gives no more threads: those that there are do all of the work.
        }

        return threads;
    }

    /// <summary>Work that several threads take from.</summary>
    private sealed class SharedWork<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, TResult> work)
    {
        private readonly TResult[] _results = new TResult[items.Count];
        private readonly Lock _lock = new();
        private int _next;
        private volatile int _failed = items.Count;
        private ExceptionDispatchInfo? _failure;

        /// <summary>Works on items until none is left, or one has failed. Items are taken in their order.</summary>
        public void Run()
        {
            while (Interlocked.Increment(ref _next) - 1 is var item && item < _failed)
            {
#pragma warning disable CA1031 // It is thrown again where the results are asked for.
                try
                {
                    _results[item] = work(items[item]);
                }
                catch (Exception failure)
                {
                    Note(item, failure);
                }
#pragma warning restore CA1031
            }
        }

        /// <summary>The results, or the failure of the first item that failed. All items before that one were done.</summary>
        public ImmutableArray<TResult> Finish()
        {
            _failure?.Throw();
            return ImmutableCollectionsMarshal.AsImmutableArray(_results);
        }

        private void Note(int item, Exception failure)
        {
            lock (_lock)
            {
                if (item < _failed)
                {
                    (_failed, _failure) = (item, ExceptionDispatchInfo.Capture(failure));
                }
            }
        }
    }
}
