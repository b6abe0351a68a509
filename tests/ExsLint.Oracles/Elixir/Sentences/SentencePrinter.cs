using System.Text;

namespace ExsLint.Oracles.Elixir.Sentences;

/// <summary>
/// Writes tokens as a text: with space where there must be some, none where there must be none, and all that is legal elsewhere:
/// none, more, tabs, hidden line ends, and line ends that mean nothing. Now and then it puts space where it pleases.
/// </summary>
internal sealed class SentencePrinter(Random random)
{
    /// <summary>What must stand directly behind these makes them what they are.</summary>
    private static readonly HashSet<string> Glued =
        ["PAREN_IDENTIFIER", "BRACKET_IDENTIFIER", "SIGN", "CAPTURE_INTEGER", "PERCENT_BRACE"];

    /// <summary>Behind these a line end means nothing.</summary>
    private static readonly HashSet<string> IgnoresLineEndBehind = [",", ";", "DOT"];

    /// <summary>Before these a line end means nothing: operators that are no prefix.</summary>
    private static readonly HashSet<string> IgnoresLineEndBefore =
    [
        "DOT", "IN_MATCH_OPERATOR", "WHEN_OPERATOR", "TYPE_OPERATOR", "PIPE_OPERATOR", "MATCH_OPERATOR", "OR_OPERATOR",
        "AND_OPERATOR",
        "COMP_OPERATOR", "REL_OPERATOR", "ARROW_OPERATOR", "IN_OPERATOR", "XOR_OPERATOR", "CONCAT_OPERATOR", "MULT_OPERATOR",
        "POWER_OPERATOR", "STAB_OPERATOR", "ASSOC_OPERATOR", "DO",
    ];

    private static readonly string[] LineEnds =
        ["\n", "\n", "\n", "\n", "\n\n", "\n  ", " \n", " # a comment\n", "\n# 'alone'\n", "\r\n"];

    private static readonly string[] Reckless = ["", "", " ", "\n", "\t", ";"];

    /// <summary>The tokens as a text.</summary>
    public string Print(IReadOnlyList<SentenceToken> tokens)
    {
        var isReckless = random.Next(30) == 0;
        var text = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i > 0)
            {
                text.Append(
                    isReckless && random.Next(4) == 0 ? Pick(Reckless)
                        : Gap(tokens[i - 1], tokens[i], i < 2 ? default : tokens[i - 2]));
            }

            text.Append(tokens[i].Kind == "EOL" ? Pick(LineEnds) : tokens[i].Text);
        }

        return text.ToString();
    }

    private string Gap(SentenceToken previous, SentenceToken next, SentenceToken beforePrevious)
    {
        if (Glued.Contains(previous.Kind))
        {
            return "";
        }

        if (previous.Kind == "EOL")
        {
            return random.Next(6) == 0 ? "  " : "";
        }

        if (previous.Kind is "KEYWORD_IDENTIFIER" or "QUOTED_KEYWORD" or "OP_IDENTIFIER")
        {
            return " ";
        }

        if (random.Next(25) == 0 && (IgnoresLineEndBehind.Contains(previous.Kind) || IgnoresLineEndBefore.Contains(next.Kind)))
        {
            return Pick(LineEnds);
        }

        // 'a - 1' subtracts, 'a -1' calls: a sign behind a name has space on both sides here, or on none.
        if (previous.Kind == "DUAL_OPERATOR" && beforePrevious.Kind is "IDENTIFIER" or "DO_IDENTIFIER")
        {
            return " ";
        }

        return MustBeApart(previous, next) ? SomeSpace() : MayBeApart(previous, next) ? AnySpace() : "";
    }

    /// <summary>Whether without space they would be other tokens.</summary>
    private static bool MustBeApart(SentenceToken previous, SentenceToken next)
    {
        if (previous.Text.Length == 0 || next.Text.Length == 0)
        {
            return false;
        }

        var (last, first) = (previous.Text[^1], next.Text[0]);
        return previous.Kind switch
        {
            "IDENTIFIER" or "DO_IDENTIFIER" when first is '(' or '[' or '+' or '-' => true,
            "DOT" => false,
            _ when next.Kind == "DOT" => previous.Kind is "RANGE_OPERATOR" or "ELLIPSIS_OPERATOR" or "CHARACTER",
            _ =>
                IsWord(first) ? IsWord(last) || last is '&' or '%' or '~' or ':'
                    : IsSymbol(first) && (IsSymbol(last) || IsWord(last)),
        };
    }

    private static bool MayBeApart(SentenceToken previous, SentenceToken next) =>
        previous.Kind is not ("PERCENT" or "AT_OPERATOR")
        && previous.Kind is not ("PAREN_IDENTIFIER" or "BRACKET_IDENTIFIER")
        && (next.Text is not ("(" or "[") || previous.Kind is not ("IDENTIFIER" or "ALIAS"));

    private static bool IsWord(char c) =>
        char.IsLetterOrDigit(c) || c is '_' or '?' or '!' or '"' or '\'' or '~' or '@' or >= '\u0080';

    private static bool IsSymbol(char c) =>
        c is not ('(' or ')' or '[' or ']' or '{' or '}' or ',' or ';' or '\n' or '\r') && !IsWord(c);

    private string SomeSpace() => random.Next(30) switch
    {
        0 => "\t",
        1 => "  ",
        2 => " \\\n ",
        _ => " ",
    };

    private string AnySpace() => random.Next(3) == 0 ? SomeSpace() : "";

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
