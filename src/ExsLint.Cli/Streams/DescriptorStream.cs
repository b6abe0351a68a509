using System.Runtime.InteropServices;

namespace ExsLint.Cli.Streams;

/// <summary>
/// Writes to a standard stream on Linux. The runtime's own stream sends a terminal <c>ESC [ ? 1 h ESC =</c> before the first text
/// (EnsureConsoleInitialized() in ConsolePal.Unix.cs), as for a program that reads keys. A file stream would not do in its place:
/// it keeps a position of its own, and what the shell writes behind it would overwrite the text.
/// </summary>
/// <param name="descriptor">The number of the stream: 1 or 2.</param>
internal sealed partial class DescriptorStream(int descriptor) : Stream
{
    // Numbers of Linux: asm-generic/errno-base.h, asm-generic/poll.h.
    private const int Interrupted = 4, TryAgain = 11, BrokenPipe = 32;
    private const short WriteWillDo = 4;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var written = Write(descriptor, buffer, buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }

            switch (Marshal.GetLastPInvokeError())
            {
                case Interrupted:
                    break;
                case TryAgain:
                    // Somebody else made the stream one that does not wait.
                    Span<short> wanted = [(short)descriptor, 0, WriteWillDo, 0];
                    _ = Poll(wanted, 1, -1);
                    break;
                case BrokenPipe:
                    return;
                case var error:
                    throw new IOException(null, error);
            }
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Write(int descriptor, ReadOnlySpan<byte> bytes, nint count);

    /// <summary>struct pollfd: a descriptor of four bytes, then what is waited for and what came of it, two bytes each.</summary>
    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Poll(Span<short> descriptors, nuint count, int milliseconds);
}
