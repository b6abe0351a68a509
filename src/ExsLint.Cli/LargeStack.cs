using ExsLint.Cli.Commands;

namespace ExsLint.Cli;

/// <summary>
/// Runs the program on a stack of its own size, so that how deep it follows nested input depends on neither <c>ulimit -s</c> nor
/// the operating system, and a report is the same everywhere.
/// </summary>
internal static class LargeStack
{
    /// <summary>Runs a function to its end.</summary>
    /// <returns>What it returns.</returns>
    public static int Run(Func<int> function)
    {
        var result = ExitCodes.Failure;
        try
        {
            var thread = new Thread(() => result = Guard(function), Processors.StackSize);
            thread.Start();
            thread.Join();
        }
        catch (OutOfMemoryException)
        {
            SayOutOfMemory();
        }

        return result;
    }

    private static int Guard(Func<int> function)
    {
        try
        {
            return function();
        }
        catch (OutOfMemoryException)
        {
            SayOutOfMemory();
            return ExitCodes.Failure;
        }
    }

    private static void SayOutOfMemory()
    {
        using var error = Console.OpenStandardError();
        error.Write("exslint: error: there is not enough memory\n"u8);
    }
}
