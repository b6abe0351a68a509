namespace ExsLint.Text;

/// <summary>Tells how far apart two spellings are.</summary>
public static class Spelling
{
    /// <summary>The word that is most like a misspelt one; null if none is like it.</summary>
    /// <param name="misspelt">The misspelt word.</param>
    /// <param name="words">The words there are.</param>
    /// <param name="farthest">Words further away than this are no slip of the hand.</param>
    public static string? FindNearest(string misspelt, IEnumerable<string> words, int farthest) => words
        // Words of another length are no slip either; asking first keeps long texts cheap.
        .Where(word => Math.Abs(word.Length - misspelt.Length) <= farthest)
        .Select(word => (Word: word, Distance: Distance(word, misspelt)))
        .Where(candidate => candidate.Distance <= farthest)
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Word)
        .FirstOrDefault();

    /// <summary>
    /// How many characters have to be put in, taken out or changed to make one word of the other (Levenshtein).
    /// </summary>
    public static int Distance(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 0; i < left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
            {
                var replaced = previous[j] + (left[i] == right[j] ? 0 : 1);
                current[j + 1] = Math.Min(replaced, Math.Min(previous[j + 1], current[j]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
