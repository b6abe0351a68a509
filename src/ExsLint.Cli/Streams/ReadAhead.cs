using System.Collections.Concurrent;

namespace ExsLint.Cli.Streams;

/// <summary>Lets one thread read while another one judges.</summary>
internal static class ReadAhead
{
    /// <summary>How many items are handed over at once: to hand one over costs as much as to read a small file.</summary>
    private const int Batch = 16;

    /// <summary>
    /// So many batches are made before they are asked for: enough to keep both threads busy, and little to keep in memory.
    /// </summary>
    private const int Capacity = 4;

    /// <summary>
    /// The same items in the same order, each made on another thread. What that throws is thrown here, behind the items before
    /// it.
    /// </summary>
    /// <param name="items">The items; they are gone over once, to their end.</param>
    public static IEnumerable<T> OnOtherThread<T>(IEnumerable<T> items)
    {
        using var ready = new BlockingCollection<T[]>(Capacity);
        var reading = Task.Factory.StartNew(
            () =>
            {
                try
                {
                    foreach (var batch in items.Chunk(Batch))
                    {
                        ready.Add(batch);
                    }
                }
                finally
                {
                    ready.CompleteAdding();
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        foreach (var item in ready.GetConsumingEnumerable().SelectMany(batch => batch))
        {
            yield return item;
        }

        reading.GetAwaiter().GetResult();
    }
}
