using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Text;

/// <summary>An analysed file: its text, its path, and whether the text stands for its bytes exactly.</summary>
/// <remarks>
/// A byte order mark stays in <see cref="Text"/> as U+FEFF, so that offsets, the syntax tree and edits cover the whole file.
/// </remarks>
public sealed class SourceFile
{
    private const char ByteOrderMark = '\uFEFF';

    private LineTable? _lines;
    private SourceText? _text;

    private SourceFile(string path, string content, ImmutableArray<int> invalidOffsets)
    {
        Path = path;
        ShownPath = path;
        Content = content;
        InvalidOffsets = invalidOffsets;
    }

    /// <summary>The path for programs: with forward slashes, relative to the repository's root where there is one.</summary>
    public string Path { get; }

    /// <summary>
    /// The path for people: relative to their working directory where the file is below that, else <see cref="Path"/>.
    /// </summary>
    public string ShownPath { get; private init; }

    /// <summary>
    /// The text, for edits and spans. Do not use its line list: it also breaks lines at U+0085, U+2028 and U+2029.
    /// </summary>
    public SourceText Text => _text ??= SourceText.From(Content);

    /// <summary>The same text as a string; offsets into it are 0-based UTF-16 code units.</summary>
    public string Content { get; }

    /// <summary>Offsets of the U+FFFD that stand for bytes that are not UTF-8; empty if the file is valid.</summary>
    public ImmutableArray<int> InvalidOffsets { get; }

    /// <summary>
    /// Whether encoding <see cref="Content"/> as UTF-8 gives the file's bytes back. A file that does not is never edited.
    /// </summary>
    public bool RoundTrips => InvalidOffsets.IsEmpty;

    /// <summary>Whether the file starts with a byte order mark.</summary>
    public bool HasByteOrderMark => Content.Length > 0 && Content[0] == ByteOrderMark;

    /// <summary>The lines, counted at LF, CRLF and CR only.</summary>
    public LineTable Lines => _lines ??= new LineTable(Content);

    /// <summary>A file from text that is valid Unicode.</summary>
    public static SourceFile FromString(string path, string content) => new(path, content, []);

    /// <summary>A file from its bytes, read as UTF-8; invalid sequences become U+FFFD and are remembered.</summary>
    public static SourceFile FromBytes(string path, ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return new SourceFile(path, Encoding.UTF8.GetString(bytes), []);
        }

        var content = new StringBuilder(bytes.Length);
        var invalid = ImmutableArray.CreateBuilder<int>();
        Span<char> buffer = stackalloc char[2];
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var consumed) != System.Buffers.OperationStatus.Done)
            {
                invalid.Add(content.Length);
            }

            content.Append(buffer[..rune.EncodeToUtf16(buffer)]);
            bytes = bytes[consumed..];
        }

        return new SourceFile(path, content.ToString(), invalid.ToImmutable());
    }

    /// <summary>This file with another path for people.</summary>
    public SourceFile ShownAs(string path) =>
        path == ShownPath ? this : new SourceFile(Path, Content, InvalidOffsets) { ShownPath = path };

    /// <summary>This file with another text, which is valid Unicode.</summary>
    public SourceFile WithContent(string content) => new(Path, content, []) { ShownPath = ShownPath };

    /// <inheritdoc/>
    public override string ToString() => Path;
}
