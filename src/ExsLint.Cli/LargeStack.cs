using ExsLint.Analysis;
using ExsLint.Cli.Commands;

namespace ExsLint.Cli;

/// <summary>
/// Runs the program on a stack of its own size, so that how deep it follows nested input depends on neither <c>ulimit -s</c> nor
/// the operating system, and a report is the same everywhere.
/// </summary>
internal static class LargeStack
{
    /// <summary>In bytes. It is only reserved: what nobody uses takes no memory.</summary>
    public const int Size = 16 * 1024 * 1024;

    /// <summary>Each more keeps a project in memory, and they wait for each other where memory is collected.</summary>
    private const int MostWorkers = 8;

    /// <summary>
    /// The threads that share the projects and units of a run: one a processor, on stacks like that of the program. The runtime
    /// counts the processors that the process may use, and heeds <c>DOTNET_PROCESSOR_COUNT</c>.
    /// </summary>
    public static Workers Workers { get; } = new(Math.Min(Environment.ProcessorCount, MostWorkers), Size);

    /// <summary>Runs a function to its end.</summary>
    /// <returns>What it returns.</returns>
    public static int Run(Func<int> function)
    {
        var result = ExitCodes.Failure;
        try
        {
            var thread = new Thread(() => result = Guard(function), Size);
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
