using System.Collections.Concurrent;
using ExsLint.Analysis;

namespace ExsLint.Tests.Analysis;

/// <summary>Threads that share work.</summary>
public sealed class WorkersTests
{
    private const int StackSize = 1024 * 1024;
    private const int LargeStack = 256 * 1024 * 1024;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(100)]
    public void ResultsAreInTheOrderOfTheItems(int count)
    {
        var items = Enumerable.Range(0, 60).ToList();

        // The first items take longest.
        var results = new Workers(count, StackSize).Map(items, item =>
        {
            Thread.SpinWait((60 - item) * 1_000);
            return item * 2;
        });

        Assert.Equal(items.Select(item => item * 2), results);
    }

    [Fact]
    public void OfSeveralFailuresTheFirstIsThrownAndAllBeforeItIsDone()
    {
        for (var round = 0; round < 20; round++)
        {
            var done = new ConcurrentBag<int>();

            var failure = Assert.Throws<InvalidOperationException>(
                () => new Workers(4, StackSize).Map([.. Enumerable.Range(0, 40)], item =>
                {
                    done.Add(item);
                    return item % 10 == 7 ? throw new InvalidOperationException($"{item}") : item;
                }));

            Assert.Equal("7", failure.Message);
            Assert.Empty(Enumerable.Range(0, 8).Except(done));
        }
    }

    [Fact]
    public void NoMoreItemsAreWorkedOnAtOnceThanThereAreWorkers()
    {
        var (now, most) = (0, 0);
        var gate = new Lock();
        new Workers(3, StackSize).Map([.. Enumerable.Range(0, 50)], item =>
        {
            lock (gate)
            {
                most = Math.Max(most, ++now);
            }

            Thread.SpinWait(2_000);
            lock (gate)
            {
                return now--;
            }
        });

        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public void ForFewItemsNoThreadIsStarted()
    {
        int[] items = [.. Enumerable.Range(0, Workers.FewItems - 1)];

        var threads = new Workers(8, StackSize).Map(items, _ => Environment.CurrentManagedThreadId);

        Assert.Equal(items.Select(_ => Environment.CurrentManagedThreadId), threads);
    }

    [Fact]
    public void EachWorkerHasTheStackThatWasAskedFor()
    {
        // On the megabyte or two that a thread has otherwise, this would end the process.
        var workers = new Workers(2, LargeStack);
        var sum = OnLargeStack(() => workers.Map([.. Enumerable.Range(0, 8)], _ => Descend(100_000)).Sum());

        Assert.Equal(800_000, sum);
    }

    private static int OnLargeStack(Func<int> work)
    {
        var result = 0;
        var thread = new Thread(() => result = work(), LargeStack);
        thread.Start();
        thread.Join();
        return result;
    }

    private static int Descend(int depth)
    {
        Span<long> frame = stackalloc long[32];
        frame[depth % frame.Length] = depth;
        return depth == 0 ? 0 : Descend(depth - 1) + (frame[depth % frame.Length] == depth ? 1 : 0);
    }
}
