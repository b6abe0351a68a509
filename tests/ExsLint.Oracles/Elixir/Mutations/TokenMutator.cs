using System.Text;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Text;

namespace ExsLint.Oracles.Elixir.Mutations;

/// <summary>
/// Breaks texts as typing does: a token or a character is missing, there twice, in another's place, or is another one. The same
/// random numbers, the same mutants.
/// </summary>
internal sealed class TokenMutator(Random random)
{
    /// <summary>Tokens that decide what the tokens around them are.</summary>
    private static readonly string[] Tokens =
    [
        "do", "end", "fn", "->", "else", "rescue", "after", "catch", "when", "not", "and", "or", "in", "not in", "true", "nil",
        "(", ")", "[", "]", "{", "}", "<<", ">>", "%{", "%", ",", ";", "\n", "\n\n", " ", "\t", "# c\n", "\\\n", "\r\n",
        ".", "..", "...", "//", "&", "&1", "&2", "@", "!", "^", "~~~", "+", "-", "*", "/", "**", "++", "---", "<>", "=", "==",
        "=~",
        "!==", "<", ">=", "|>", "<<<", "~>", "<|>", "^^^", "|", "||", "|||", "&&", "::", "<-", "\\\\", "=>",
        "a", "b?", "c!", "_", "__MODULE__", "A", "A.B", ":a", ":+", ":\"a b\"", "1", "1.5", "0x1F", "?a", "?\\n", "\"s\"", "'c'",
        "a:", "A:", "do:", "\"k\":", "'k':", "\"#{a}\"", "\"#{a}\":", ":\"#{a}\"", "~s(x)", "~w[a b]a", "~S\"\"\"\nx\n\"\"\"\n",
        "\"\"\"\nh\n\"\"\"\n", "f()", "f(a)", "f(a, b)", "f a", "f a, b", "f -1", "f.()", "a.b", "a.B", "a.\"q\"", "a[1]",
        "@a[1]",
        "f do 1 end", "fn -> 1 end", "fn a -> a end", "()", "(a)", "(;)", "(a; b)", "(a -> b)", "[]", "{}", "%{}", "%A{}", "<<>>",
        "&+/2", "& &1", "if a, do: b", "unquote_splicing(a)", "a when b", "a: 1",
    ];

    private const string Characters = "()[]{}<>|&%.,;:!?+-*/\\^~@#=\"'_ \t\r\n0aAzxe1$`éλ\u00a0\u200b漢😀";

    /// <summary>The text with one to three things changed.</summary>
    /// <param name="text">The text to break.</param>
    /// <param name="other">Another text, whose tokens may come into this one.</param>
    public string Mutate(string text, string other)
    {
        for (var times = 1 + (random.Next(4) / 2); times > 0; times--)
        {
            text = random.Next(4) == 0 ? MutateCharacters(text) : MutateTokens(text, other);
        }

        return text;
    }

    private string MutateTokens(string text, string other)
    {
        var pieces = Pieces(text);
        if (pieces.Count == 0)
        {
            return Pick(Tokens);
        }

        var place = random.Next(pieces.Count);
        switch (random.Next(7))
        {
            case 0:
                pieces.RemoveAt(place);
                break;
            case 1:
                pieces.Insert(place, pieces[place]);
                break;
            case 2:
                var next = Math.Min(place + 1 + random.Next(2), pieces.Count - 1);
                (pieces[place], pieces[next]) = (pieces[next], pieces[place]);
                break;
            case 3:
                var any = random.Next(pieces.Count);
                (pieces[place], pieces[any]) = (pieces[any], pieces[place]);
                break;
            case 4:
                pieces[place] = Pick(Tokens);
                break;
            case 5:
                pieces.Insert(place, Pick(Tokens));
                break;
            default:
                pieces[place] = Pieces(other) is { Count: > 0 } others ? others[random.Next(others.Count)] : Pick(Tokens);
                break;
        }

        return string.Concat(pieces);
    }

    private string MutateCharacters(string text)
    {
        var runes = text.EnumerateRunes().ToList();
        var place = random.Next(runes.Count + 1);
        var change = place == runes.Count ? 0 : random.Next(4);
        switch (change)
        {
            case 0:
                runes.Insert(place, PickCharacter());
                break;
            case 1:
                runes[place] = PickCharacter();
                break;
            case 2:
                runes.RemoveAt(place);
                break;
            default:
                runes.Insert(place, runes[place]);
                break;
        }

        return string.Concat(runes.Select(rune => rune.ToString()));
    }

    /// <summary>Each token with the trivia before it, as ExsLint's scanner cuts them.</summary>
    private static List<string> Pieces(string text)
    {
        var tree = ElixirParser.Parse(SourceFile.FromString("mutant.exs", text), ElixirProgram.Dialect);
        return [.. Enumerable.Range(0, tree.TokenCount).Select(i => tree.GetToken(i).FullSpan)
            .Select(span => text[span.Start..span.End])];
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];

    private Rune PickCharacter()
    {
        var runes = Characters.EnumerateRunes().ToList();
        return runes[random.Next(runes.Count)];
    }
}
