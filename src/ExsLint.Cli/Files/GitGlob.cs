using System.Text;

namespace ExsLint.Cli.Files;

/// <summary>
/// Git's globs within one segment of a path: <c>*</c>, <c>?</c>, <c>[..]</c>, and a backslash that takes their meaning away.
/// </summary>
internal static class GitGlob
{
    private enum Step
    {
        Match,
        Mismatch,

        /// <summary>The glob is malformed: it matches nothing.</summary>
        Malformed,
    }

    /// <summary>Tries byte by byte; on failure the last <c>*</c> takes one more.</summary>
    public static bool Matches(ReadOnlySpan<byte> glob, ReadOnlySpan<byte> name)
    {
        var (at, index) = (0, 0);
        var (star, starIndex) = (-1, 0);
        while (index < name.Length)
        {
            if (at < glob.Length && glob[at] == '*')
            {
                (star, starIndex) = (at++, index);
                continue;
            }

            var next = at;
            var step = at < glob.Length ? MatchOne(glob, ref next, name[index]) : Step.Mismatch;
            if (step == Step.Match)
            {
                (at, index) = (next, index + 1);
            }
            else if (step == Step.Malformed || star < 0)
            {
                return false;
            }
            else
            {
                (at, index) = (star + 1, ++starIndex);
            }
        }

        return glob[at..].IndexOfAnyExcept((byte)'*') < 0;
    }

    private static Step MatchOne(ReadOnlySpan<byte> glob, ref int at, byte value)
    {
        switch (glob[at])
        {
            case (byte)'?':
                at++;
                return Step.Match;
            case (byte)'[':
                return MatchClass(glob, ref at, value);
            case (byte)'\\':
                at++;
                break;
        }

        return at >= glob.Length ? Step.Malformed : glob[at++] == value ? Step.Match : Step.Mismatch;
    }

    /// <summary>
    /// Reads <c>[abc]</c>, <c>[a-z]</c>, <c>[!a]</c>, <c>[^a]</c>, <c>[[:alpha:]]</c>; a first <c>]</c> is one of the characters.
    /// </summary>
    private static Step MatchClass(ReadOnlySpan<byte> glob, ref int at, byte value)
    {
        at++;
        var isNegated = at < glob.Length && glob[at] is (byte)'!' or (byte)'^';
        at += isNegated ? 1 : 0;
        var found = false;
        var isFirst = true;
        while (at < glob.Length && (isFirst || glob[at] != ']'))
        {
            isFirst = false;
            if (glob[at..].StartsWith("[:"u8) && glob[at..].IndexOf(":]"u8) is > 0 and var length)
            {
                found |= IsInNamedClass(Encoding.UTF8.GetString(glob.Slice(at + 2, length - 2)), (char)value);
                at += length + 2;
                continue;
            }

            if (!ReadByte(glob, ref at, out var low))
            {
                return Step.Malformed;
            }

            var high = low;
            if (at + 1 < glob.Length && glob[at] == '-' && glob[at + 1] != ']')
            {
                at++;
                if (!ReadByte(glob, ref at, out high))
                {
                    return Step.Malformed;
                }
            }

            found |= low <= value && value <= high;
        }

        if (at >= glob.Length)
        {
            return Step.Malformed;
        }

        at++;
        return found != isNegated ? Step.Match : Step.Mismatch;
    }

    private static bool ReadByte(ReadOnlySpan<byte> glob, ref int at, out byte value)
    {
        at += glob[at] == '\\' ? 1 : 0;
        value = at < glob.Length ? glob[at] : (byte)0;
        return at++ < glob.Length;
    }

    private static bool IsInNamedClass(string name, char value) => char.IsAscii(value) && name switch
    {
        "alnum" => char.IsAsciiLetterOrDigit(value),
        "alpha" => char.IsAsciiLetter(value),
        "blank" => value is ' ' or '\t',
        "cntrl" => char.IsControl(value),
        "digit" => char.IsAsciiDigit(value),
        "graph" => value > ' ' && !char.IsControl(value),
        "lower" => char.IsAsciiLetterLower(value),
        "print" => !char.IsControl(value),
        "punct" => value > ' ' && !char.IsControl(value) && !char.IsAsciiLetterOrDigit(value),
        "space" => value is ' ' or (>= '\t' and <= '\r'),
        "upper" => char.IsAsciiLetterUpper(value),
        "xdigit" => char.IsAsciiHexDigit(value),
        _ => false,
    };
}
