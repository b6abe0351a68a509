using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace ExsLint.Oracles.Elixir;

/// <summary>One Elixir process that parses sources, one after the other, and never evaluates them.</summary>
public sealed class ElixirOracle : IDisposable
{
    private readonly Lazy<Process> _process = new(Start);

    /// <summary>Elixir's quoted form of a source as canonical JSON, or null and its message if Elixir refuses the source.</summary>
    public (string? Quoted, string Message) Quote(byte[] source)
    {
        var process = _process.Value;
        process.StandardInput.Write(Convert.ToBase64String(source) + "\n");
        process.StandardInput.Flush();
        var line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Elixir has ended.");
        using var answer = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 10_000 });
        return answer.RootElement.GetProperty("ok").GetBoolean()
            ? (answer.RootElement.GetProperty("ast").GetRawText(), "")
            : (null, answer.RootElement.GetProperty("message").GetString() ?? "");
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
        var start = new ProcessStartInfo("elixir")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Elixir", "quoted_oracle.exs") },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        return Process.Start(start) ?? throw new InvalidOperationException("Elixir does not start.");
    }
}
