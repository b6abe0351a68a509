using System.Globalization;
using System.Text.RegularExpressions;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Date</c>.</summary>
internal static partial class DateFunctions
{
    private const string Module = "Date";
    private const int LastYear = 9999;
    private const int MostDays = 10_000_000;

    public static void AddTo(FunctionTable table) => table.In(Module)
        .Exact("new", 3, ValueShape.Any, a => New(a[0], a[1], a[2], value => CalendarTerms.OkOr(value, "invalid_date")))
        .Exact("new!", 3, ValueShape.Any, a => New(a[0], a[1], a[2], value => value ?? (AbstractValue)Raise))
        .Exact("from_iso8601", 1, ValueShape.Any, a => FromText(a[0], out var reason) is { } date ? Ok(date)
            : reason is null ? null : Tuple(Error, new AtomValue(reason)))
        .Exact("from_iso8601!", 1, ValueShape.Any, a =>
            FromText(a[0], out var reason) is { } date ? date : reason is null ? null : Raise)
        .Exact("to_iso8601", 1, ValueShape.Binary, a => Write(a[0]))
        .Exact("to_string", 1, ValueShape.Binary, a => Write(a[0]))
        .Exact("compare", 2, ValueShape.Atom, a => CalendarTerms.Compare(a[0], a[1], Module))
        .Exact("before?", 2, ValueShape.Boolean, a => Is(a[0], a[1], "lt"))
        .Exact("after?", 2, ValueShape.Boolean, a => Is(a[0], a[1], "gt"))
        .Exact("add", 2, ValueShape.Any, a => CalendarTerms.Read(a[0], Module) is (var date, _)
            && SmallInteger(a[1]) is >= -MostDays and <= MostDays and var days
            && date.Add(days * CalendarMoment.PerDay) is { } moved
            ? CalendarTerms.Date(moved)
            : null)
        .Exact("diff", 2, ValueShape.Integer, a =>
            CalendarTerms.Read(a[0], Module) is (var date, _) && CalendarTerms.Read(a[1], Module) is (var other, _)
                ? Number(date.Since(other) / CalendarMoment.PerDay)
                : null)
        .Exact("day_of_week", 1, ValueShape.Integer, a => CalendarTerms.Read(a[0], Module) is (var date, _)
            ? Number(date.Date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.Date.DayOfWeek)
            : null)
        .Exact("leap_year?", 1, ValueShape.Boolean, a =>
            CalendarTerms.Read(a[0], Module) is (var date, _) ? Truth(CalendarMoment.IsLeapYear(date.Date.Year)) : null)
        .Newer("before?/2", "after?/2");

    private static BinaryValue? Write(AbstractValue date) =>
        CalendarTerms.Read(date, Module) is not null && CalendarTerms.Write(date, 'T') is { } text ? Str(text) : null;

    private static AtomValue? Is(AbstractValue left, AbstractValue right, string order) =>
        CalendarTerms.Compare(left, right, Module) is AtomValue { Name: var name } ? Truth(name == order) : null;

    /// <summary>Years beyond 9999 are valid in some versions.</summary>
    private static AbstractValue? New(
        AbstractValue year, AbstractValue month, AbstractValue day, Func<AbstractValue?, AbstractValue> result) =>
        SmallInteger(year) is >= 1 and <= LastYear and var number && month is IntegerValue && day is IntegerValue
            ? result(CalendarMoment.Of(number, SmallInteger(month), SmallInteger(day)) is { } date
                ? CalendarTerms.Date(date)
                : null)
            : null;

    /// <summary>
    /// The date that a text names, or the reason why there is none; neither where a year may be meant that is not known.
    /// </summary>
    private static AbstractValue? FromText(AbstractValue value, out string? reason)
    {
        reason = null;
        if (value is not BinaryValue { ValidText: { } text } || text.StartsWith('+') || text.StartsWith('-')
            || text.StartsWith("0000", StringComparison.Ordinal))
        {
            return null;
        }

        if (Plain().Match(text) is not { Success: true } match)
        {
            reason = "invalid_format";
            return null;
        }

        reason = "invalid_date";
        return CalendarMoment.Of(Part(1), Part(2), Part(3)) is { } date ? CalendarTerms.Date(date) : null;

        int Part(int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\A([0-9]{4})-([0-9]{2})-([0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
