namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>A date and a time of day in the years 1 to 9999, to the microsecond.</summary>
/// <param name="Date">The date.</param>
/// <param name="Microseconds">The time of day.</param>
internal readonly record struct CalendarMoment(DateOnly Date, long Microseconds) : IComparable<CalendarMoment>
{
    /// <summary>Microseconds of a second.</summary>
    public const long PerSecond = 1_000_000;

    /// <summary>Microseconds of a day.</summary>
    public const long PerDay = 24 * 60 * 60 * PerSecond;

    /// <summary>The start of 1970.</summary>
    public static CalendarMoment UnixEpoch { get; } = new(new DateOnly(1970, 1, 1), 0);

    /// <summary>The date and time of these numbers; null where there is none.</summary>
    public static CalendarMoment? Of(int? year, int? month, int? day, int? hour = 0, int? minute = 0, int? second = 0)
    {
        const int LastYear = 9999;
        return year is >= 1 and <= LastYear && month is >= 1 and <= 12 && day >= 1
            && day <= LengthOf(year.Value, month.Value)
            && hour is >= 0 and <= 23 && minute is >= 0 and <= 59 && second is >= 0 and <= 59
            ? new(
                new DateOnly(year.Value, month.Value, day.Value),
                ((((hour.Value * 60L) + minute.Value) * 60) + second.Value) * PerSecond)
            : null;
    }

    /// <summary>Whether a year has a 29th of February.</summary>
    public static bool IsLeapYear(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    /// <summary>Microseconds since another moment.</summary>
    public long Since(CalendarMoment other) =>
        ((long)(Date.DayNumber - other.Date.DayNumber) * PerDay) + Microseconds - other.Microseconds;

    /// <summary>The moment some microseconds later; null where it leaves the years.</summary>
    public CalendarMoment? Add(long microseconds)
    {
        var sum = Microseconds + microseconds;
        var days = Math.DivRem(sum, PerDay, out var rest);
        (days, rest) = rest < 0 ? (days - 1, rest + PerDay) : (days, rest);
        var day = Date.DayNumber + days;
        return day >= DateOnly.MinValue.DayNumber && day <= DateOnly.MaxValue.DayNumber
            ? new(DateOnly.FromDayNumber((int)day), rest)
            : null;
    }

    /// <inheritdoc/>
    public int CompareTo(CalendarMoment other) => Since(other).CompareTo(0);

    private static int LengthOf(int year, int month) => month switch
    {
        2 => IsLeapYear(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}
