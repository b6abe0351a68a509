namespace ExsLint.Tests.TestSupport;

/// <summary>
/// Lets work that must stay in proportion to its input run for as long as even a very busy machine may need. The inputs are
/// chosen so that work which grows with the square of them takes hours. How long it takes is for the benchmarks.
/// </summary>
internal static class HangGuard
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Does the work; fails if it goes on and on.</summary>
    public static void Run(Action work) => Run(() =>
    {
        work();
        return true;
    });

    /// <summary>Does the work and gives what comes of it; fails if it goes on and on.</summary>
    public static T Run<T>(Func<T> work)
    {
        // A thread of its own: xunit's are as many as the machine has cores, and all of them may stand here.
        var result = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Assert.True(((IAsyncResult)result).AsyncWaitHandle.WaitOne(Patience), $"This hangs: it has gone on for {Patience}.");
        return result.GetAwaiter().GetResult();
    }
}
