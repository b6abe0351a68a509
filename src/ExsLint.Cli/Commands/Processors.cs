using ExsLint.Analysis;

namespace ExsLint.Cli.Commands;

/// <summary>The processors that a run may use.</summary>
internal static class Processors
{
    /// <summary>The stack of each thread in bytes. It is only reserved: what nobody uses takes no memory.</summary>
    public const int StackSize = 16 * 1024 * 1024;

    /// <summary>Each more keeps a project in memory, and they wait for each other where memory is collected.</summary>
    private const int MostWorkers = 8;

    /// <summary>
    /// The threads that share the projects and units of a run, one a processor. The runtime counts the processors that the
    /// process may use, and heeds <c>DOTNET_PROCESSOR_COUNT</c>.
    /// </summary>
    public static Workers Workers { get; } = new(Math.Min(Environment.ProcessorCount, MostWorkers), StackSize);
}
