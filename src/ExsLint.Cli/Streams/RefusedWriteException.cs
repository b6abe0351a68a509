namespace ExsLint.Cli.Streams;

/// <summary>We refuse to write a file, which the file system would let us.</summary>
internal sealed class RefusedWriteException : IOException
{
    public RefusedWriteException()
    {
    }

    public RefusedWriteException(string message)
        : base(message)
    {
    }

    public RefusedWriteException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
