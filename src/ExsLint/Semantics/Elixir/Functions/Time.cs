using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Time</c>.</summary>
internal static class TimeFunctions
{
    private const string Module = "Time";

    public static void AddTo(FunctionTable table) => table.In(Module)
        .Exact("new", 3, ValueShape.Any, a => a.All(part => part is IntegerValue)
            ? CalendarTerms.OkOr(New(a[0], a[1], a[2]), "invalid_time")
            : null)
        .Exact("new!", 3, ValueShape.Any, a =>
            a.All(part => part is IntegerValue) ? New(a[0], a[1], a[2]) ?? (AbstractValue)Raise : null)
        .Exact("from_iso8601", 1, ValueShape.Any, a => CalendarText.Parse("T", a[0], "") is MapValue time ? Ok(time) : null)
        .Exact("from_iso8601!", 1, ValueShape.Any, a => CalendarText.Parse("T", a[0], "") as MapValue)
        .Exact("to_iso8601", 1, ValueShape.Binary, a => Write(a[0]))
        .Exact("to_string", 1, ValueShape.Binary, a => Write(a[0]))
        .Exact("compare", 2, ValueShape.Atom, a => CalendarTerms.Compare(a[0], a[1], Module));

    private static MapValue? New(AbstractValue hour, AbstractValue minute, AbstractValue second) =>
        CalendarMoment.Of(1, 1, 1, SmallInteger(hour), SmallInteger(minute), SmallInteger(second)) is { } moment
            ? CalendarTerms.Time(moment, precision: 0)
            : null;

    private static BinaryValue? Write(AbstractValue time) =>
        CalendarTerms.Read(time, Module) is not null && CalendarTerms.Write(time, 'T') is { } text ? Str(text) : null;
}
