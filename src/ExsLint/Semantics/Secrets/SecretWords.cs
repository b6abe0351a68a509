using System.Text;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Semantics.Secrets;

/// <summary>
/// The words of a file's secrets, for sentences that were made of its text. A word that also stands openly in the file is no
/// secret: a password <c>prod</c> hides no <c>prod.exs</c>.
/// </summary>
internal sealed class SecretWords
{
    /// <summary>Shorter words are no secrets, and stand in sentences by chance.</summary>
    private const int ShortestWord = 4;

    /// <summary>Behind this much of a secret a sentence may have been cut.</summary>
    private const int ShortestStart = 3;

    private const char Cut = '…';

    private readonly HashSet<string> _secret = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    /// <summary>Collects the words of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="masks">Its secrets, in ascending order.</param>
    public SecretWords(SourceFile file, List<TextSpan> masks)
    {
        Add(_open, file.Path);
        var offset = 0;
        foreach (var mask in masks)
        {
            Add(_open, file.Content.AsSpan(offset, mask.Start - offset));
            Add(_secret, file.Content.AsSpan(mask.Start, mask.Length));
            Add(_secret, file.Content.AsSpan(WordsAround(file.Content, mask)));
            offset = mask.End;
        }

        Add(_open, file.Content.AsSpan(offset));
        _secret.RemoveWhere(word => word.Length < ShortestWord || _open.Contains(word));
    }

    /// <summary>Whether a word stands openly in the file.</summary>
    public bool Shows(string word) => _open.Contains(word);

    /// <summary>A text with the words masked that are secret, unless they are open elsewhere.</summary>
    public string Redact(string text, Func<string, bool> isOpen)
    {
        var redacted = new StringBuilder();
        var offset = 0;
        while (offset < text.Length)
        {
            var end = EndOfWord(text, offset);
            if (end == offset)
            {
                redacted.Append(text[offset++]);
                continue;
            }

            var word = text[offset..end];
            var isSecret = IsSecret(word, isCut: end < text.Length && text[end] == Cut) && !isOpen(word);
            redacted.Append(isSecret ? FileSecrets.Mask : word);
            offset = end;
        }

        return redacted.ToString();
    }

    private bool IsSecret(string word, bool isCut) => _secret.Contains(word)
        || (isCut && word.Length >= ShortestStart && _secret.Any(secret => secret.StartsWith(word, StringComparison.Ordinal)));

    /// <summary>A secret with the words that it is a part of: <c>-px</c> of a password <c>x</c>.</summary>
    private static Range WordsAround(string content, TextSpan mask)
    {
        var start = mask.Start;
        while (start > 0 && IsWordCharacter(content[start - 1]) && IsWordCharacter(content[mask.Start]))
        {
            start--;
        }

        return start..(IsWordCharacter(content[mask.End - 1]) ? EndOfWord(content, mask.End) : mask.End);
    }

    private static void Add(HashSet<string> words, ReadOnlySpan<char> text)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var offset = 0; offset < text.Length;)
        {
            var end = EndOfWord(text, offset);
            if (end > offset)
            {
                lookup.Add(text[offset..end]);
            }

            offset = Math.Max(end, offset + 1);
        }
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int offset)
    {
        while (offset < text.Length && IsWordCharacter(text[offset]))
        {
            offset++;
        }

        return offset;
    }

    private static bool IsWordCharacter(char character) => char.IsLetterOrDigit(character) || character == '_';
}
