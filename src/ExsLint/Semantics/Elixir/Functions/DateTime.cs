using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>DateTime</c>, in UTC.</summary>
internal static partial class DateTimeFunctions
{
    private const string Module = "DateTime";

    public static void AddTo(FunctionTable table) => table.In(Module)
        .Exact("new", 2, ValueShape.Any, a => New(a[0], a[1]) is { } moment ? Ok(moment) : null)
        .Exact("new!", 2, ValueShape.Any, a => New(a[0], a[1]))
        .Exact("from_iso8601", 1, ValueShape.Any, a => FromText(a[0]))
        .Exact("from_unix", 1, ValueShape.Any, a => FromUnix(a) is { } moment ? Ok(moment) : null)
        .Exact("from_unix", 2, ValueShape.Any, a => FromUnix(a) is { } moment ? Ok(moment) : null)
        .Exact("from_unix!", 1, ValueShape.Any, FromUnix)
        .Exact("from_unix!", 2, ValueShape.Any, FromUnix)
        .Exact("to_unix", 1, ValueShape.Integer, a => CalendarTerms.Read(a[0], Module) is (var moment, _)
            ? Number(Seconds(moment.Since(CalendarMoment.UnixEpoch)))
            : null)
        .Exact("to_iso8601", 1, ValueShape.Binary, a => Write(a[0], 'T'))
        .Exact("to_string", 1, ValueShape.Binary, a => Write(a[0], ' '))
        .Exact("to_date", 1, ValueShape.Any, a =>
            CalendarTerms.Read(a[0], Module) is (var moment, _) ? CalendarTerms.Date(moment) : null)
        .Exact("to_time", 1, ValueShape.Any, a =>
            CalendarTerms.Read(a[0], Module) is (var moment, var precision) ? CalendarTerms.Time(moment, precision) : null)
        .Exact("to_naive", 1, ValueShape.Any, a =>
            CalendarTerms.Read(a[0], Module) is (var moment, var precision) ? CalendarTerms.Naive(moment, precision) : null)
        .Exact("compare", 2, ValueShape.Atom, a => CalendarTerms.Compare(a[0], a[1], Module))
        .Exact("add", 2, ValueShape.Any, a => CalendarTerms.Read(a[0], Module) is (var moment, var precision)
            && SmallInteger(a[1]) is { } seconds && moment.Add(seconds * CalendarMoment.PerSecond) is { } moved
            ? CalendarTerms.Utc(moved, precision)
            : null);

    private static MapValue? New(AbstractValue date, AbstractValue time) =>
        CalendarTerms.Read(date, "Date") is (var day, _) && CalendarTerms.Read(time, "Time") is (var moment, var precision)
            ? CalendarTerms.Utc(moment with { Date = day.Date }, precision)
            : null;

    private static BinaryValue? Write(AbstractValue moment, char separator) =>
        CalendarTerms.Read(moment, Module) is not null && CalendarTerms.Write(moment, separator) is { } text ? Str(text) : null;

    /// <summary>Whole seconds, rounded down.</summary>
    private static long Seconds(long microseconds) => (long)Math.Floor((decimal)microseconds / CalendarMoment.PerSecond);

    /// <summary>Seconds or milliseconds since 1970.</summary>
    private static AbstractValue? FromUnix(ImmutableArray<AbstractValue> a)
    {
        const int MillisecondDigits = 3;
        const long PerMillisecond = CalendarMoment.PerSecond / 1_000;
        var (unit, precision) = a.Length == 1 ? (CalendarMoment.PerSecond, 0) : a[1] switch
        {
            AtomValue { Name: "second" } => (CalendarMoment.PerSecond, 0),
            AtomValue { Name: "millisecond" } => (PerMillisecond, MillisecondDigits),
            _ => (0, 0),
        };
        return unit > 0 && a[0] is IntegerValue { Number: var number }
            && BigInteger.Abs(number * unit) < long.MaxValue / 2
            && CalendarMoment.UnixEpoch.Add((long)(number * unit)) is { } moment
            ? CalendarTerms.Utc(moment, precision)
            : null;
    }

    /// <summary><c>{:ok, moment, offset}</c>, where the text is plain.</summary>
    private static TupleValue? FromText(AbstractValue value)
    {
        if (value is not BinaryValue { ValidText: { } text }
            || Zone().Match(text) is not { Success: true } zone
            || CalendarText.Parse("N", Str(text[..zone.Index]), "") is not MapValue local
            || CalendarTerms.Read(local) is not (var moment, var precision))
        {
            return null;
        }

        var offset = zone.Value == "Z" ? 0 : ((Part(2) * 60L) + Part(3)) * 60;
        offset = zone.Groups[1].ValueSpan is "-" ? -offset : offset;
        return moment.Add(-offset * CalendarMoment.PerSecond) is { } utc
            ? Tuple(new AtomValue("ok"), CalendarTerms.Utc(utc, precision), Number(offset))
            : null;

        int Part(int group) => int.Parse(zone.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"(?:Z|([+-])(0[0-9]|1[0-3]):([0-5][0-9]))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Zone();
}
