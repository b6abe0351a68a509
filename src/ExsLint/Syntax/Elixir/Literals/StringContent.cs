using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Literals;

/// <summary>A piece of a quoted literal's value: bytes, or an interpolation.</summary>
/// <param name="Utf8">The bytes of literal text after escapes and a heredoc's indentation are dealt with (usually UTF-8, but
/// <c>"\xff"</c> is not); null for an interpolation.</param>
/// <param name="Interpolation">The interpolation, else null.</param>
public readonly record struct StringSegment(ImmutableArray<byte>? Utf8, InterpolationSyntax? Interpolation);

/// <summary>What quoted literals hold.</summary>
public static class StringContent
{
    /// <summary>
    /// The pieces of a literal in order; at least one. Empty text is a piece only where Elixir has one: the literal is empty, or
    /// a heredoc starts with an interpolation.
    /// </summary>
    /// <param name="literal">A literal without errors.</param>
    /// <param name="unescapeSigil">Whether the escapes of a lower-case sigil are dealt with, as its macro does; Elixir's tree
    /// keeps them as written.</param>
    public static ImmutableArray<StringSegment> GetSegments(StringLiteralSyntax literal, bool unescapeSigil = false)
    {
        ArgumentNullException.ThrowIfNull(literal);
        var reader = new StringTextReader(literal, unescapeSigil);
        var segments = ImmutableArray.CreateBuilder<StringSegment>(literal.Parts.Length + 1);
        var isHeredoc = IsHeredoc(literal);
        if (literal.Parts.IsEmpty || (isHeredoc && literal.Parts[0] is InterpolationSyntax))
        {
            segments.Add(new StringSegment([], null));
        }

        ArrayBufferWriter<byte>? bytes = null;
        foreach (var part in literal.Parts)
        {
            if (part is InterpolationSyntax interpolation)
            {
                segments.Add(new StringSegment(null, interpolation));
                continue;
            }

            var text = part.FirstToken.TextSpanOf;
            if (!isHeredoc && !text.Contains('\\'))
            {
                segments.Add(new StringSegment(EncodePlain(text), null));
                continue;
            }

            bytes ??= new ArrayBufferWriter<byte>();
            bytes.ResetWrittenCount();
            reader.Read(text, isHeredoc && segments.Count == 0, bytes);
            segments.Add(new StringSegment([.. bytes.WrittenSpan], null));
        }

        return segments.DrainToImmutable();
    }

    /// <summary>Text in which every character stands for itself.</summary>
    internal static ImmutableArray<byte> EncodePlain(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        return ImmutableCollectionsMarshal.AsImmutableArray(bytes);
    }

    /// <summary>
    /// The literal's value as text, if it has no interpolation and is valid UTF-8; else null.
    /// </summary>
    /// <param name="literal">A literal without errors.</param>
    /// <param name="unescapeSigil">As in <see cref="GetSegments"/>.</param>
    public static string? GetText(StringLiteralSyntax literal, bool unescapeSigil = false) =>
        GetSegments(literal, unescapeSigil) is [{ Utf8: { } utf8 }] && System.Text.Unicode.Utf8.IsValid(utf8.AsSpan())
            ? Encoding.UTF8.GetString(utf8.AsSpan())
            : null;

    /// <summary>
    /// The name of a call where it is quoted: <c>a."b c"</c>. Until 1.17 only an escaped quote in it was no longer escaped.
    /// </summary>
    internal static string GetCallName(StringLiteralSyntax literal, ElixirDialect dialect)
    {
        if (dialect >= ElixirDialect.Elixir118 || literal.Parts is not [StringTextSyntax text])
        {
            return GetText(literal) ?? "";
        }

        var bytes = new ArrayBufferWriter<byte>();
        StringTextReader.ForRawText(literal).Read(text.FirstToken.TextSpanOf, startsLine: false, bytes);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>The name of a sigil: <c>w</c> in <c>~w(a b)a</c>.</summary>
    public static string GetSigilName(StringLiteralSyntax literal)
    {
        ArgumentNullException.ThrowIfNull(literal);
        var text = literal.FirstToken.TextSpanOf[1..];
        var length = 0;
        while (length < text.Length && char.IsAsciiLetterOrDigit(text[length]))
        {
            length++;
        }

        return text[..length].ToString();
    }

    /// <summary>The letters and digits behind a sigil: <c>a</c> in <c>~w(a b)a</c>.</summary>
    public static string GetSigilModifiers(StringLiteralSyntax literal)
    {
        ArgumentNullException.ThrowIfNull(literal);
        var text = literal.LastToken.TextSpanOf;
        var start = text.Length;
        while (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        return text[start..].ToString();
    }

    /// <summary>Whether the literal is a heredoc: its opening token holds the rest of its line.</summary>
    internal static bool IsHeredoc(StringLiteralSyntax literal) => literal.FirstToken.TextSpanOf is [.., '\n'];
}
