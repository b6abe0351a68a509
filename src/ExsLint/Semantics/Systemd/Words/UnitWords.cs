using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Semantics.Systemd.Words;

/// <summary>A word of a value.</summary>
/// <param name="Text">The word without its quotes.</param>
/// <param name="Span">Where it stands in the value, quotes included.</param>
public readonly record struct UnitWord(string Text, TextSpan Span);

/// <summary>Splits values into words as systemd's <c>extract_first_word()</c> does, quotes removed.</summary>
public static class UnitWords
{
    private static readonly char[] Space = [' ', '\t'];
    private static readonly SearchValues<char> EndsBareWord = SearchValues.Create(" \t\"'\\");

    /// <summary>The words of a list; a quote that is not closed ends it, and its word is lost.</summary>
    public static ImmutableArray<UnitWord> Split(string value)
    {
        TrySplit(value, keepEscapes: false, out var words);
        return words;
    }

    /// <summary>The words of a list; a quote that is not closed ends with the text.</summary>
    public static ImmutableArray<UnitWord> SplitRelaxed(string value)
    {
        if (TrySplit(value, keepEscapes: false, out var words))
        {
            return words;
        }

        var offset = SkipSpace(value, words.Length > 0 ? words[^1].Span.End : 0);
        var start = offset;
        TryReadWord(value, keepEscapes: false, ref offset, out var text);
        return words.Add(new UnitWord(text, TextSpan.FromBounds(start, offset)));
    }

    /// <summary>The words of a list; false if a quote is not closed.</summary>
    public static bool TrySplitList(string value, out ImmutableArray<UnitWord> words) =>
        TrySplit(value, keepEscapes: false, out words);

    /// <summary>
    /// The words of a command line. Escapes other than of quotes and backslashes are kept as they stand. False if a quote is not
    /// closed; the words before it are returned.
    /// </summary>
    public static bool TrySplitCommand(string value, out ImmutableArray<UnitWord> words) =>
        TrySplit(value, keepEscapes: true, out words);

    /// <summary>
    /// The words of a list whose quotes are part of the words, as those of <c>SystemCallFilter=</c>: only a backslash is taken
    /// away. A backslash at the end loses the last word.
    /// </summary>
    public static IEnumerable<string> SplitPlain(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
        {
            return value.Split(Space, StringSplitOptions.RemoveEmptyEntries);
        }

        var words = new List<string>();
        var offset = 0;
        while ((offset = SkipSpace(value, offset)) < value.Length && ReadPlainWord(value, ref offset) is { } word)
        {
            words.Add(word);
        }

        return words;
    }

    /// <summary>
    /// The words of a list without their quotes, but with their backslashes, which quote the character behind them.
    /// </summary>
    public static IEnumerable<string> SplitKeepingEscapes(string value)
    {
        var offset = 0;
        while ((offset = SkipSpace(value, offset)) < value.Length)
        {
            var start = offset;
            if (!TryReadWord(value, keepEscapes: true, ref offset, out _))
            {
                yield break;
            }

            yield return string.Concat(value[start..offset].Where(c => c is not ('"' or '\'')));
        }
    }

    /// <summary>The first word of a value, and what follows it; false if the word's quote is not closed.</summary>
    public static bool TrySplitFirst(string value, out string word, out string rest)
    {
        var offset = SkipSpace(value, 0);
        var isClosed = TryReadWord(value, keepEscapes: false, ref offset, out word);
        rest = value[SkipSpace(value, offset)..];
        return isClosed;
    }

    private static string? ReadPlainWord(string value, ref int offset)
    {
        var word = new StringBuilder();
        while (offset < value.Length && value[offset] is not (' ' or '\t'))
        {
            if (value[offset] == '\\' && ++offset == value.Length)
            {
                return null;
            }

            word.Append(value[offset++]);
        }

        return word.ToString();
    }

    private static bool TrySplit(string value, bool keepEscapes, out ImmutableArray<UnitWord> words)
    {
        var found = ImmutableArray.CreateBuilder<UnitWord>();
        var offset = 0;
        var isClosed = true;
        while (isClosed && (offset = SkipSpace(value, offset)) < value.Length)
        {
            var start = offset;
            isClosed = TryReadWord(value, keepEscapes, ref offset, out var text);
            if (isClosed)
            {
                found.Add(new UnitWord(text, TextSpan.FromBounds(start, offset)));
            }
        }

        words = found.ToImmutable();
        return isClosed;
    }

    private static bool TryReadWord(string value, bool keepEscapes, ref int offset, out string text)
    {
        if (TryReadBareWord(value, ref offset, out text))
        {
            return true;
        }

        var word = new StringBuilder();
        var quote = '\0';
        while (offset < value.Length && (quote != '\0' || value[offset] is not (' ' or '\t')))
        {
            var c = value[offset++];
            if (c == '\\' && offset < value.Length)
            {
                word.Append(keepEscapes && value[offset] is not ('\\' or '"' or '\'') ? "\\" : "").Append(value[offset++]);
            }
            else if (c == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && c is '"' or '\'')
            {
                quote = c;
            }
            else
            {
                word.Append(c);
            }
        }

        text = word.ToString();
        return quote == '\0';
    }

    // Most words hold neither quotes nor backslashes.
    private static bool TryReadBareWord(string value, ref int offset, out string text)
    {
        var length = value.AsSpan(offset).IndexOfAny(EndsBareWord);
        var end = length < 0 ? value.Length : offset + length;
        var isBare = end == value.Length || value[end] is ' ' or '\t';
        text = isBare ? value[offset..end] : "";
        offset = isBare ? end : offset;
        return isBare;
    }

    private static int SkipSpace(string value, int offset)
    {
        while (offset < value.Length && value[offset] is ' ' or '\t')
        {
            offset++;
        }

        return offset;
    }
}
