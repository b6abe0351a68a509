using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ExsLint.Oracles.Elixir;

/// <summary>
/// One Elixir process that parses sources and never evaluates them. A frame is four bytes of length, big endian, and that many
/// bytes; a message is a frame of frames, one a source or one an answer.
/// </summary>
public sealed class ElixirOracle : IDisposable
{
    // Enough to keep both sides busy, little enough that an answer is never far away.
    private const int SourcesPerMessage = 512;

    private readonly Lazy<Process> _process = new(Start);

    /// <summary>What Elixir makes of one source.</summary>
    public QuotedAnswer Quote(byte[] source) => QuoteAll([source])[0];

    /// <summary>What Elixir makes of sources, in their order.</summary>
    public IReadOnlyList<QuotedAnswer> QuoteAll(IReadOnlyList<byte[]> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var process = _process.Value;

        // Both pipes are small: whoever only writes, or only reads, waits for ever.
        var writing = Task.Run(() => WriteMessages(process.StandardInput.BaseStream, sources));
        var answers = new List<QuotedAnswer>(sources.Count);
        while (answers.Count < sources.Count)
        {
            ReadAnswers(process.StandardOutput.BaseStream, answers);
        }

        writing.GetAwaiter().GetResult();
        return answers;
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

    private static void WriteMessages(Stream output, IReadOnlyList<byte[]> sources)
    {
        var number = new byte[sizeof(uint)];
        using var message = new MemoryStream();
        for (var first = 0; first < sources.Count; first += SourcesPerMessage)
        {
            message.SetLength(0);
            for (var i = first; i < Math.Min(sources.Count, first + SourcesPerMessage); i++)
            {
                BinaryPrimitives.WriteInt32BigEndian(number, sources[i].Length);
                message.Write(number);
                message.Write(sources[i]);
            }

            BinaryPrimitives.WriteInt32BigEndian(number, (int)message.Length);
            output.Write(number);
            message.WriteTo(output);
            output.Flush();
        }
    }

    private static void ReadAnswers(Stream input, List<QuotedAnswer> answers)
    {
        var number = new byte[sizeof(uint)];
        input.ReadExactly(number);
        var message = new byte[BinaryPrimitives.ReadInt32BigEndian(number)];
        input.ReadExactly(message);
        for (var rest = message.AsSpan(); !rest.IsEmpty;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            answers.Add(ReadAnswer(Encoding.UTF8.GetString(rest.Slice(sizeof(uint), length))));
            rest = rest[(sizeof(uint) + length)..];
        }
    }

    /// <summary><c>+AST</c>, or <c>-LINE:COLUMN:MESSAGE</c>.</summary>
    private static QuotedAnswer ReadAnswer(string text)
    {
        if (text[0] == '+')
        {
            return new QuotedAnswer(text[1..], 0, 0, "");
        }

        var parts = text[1..].Split(':', 3);
        return new QuotedAnswer(
            null, int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]);
    }

    private static Process Start()
    {
        var start = new ProcessStartInfo(ElixirProgram.Path)
        {
            // Erlang's own reader of standard input would take the frames; every new name is an atom for good, and the usual
            // limit of a million of them is near.
            ArgumentList =
                { "--erl", "-noinput +t 8000000", Path.Combine(AppContext.BaseDirectory, "Elixir", "quoted_oracle.exs") },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        return Process.Start(start) ?? throw new InvalidOperationException("Elixir does not start.");
    }
}
