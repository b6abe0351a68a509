namespace ExsLint.Syntax.Elixir;

/// <summary>
/// Whether a word stands anywhere in a text. Where it does not, no node of the text's tree has that name, which is known without
/// a walk through the tree.
/// </summary>
internal static class WrittenWords
{
    /// <summary>Whether one of the words stands in the text, be it in a comment.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="words">The words: names of Elixir, without <c>?</c> and <c>!</c> behind them.</param>
    public static bool HasAny(ElixirSyntaxTree tree, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Has(tree.File.Content, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(string text, string word)
    {
        for (var start = 0; text.IndexOf(word, start, StringComparison.Ordinal) is >= 0 and var index; start = index + 1)
        {
            var end = index + word.Length;
            if ((index == 0 || !IsOfName(text[index - 1])) && (end == text.Length || !IsOfName(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfName(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';
}
