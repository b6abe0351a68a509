using ExsLint.Semantics.Elixir.RegularExpressions;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Regex.split/3</c>, but for its option <c>:on</c>, and for patterns that match nothing at all somewhere.</summary>
internal static class RegexSplit
{
    public static AbstractValue? Split(RegexSearch search, AbstractValue options)
    {
        int? parts = null;
        var (trims, includesMatches) = (false, false);
        foreach (var option in Items(options) ?? [Nil])
        {
            switch (option)
            {
                case TupleValue { Items: [AtomValue { Name: "parts" }, IntegerValue count] }
                    when parts is null && SmallInteger(count) is > 0 and var limit:
                    parts = limit;
                    break;
                case TupleValue { Items: [AtomValue { Name: "trim" }, AtomValue { Name: "true" or "false" } flag] } when !trims:
                    trims = flag.Name == "true";
                    break;
                case TupleValue { Items: [AtomValue { Name: "include_captures" }, AtomValue { Name: "true" or "false" } flag] }
                    when !includesMatches:
                    includesMatches = flag.Name == "true";
                    break;
                default:
                    return null;
            }
        }

        if (search.Subject.Length == 0)
        {
            return trims ? ListValue.Empty : List([Str("")]);
        }

        var (pieces, from, left) = (new List<AbstractValue>(), 0, parts ?? int.MaxValue);
        foreach (var match in search.All())
        {
            var (start, length) = match[0]!.Value;
            if (length == 0)
            {
                return null;
            }

            if (left == 1)
            {
                break;
            }

            var isLeftOut = trims && start == from;
            if (!isLeftOut)
            {
                pieces.Add(Bytes(search.Subject[from..start]));
            }

            if (includesMatches)
            {
                pieces.Add(Bytes(search.Subject.Substring(start, length)));
            }

            left -= isLeftOut && !includesMatches ? 0 : 1;
            from = start + length;
        }

        if (!trims || from < search.Subject.Length)
        {
            pieces.Add(Bytes(search.Subject[from..]));
        }

        return List(pieces);
    }
}
