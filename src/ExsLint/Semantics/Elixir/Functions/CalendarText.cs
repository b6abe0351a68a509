using System.Globalization;
using System.Text.RegularExpressions;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>Dates and times of the ISO calendar as texts.</summary>
internal static partial class CalendarText
{
    /// <summary>The struct of <c>~D</c>, <c>~T</c>, <c>~N</c> or <c>~U</c>, or an unknown where the text is not plain.</summary>
    public static AbstractValue Parse(string name, AbstractValue content, string modifiers)
    {
        var unknown = new UnknownValue($"sigil ~{name}");
        if (content is not BinaryValue { ValidText: { } text } || modifiers.Length > 0)
        {
            return unknown;
        }

        if (name == "U")
        {
            var local = text.EndsWith('Z') ? text[..^1] : text.EndsWith("+00:00", StringComparison.Ordinal) ? text[..^6] : "";
            return Parse("N", BinaryValue.Of(local), modifiers) is MapValue naive ? CalendarTerms.InUtc(naive) : unknown;
        }

        var match = Moment().Match(text);
        var (date, time) = (match.Groups["date"].Success, match.Groups["time"].Success);
        if (!match.Success || (date, time) != (name is "D" or "N", name is "T" or "N")
            || (date && !DateOnly.TryParseExact(
                match.Groups["date"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)))
        {
            return unknown;
        }

        var calendar = ("calendar", (AbstractValue)new AtomValue("Elixir.Calendar.ISO"));
        return name switch
        {
            "D" => MapValue.Struct("Date", [calendar, Part("year"), Part("month"), Part("day")]),
            "T" => MapValue.Struct("Time", [calendar, Part("hour"), Part("minute"), Part("second"), ("microsecond", Fraction())]),
            _ => MapValue.Struct(
                "NaiveDateTime",
                [
                    calendar, Part("year"), Part("month"), Part("day"), Part("hour"), Part("minute"), Part("second"),
                    ("microsecond", Fraction()),
                ]),
        };

        (string, AbstractValue) Part(string part) =>
            (part, new IntegerValue(int.Parse(match.Groups[part].Value, CultureInfo.InvariantCulture)));

        // The digits written tell the precision.
        TupleValue Fraction()
        {
            const int Digits = 6;
            var digits = match.Groups["fraction"].Value;
            return Terms.Tuple(
                new IntegerValue(
                    int.Parse(digits.PadRight(Digits, '0'), CultureInfo.InvariantCulture)), new IntegerValue(digits.Length));
        }
    }

    [GeneratedRegex(
        @"\A(?<date>(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2}))?(?:(?<=\d)[ T](?=\d))?(?<time>(?<hour>[01][0-9]|2[0-3]):(?<minute>[0-5][0-9]):(?<second>[0-5][0-9])(\.(?<fraction>[0-9]{1,6}))?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Moment();
}
