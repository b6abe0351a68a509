using System.Diagnostics;
using System.Text;

namespace ExsLint.Oracles.Elixir;

/// <summary>One Elixir process that evaluates configurations, one after the other, as Mix and release providers do.</summary>
public sealed class ConfigOracle : IDisposable
{
    private readonly Lazy<Process> _process = new(Start);

    /// <summary>What Elixir makes of a configuration, as one line of JSON.</summary>
    /// <param name="folder">The project's folder, absolute.</param>
    /// <param name="entry">Its first file, relative to the folder.</param>
    /// <param name="later">The file that is read after it, or null.</param>
    /// <param name="environment">The environment; null where a provider reads the file.</param>
    /// <param name="variables">The environment variables; those without a value are not set.</param>
    public string Read(
        string folder, string entry, string? later, string? environment, IReadOnlyDictionary<string, string?> variables)
    {
        var process = _process.Value;
        var set = variables.Where(variable => variable.Value is not null)
            .Select(variable => $"{variable.Key}={Convert.ToBase64String(Encoding.UTF8.GetBytes(variable.Value!))}");
        process.StandardInput.Write(string.Join('\t', [folder, entry, later ?? "-", environment ?? "-", .. set]) + "\n");
        process.StandardInput.Flush();

        // A configuration may print something itself.
        string line;
        do
        {
            line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Elixir has ended.");
        }
        while (!line.StartsWith("{\"", StringComparison.Ordinal));
        return line;
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        if (_process.IsValueCreated)
        {
            _process.Value.StandardInput.Close();
            _process.Value.WaitForExit(5_000);
            _process.Value.Dispose();
        }
    }

    private static Process Start()
    {
        var start = new ProcessStartInfo(ElixirProgram.Path)
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Elixir", "config_oracle.exs") },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        var process = Process.Start(start) ?? throw new InvalidOperationException("Elixir does not start.");

        // Warnings about old ways to write things; nobody reads them, but they must go somewhere.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }
}
