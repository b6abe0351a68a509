using System.Globalization;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>
/// Structs of the ISO calendar, in UTC where they have a zone, of the years 1 to 9999: what lies beyond is left unknown.
/// </summary>
internal static class CalendarTerms
{
    private const string IsoCalendar = "Elixir.Calendar.ISO";

    /// <summary>A date.</summary>
    public static MapValue Date(CalendarMoment moment) => MapValue.Struct("Date", [Calendar, .. DateFields(moment)]);

    /// <summary>A time of day.</summary>
    public static MapValue Time(CalendarMoment moment, int precision) =>
        MapValue.Struct("Time", [Calendar, .. TimeFields(moment, precision)]);

    /// <summary>A date and time without a zone.</summary>
    public static MapValue Naive(CalendarMoment moment, int precision) =>
        MapValue.Struct("NaiveDateTime", [Calendar, .. DateFields(moment), .. TimeFields(moment, precision)]);

    /// <summary>A date and time in UTC.</summary>
    public static MapValue Utc(CalendarMoment moment, int precision) => MapValue.Struct(
        "DateTime",
        [
            Calendar, .. DateFields(moment), .. TimeFields(moment, precision),
            ("time_zone", Str("Etc/UTC")), ("zone_abbr", Str("UTC")), ("utc_offset", Number(0)), ("std_offset", Number(0)),
        ]);

    /// <summary>The same date and time in UTC.</summary>
    /// <param name="naive">One without a zone.</param>
    public static AbstractValue InUtc(MapValue naive) =>
        Read(naive) is (var moment, var precision) ? Utc(moment, precision) : new UnknownValue("a date and time");

    /// <summary>
    /// A struct's date and time, and how many digits of a second it has; null for what is no such struct, or not known in full.
    /// </summary>
    /// <param name="value">The struct.</param>
    /// <param name="module">The module that it has to be of; null for any.</param>
    public static (CalendarMoment Moment, int Precision)? Read(AbstractValue value, string? module = null)
    {
        if (value is not MapValue { StructName: { } name } map
            || name is not ("Elixir.Date" or "Elixir.Time" or "Elixir.NaiveDateTime" or "Elixir.DateTime")
            || (module is not null && name != AtomValue.AliasPrefix + module)
            || map.Find(new AtomValue("calendar")) is not AtomValue { Name: IsoCalendar }
            || (name == "Elixir.DateTime" && map.Find(new AtomValue("time_zone")) is not BinaryValue { Text: "Etc/UTC" }))
        {
            return null;
        }

        var (hasDate, hasTime) = (name != "Elixir.Time", name != "Elixir.Date");
        var (microsecond, precision) =
            hasTime && map.Find(new AtomValue("microsecond")) is TupleValue { Items: [var number, var digits] }
            ? (SmallInteger(number), SmallInteger(digits))
            : (0, 0);
        return microsecond is { } fraction && precision is { } shown
            && CalendarMoment.Of(
                hasDate ? Field("year") : 1, hasDate ? Field("month") : 1, hasDate ? Field("day") : 1,
                hasTime ? Field("hour") : 0, hasTime ? Field("minute") : 0, hasTime ? Field("second") : 0) is { } moment
            ? (moment with { Microseconds = moment.Microseconds + fraction }, shown)
            : null;

        int? Field(string field) => map.Find(new AtomValue(field)) is { } found ? SmallInteger(found) : null;
    }

    /// <summary>A struct as ISO 8601 writes it; null where it is not known in full.</summary>
    /// <param name="value">The struct.</param>
    /// <param name="separator">What stands between date and time.</param>
    public static string? Write(AbstractValue value, char separator)
    {
        if (value is not MapValue { StructName: var name } || Read(value) is not (var moment, var precision))
        {
            return null;
        }

        var date = moment.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (hour, minute, second, fraction) = PartsOf(moment);
        var time = string.Create(CultureInfo.InvariantCulture, $"{hour:D2}:{minute:D2}:{second:D2}");
        if (precision > 0)
        {
            time += "." + fraction.ToString("D6", CultureInfo.InvariantCulture)[..precision];
        }

        return name switch
        {
            "Elixir.Date" => date,
            "Elixir.Time" => time,
            "Elixir.DateTime" => $"{date}{separator}{time}Z",
            _ => $"{date}{separator}{time}",
        };
    }

    /// <summary><c>:lt</c>, <c>:eq</c> or <c>:gt</c>; null where it is not known.</summary>
    public static AbstractValue? Compare(AbstractValue left, AbstractValue right, string module) =>
        Read(left, module) is (var first, _) && Read(right, module) is (var second, _)
            ? new AtomValue(first.CompareTo(second) switch { < 0 => "lt", 0 => "eq", _ => "gt" })
            : null;

    /// <summary><c>{:ok, value}</c>, or <c>{:error, reason}</c> where there is no value.</summary>
    public static AbstractValue OkOr(AbstractValue? value, string reason) =>
        value is null ? Tuple(Error, new AtomValue(reason)) : Ok(value);

    private static (string, AbstractValue) Calendar => ("calendar", new AtomValue(IsoCalendar));

    private static (string, AbstractValue)[] DateFields(CalendarMoment moment) =>
        [("year", Number(moment.Date.Year)), ("month", Number(moment.Date.Month)), ("day", Number(moment.Date.Day))];

    private static (string, AbstractValue)[] TimeFields(CalendarMoment moment, int precision)
    {
        var (hour, minute, second, fraction) = PartsOf(moment);
        return
        [
            ("hour", Number(hour)), ("minute", Number(minute)), ("second", Number(second)),
            ("microsecond", Tuple(Number(fraction), Number(precision))),
        ];
    }

    private static (long Hour, long Minute, long Second, long Fraction) PartsOf(CalendarMoment moment)
    {
        var seconds = moment.Microseconds / CalendarMoment.PerSecond;
        return (seconds / 3_600, seconds / 60 % 60, seconds % 60, moment.Microseconds % CalendarMoment.PerSecond);
    }
}
