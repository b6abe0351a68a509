namespace ExsLint.Text;

/// <summary>A file that is compiled into the library.</summary>
internal sealed unsafe class EmbeddedFile
{
    private readonly byte* _start;
    private readonly int _length;

    /// <summary>Finds a file.</summary>
    /// <param name="name">Its name, which a project file gives it.</param>
    public EmbeddedFile(string name)
    {
        if (typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name) is UnmanagedMemoryStream stream)
        {
            _start = stream.PositionPointer;
            _length = (int)stream.Length;
        }
    }

    /// <summary>
    /// Its bytes; none if there is no such file. They lie in the executable, which stays in memory as long as the process.
    /// </summary>
    public ReadOnlySpan<byte> Bytes => new(_start, _length);
}
