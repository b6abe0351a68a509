using System.Globalization;
using ExsLint.Tests.TestSupport.Ebnf;

namespace ExsLint.Oracles.Elixir.Sentences;

/// <summary>
/// How likely the parts of Elixir's grammar are: enough of everything, and sentences that Elixir mostly accepts.
/// </summary>
internal static class SentenceWeights
{
    /// <summary>By what an alternative starts with; all others weigh 1.</summary>
    private static readonly Dictionary<string, double> Alternatives = new()
    {
        ["matched_expr"] = 4,
        ["unmatched_expr"] = 1,
        ["no_parens_expr"] = 0.6,
        ["call"] = 4,
        ["literal"] = 2,
        ["IDENTIFIER"] = 3,
        ["call_args_no_parens_one"] = 2,

        // Nearly always refused, so not often.
        ["TERNARY_OPERATOR"] = 0.1,
        ["operand"] = 0.1,
        ["nullary"] = 0.3,
        ["OP_IDENTIFIER"] = 0.5,
        ["ELLIPSIS_OPERATOR"] = 0.3,
        ["WHEN_OPERATOR"] = 1.5,
        ["STRING_TEXT"] = 4,
    };

    private static readonly string[] Texts =
        ["a", "text", "two words", "#", "# no comment", " ", "é", "漢字", "1 + 1", "a: 1", "do", "end", "\t", ";", "%", "~", "@a.b",
            "{"];

    private static readonly string[] AnyCharacters =
        ["a", "n", "s", "0", "7", " ", "x", "u", "é", "😀", "#", ",", ".", "-", "(", "e", "b", "t", "r", "_", "d", "\"", "'",
            "\\", "\t"];

    /// <summary>The weight of an alternative.</summary>
    public static double Alternative(EbnfExpression alternative) => alternative switch
    {
        EbnfReference reference => Alternatives.GetValueOrDefault(reference.Name, 1),
        EbnfSequence sequence => Alternative(sequence.Parts[0]),
        EbnfTerminal => 0.2,
        _ => 1,
    };

    /// <summary>How likely a part is that may be missing.</summary>
    public static double Option(EbnfOption option) => option.Body switch
    {
        EbnfReference { Name: "EOL" } => 0.08,
        EbnfReference { Name: "eoe" } => 0.3,
        EbnfReference { Name: "stab" or "elements" } => 0.85,
        EbnfSequence { Parts: [EbnfReference { Name: "expr" }, ..] } => 0.98,
        EbnfChoice => 0.8,
        EbnfTerminal => 0.1,
        _ => 0.35,
    };

    /// <summary>How likely one more time is.</summary>
    public static double Repetition(EbnfRepetition repetition) => repetition.Body switch
    {
        EbnfReference { Name: "prefix" } => 0.13,
        EbnfReference { Name: "postfix" } => 0.12,
        EbnfReference { Name: "operation" } => 0.25,
        EbnfReference { Name: "LINE_END" } => 0.1,
        _ => 0.35,
    };

    /// <summary>An example of what the grammar says in words.</summary>
    public static string Sample(EbnfSpecial special, Random random) => special.Words switch
    {
        "a to z" => Letter('a', random),
        "A to Z" => Letter('A', random),
        "LF or CR LF" => random.Next(10) == 0 ? "\r\n" : "\n",
        "any character" => AnyCharacters[random.Next(AnyCharacters.Length)],
        "a run of characters without quotes, brackets, backslashes and line ends" => Texts[random.Next(Texts.Length)],
        _ => throw new InvalidOperationException($"There is no example of '{special.Words}'."),
    };

    // The first letters most of the time: names that nobody has seen yet are atoms that Elixir keeps for good.
    private static string Letter(char first, Random random) =>
        ((char)(first + (random.Next(4) == 0 ? random.Next(26) : random.Next(4)))).ToString(CultureInfo.InvariantCulture);
}
