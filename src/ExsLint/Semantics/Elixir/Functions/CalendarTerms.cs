using System.Globalization;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>
/// Structs of the ISO calendar, in UTC where they have a zone, of the years 1 to 9999: what lies beyond is left unknown.
/// </summary>
internal static class CalendarTerms
{
    private const int MicrosecondDigits = 6;
    private const string IsoCalendar = "Elixir.Calendar.ISO";

    /// <summary>A date.</summary>
    public static MapValue Date(DateTime moment) => MapValue.Struct("Date", [Calendar, .. DateFields(moment)]);

    /// <summary>A time of day.</summary>
    public static MapValue Time(DateTime moment, int precision) =>
        MapValue.Struct("Time", [Calendar, .. TimeFields(moment, precision)]);

    /// <summary>A date and time without a zone.</summary>
    public static MapValue Naive(DateTime moment, int precision) =>
        MapValue.Struct("NaiveDateTime", [Calendar, .. DateFields(moment), .. TimeFields(moment, precision)]);

    /// <summary>A date and time in UTC.</summary>
    public static MapValue Utc(DateTime moment, int precision) => MapValue.Struct(
        "DateTime",
        [
            Calendar, .. DateFields(moment), .. TimeFields(moment, precision), ("time_zone", Str("Etc/UTC")), ("zone_abbr", Str("UTC")),
            ("utc_offset", Number(0)), ("std_offset", Number(0)),
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
    public static (DateTime Moment, int Precision)? Read(AbstractValue value, string? module = null)
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
        var (microsecond, precision) = hasTime && map.Find(new AtomValue("microsecond")) is TupleValue { Items: [var number, var digits] }
            ? (SmallInteger(number), SmallInteger(digits))
            : (0, 0);
        return microsecond is { } fraction && precision is { } shown
            && Moment(
                hasDate ? Field("year") : 1, hasDate ? Field("month") : 1, hasDate ? Field("day") : 1,
                hasTime ? Field("hour") : 0, hasTime ? Field("minute") : 0, hasTime ? Field("second") : 0) is { } moment
            ? (moment.AddMicroseconds(fraction), shown)
            : null;

        int? Field(string field) => map.Find(new AtomValue(field)) is { } found ? SmallInteger(found) : null;
    }

    /// <summary>A date and time; null where there is none.</summary>
    public static DateTime? Moment(int? year, int? month, int? day, int? hour = 0, int? minute = 0, int? second = 0)
    {
        const int LastYear = 9999;
        return year is >= 1 and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year.Value, month.Value)
            && hour is >= 0 and <= 23 && minute is >= 0 and <= 59 && second is >= 0 and <= 59
            ? new DateTime(year.Value, month.Value, day.Value, hour.Value, minute.Value, second.Value, DateTimeKind.Unspecified)
            : null;
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

        var date = moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var time = moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        if (precision > 0)
        {
            time += "." + moment.ToString("ffffff", CultureInfo.InvariantCulture)[..precision];
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

    /// <summary>A moment some time later; null where it leaves the years that are known.</summary>
    public static DateTime? Add(DateTime moment, TimeSpan time) =>
        time.Ticks > 0 ? moment <= DateTime.MaxValue - time ? moment + time : null
        : moment >= DateTime.MinValue - time ? moment + time : null;

    /// <summary><c>{:ok, value}</c>, or <c>{:error, reason}</c> where there is no value.</summary>
    public static AbstractValue OkOr(AbstractValue? value, string reason) =>
        value is null ? Tuple(Error, new AtomValue(reason)) : Ok(value);

    private static (string, AbstractValue) Calendar => ("calendar", new AtomValue(IsoCalendar));

    private static (string, AbstractValue)[] DateFields(DateTime moment) =>
        [("year", Number(moment.Year)), ("month", Number(moment.Month)), ("day", Number(moment.Day))];

    private static (string, AbstractValue)[] TimeFields(DateTime moment, int precision)
    {
        const long TicksPerMicrosecond = TimeSpan.TicksPerMillisecond / 1_000;
        var fraction = moment.Ticks % TimeSpan.TicksPerSecond / TicksPerMicrosecond;
        var unit = (long)Math.Pow(10, MicrosecondDigits - precision);
        return
        [
            ("hour", Number(moment.Hour)), ("minute", Number(moment.Minute)), ("second", Number(moment.Second)),
            ("microsecond", Tuple(Number(fraction / unit * unit), Number(precision))),
        ];
    }
}
