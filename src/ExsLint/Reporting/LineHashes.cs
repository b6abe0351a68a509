using System.Globalization;

namespace ExsLint.Reporting;

/// <summary>
/// GitHub's <c>primaryLocationLineHash</c> of each line of a text: a polynomial hash of the 100 characters from the line's start,
/// so that it stays the same while the line moves. Spaces and tabs do not count, every line end counts as LF, one U+FFFF stands
/// for the end of the text and zeros for what lies behind it. (Published in github/codeql-action, src/fingerprints.ts.)
/// </summary>
public sealed class LineHashes
{
    private const int WindowLength = 100;
    private const ulong Base = 37;
    private const char EndOfText = '\uFFFF';

    private readonly ulong[] _hashes;
    private readonly int[] _occurrences;

    /// <summary>Computes the hashes of a text, in linear time.</summary>
    public LineHashes(string content)
    {
        var (characters, lineStarts) = Reduce(content);
        _hashes = Hash(characters, lineStarts);
        _occurrences = new int[_hashes.Length];
        var counts = new Dictionary<ulong, int>();
        for (var line = 0; line < _hashes.Length; line++)
        {
            counts[_hashes[line]] = _occurrences[line] = counts.GetValueOrDefault(_hashes[line]) + 1;
        }
    }

    /// <summary>How many lines there are.</summary>
    public int Count => _hashes.Length;

    /// <summary>The hash of a 0-based line: hexadecimal, a colon, and which of the lines with this hash it is, from 1.</summary>
    public string this[int line] =>
        string.Create(CultureInfo.InvariantCulture, $"{_hashes[line]:x}:{_occurrences[line]}");

    /// <summary>The characters that count, with the end mark, and where each line starts among them.</summary>
    private static (List<char> Characters, List<int> LineStarts) Reduce(string content)
    {
        var characters = new List<char>(content.Length + 1);
        var lineStarts = new List<int> { 0 };
        for (var i = 0; i < content.Length; i++)
        {
            switch (content[i])
            {
                case ' ' or '\t':
                case '\n' when i > 0 && content[i - 1] == '\r':
                    break;
                case '\n' or '\r':
                    characters.Add('\n');
                    lineStarts.Add(characters.Count);
                    break;
                case var character:
                    characters.Add(character);
                    break;
            }
        }

        characters.Add(EndOfText);
        return (characters, lineStarts);
    }

    /// <summary>Moves the window over the text and notes its hash at each line's start.</summary>
    private static ulong[] Hash(List<char> characters, List<int> lineStarts)
    {
        var hashes = new ulong[lineStarts.Count];
        var leaving = Power(WindowLength);
        var hash = 0UL;
        var line = 0;
        for (var end = 1; line < hashes.Length; end++)
        {
            var start = end - WindowLength;
            var entering = end <= characters.Count ? characters[end - 1] : '\0';
            var left = start > 0 ? characters[start - 1] : '\0';
            hash = unchecked((hash * Base) + entering - (left * leaving));
            if (start == lineStarts[line])
            {
                hashes[line++] = hash;
            }
        }

        return hashes;
    }

    private static ulong Power(int exponent)
    {
        var power = 1UL;
        for (var i = 0; i < exponent; i++)
        {
            power = unchecked(power * Base);
        }

        return power;
    }
}
