using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ExsLint.Oracles.Elixir;

/// <summary>One Elixir process that formats config files, and compares what two of them configure.</summary>
public sealed class EditsOracle : IDisposable
{
    private readonly Lazy<Process> _process = new(Start);

    /// <summary>The text as <c>mix format</c> writes it; null if Elixir cannot parse it.</summary>
    public string? Format(string text) => Ask("format", text) is ("ok", var formatted) ? formatted : null;

    /// <summary>
    /// <c>ok</c> if a file configures what another one does, with one setting at another value; else what is different, or why
    /// Elixir refuses one of them.
    /// </summary>
    public string CompareEffect(string before, string after, string path, string value)
    {
        var (word, reason) = Ask("effect", before, after, path, value);
        return $"{word} {reason}".Trim();
    }

    /// <summary>
    /// <c>ok</c> if a file configures what another one does without the entry at a place, counted from 1; else what is different,
    /// or why Elixir refuses one of them.
    /// </summary>
    public string CompareWithout(string before, string after, int line, int column)
    {
        var (word, reason) = Ask(
            "without", before, after, line.ToString(CultureInfo.InvariantCulture), column.ToString(CultureInfo.InvariantCulture));
        return $"{word} {reason}".Trim();
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

    private (string Word, string Text) Ask(string word, params ReadOnlySpan<string> texts)
    {
        var line = new StringBuilder(word);
        foreach (var text in texts)
        {
            line.Append(' ').Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));
        }

        _process.Value.StandardInput.Write(line.Append('\n'));
        _process.Value.StandardInput.Flush();
        var answer = _process.Value.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Elixir has ended.");
        var words = answer.Split(' ');
        return (words[0], words.Length > 1 ? Encoding.UTF8.GetString(Convert.FromBase64String(words[1])) : "");
    }

    private static Process Start()
    {
        var start = new ProcessStartInfo(ElixirProgram.Path)
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Elixir", "edits_oracle.exs") },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        return Process.Start(start) ?? throw new InvalidOperationException("Elixir does not start.");
    }
}
