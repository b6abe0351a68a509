using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>What Elixir calls the options of a regular expression.</summary>
internal static class RegexLetters
{
    /// <summary>
    /// The letters of options that are given as a string, or as a list of Erlang's names; null where they are not known.
    /// </summary>
    public static string? Of(AbstractValue value)
    {
        if (value is BinaryValue { ValidText: { } letters })
        {
            return letters;
        }

        var names = Items(value)?.Select(item => item is AtomValue { Name: var name } ? LetterOf(name) : null).ToList();
        return names is null || names.Contains(null) ? null : string.Concat(names);
    }

    private static string? LetterOf(string name) => name switch
    {
        "caseless" => "i",
        "multiline" => "m",
        "extended" => "x",
        "unicode" or "ucp" => "u",
        _ => null,
    };
}
