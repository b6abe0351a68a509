using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ExsLint.Semantics.Elixir.RegularExpressions;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>
/// <c>Regex.replace/4</c>: by a text in which <c>\1</c> stands for a group, or by a function of the match and its groups.
/// </summary>
internal static class RegexReplacement
{
    public static AbstractValue? Replace(CallSite site, RegexSearch search, AbstractValue replacement, AbstractValue options)
    {
        bool? isGlobal = options switch
        {
            ListValue { Rest: null, Items.IsEmpty: true } => true,
            ListValue
            {
                Rest: null,
                Items: [TupleValue { Items: [AtomValue { Name: "global" }, AtomValue { Name: "true" or "false" } flag] }]
            } =>
                flag.Name == "true",
            _ => null,
        };
        Func<ImmutableArray<RegexSpan?>, AbstractValue?>? replace = replacement switch
        {
            BinaryValue when PartsOf(BytesOf(replacement)!) is { } parts =>
                match => Bytes(string.Concat(parts.Select(part => TextOf(search, match, part)))),
            FunctionValue { Target.Arity: var arity } => match => site.Invoke(
                replacement,
                [.. Enumerable.Range(0, arity).Select(number =>
                    (AbstractValue)RegexCaptures.TextOf(search, number < match.Length ? match[number] : null))]),
            _ => null,
        };
        return isGlobal is { } all && replace is not null ? Replace(search, replace, all) : null;
    }

    private static AbstractValue? Replace(
        RegexSearch search, Func<ImmutableArray<RegexSpan?>, AbstractValue?> replace, bool isGlobal)
    {
        var result = new StringBuilder();
        var from = 0;
        foreach (var match in isGlobal ? search.All() : search.First() is { } first ? [first] : [])
        {
            var replaced = replace(match);
            if (replaced is NeverValue || result.Length > TextTerms.MaximumTextWeight || BytesOf(replaced ?? Nil) is not { } text)
            {
                return replaced as NeverValue;
            }

            var span = match[0]!.Value;
            result.Append(search.Subject, from, span.Start - from).Append(text);
            from = span.End;
        }

        return Bytes(result.Append(search.Subject, from, search.Subject.Length - from).ToString());
    }

    /// <summary>The pieces of a replacement: texts, and numbers of groups. Null where Elixir has no use for it.</summary>
    private static List<(string Text, int? Group)>? PartsOf(string replacement)
    {
        var parts = new List<(string, int?)>();
        for (var i = 0; i < replacement.Length; i++)
        {
            if (replacement[i] != '\\' || i + 1 == replacement.Length)
            {
                parts.Add((replacement[i].ToString(), null));
                continue;
            }

            var isBraced = replacement.AsSpan(i).StartsWith("\\g{") && i + 3 < replacement.Length;
            var start = i + (isBraced ? 3 : 1);
            var end = start;
            while (end < replacement.Length && char.IsAsciiDigit(replacement[end]))
            {
                end++;
            }

            if (end == start)
            {
                if (isBraced)
                {
                    return null;
                }

                // Two backslashes are one; before anything else a backslash is itself.
                parts.Add(("\\", null));
                i += replacement[i + 1] == '\\' ? 1 : 0;
                continue;
            }

            if ((isBraced && (end == replacement.Length || replacement[end] != '}'))
                || !int.TryParse(
                    replacement.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var group))
            {
                return null;
            }

            parts.Add(("", group));
            i = isBraced ? end : end - 1;
        }

        return parts;
    }

    private static string TextOf(RegexSearch search, ImmutableArray<RegexSpan?> match, (string Text, int? Group) part) =>
        part.Group is not { } number ? part.Text
        : number < match.Length && match[number] is var (start, length) ? search.Subject.Substring(start, length)
        : "";
}
