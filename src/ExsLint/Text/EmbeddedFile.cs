namespace ExsLint.Text;

/// <summary>Files that are compiled into the library.</summary>
internal static class EmbeddedFile
{
    /// <summary>The bytes of a file, where they lie in the executable; none if there is no such file.</summary>
    /// <param name="name">Its name, which a project file gives it.</param>
    public static unsafe ReadOnlySpan<byte> Read(string name)
    {
        // What is compiled in is mapped into memory, and stays there as long as the process.
        var stream = (UnmanagedMemoryStream?)typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name);
        return stream is null ? [] : new ReadOnlySpan<byte>(stream.PositionPointer, (int)stream.Length);
    }
}
