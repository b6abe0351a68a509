namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>Characters that word processors, chat programs and other languages put where Elixir wants another one.</summary>
internal static class LookalikeCharacters
{
    /// <summary>What was probably meant, as the end of a sentence; null where nothing comes to mind.</summary>
    public static string? Explain(int codePoint) => codePoint switch
    {
        0x201C or 0x201D or 0x201E or 0x201F or 0xAB or 0xBB or 0xFF02 =>
            "it is a typographic quote; a string stands between plain ones, \"",
        0x2018 or 0x2019 or 0x201A or 0x201B or 0xB4 or 0x2039 or 0x203A =>
            "it is a typographic quote; the plain ones are \" and '",
        '`' => "strings stand between double quotes, \"",
        0x2010 or 0x2011 or 0x2012 or 0x2013 or 0x2014 or 0x2212 => "it is a dash; the plain minus sign is -",
        0x2026 => "it is an ellipsis in one character; as an operator it is three dots",
        0xA0 or 0x2007 or 0x202F => "it is a space that does not break lines; write a plain one",
        0x200B or 0x200C or 0x200D or 0x2060 or 0xFEFF => "it has no width and cannot be seen; delete it",
        0xFF1A => "it is a full-width colon; the plain one is :",
        0xFF0C => "it is a full-width comma; the plain one is ,",
        ':' => "a key is written 'key: value', without a space before the colon, an atom ':name' without one behind it",
        '$' => "Elixir has no such operator; in a string a value is inserted with #{..}",
        _ => null,
    };
}
