namespace ExsLint.Reporting.Layout;

/// <summary>
/// Keeps text out of an analysed file from giving commands to the runner of a continuous integration, which reads them in what a
/// program prints: <c>##[name]</c> anywhere in a line and <c>::name::</c> at its start on GitHub (ActionCommand.cs of
/// actions/runner), <c>##vso[name]</c> on Azure.
/// </summary>
internal static class RunnerCommands
{
    private const string Mark = "::";

    /// <summary>The text without commands: the start of each is an escape of C and of Elixir.</summary>
    public static string Disarm(string text)
    {
        if (text.Contains("##", StringComparison.Ordinal))
        {
            text = text.Replace("##[", "#\\u0023[", StringComparison.Ordinal)
                .Replace("##vso[", "#\\u0023vso[", StringComparison.Ordinal);
        }

        for (var at = text.IndexOf(Mark, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(Mark, at + 1, StringComparison.Ordinal))
        {
            var end = at + Mark.Length;
            var isWord = (at == 0 || char.IsWhiteSpace(text[at - 1])) && end < text.Length && char.IsAsciiLetter(text[end]);
            if (isWord && text.IndexOf(Mark, end, StringComparison.Ordinal) >= 0)
            {
                text = string.Concat(text.AsSpan(0, at), "\\u003a\\u003a", text.AsSpan(end));
            }
        }

        return text;
    }
}
