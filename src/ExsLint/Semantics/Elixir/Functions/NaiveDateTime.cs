using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>NaiveDateTime</c>.</summary>
internal static class NaiveDateTimeFunctions
{
    private const string Module = "NaiveDateTime";

    public static void AddTo(FunctionTable table) => table.In(Module)
        .Exact("from_iso8601", 1, ValueShape.Any, a => CalendarText.Parse("N", a[0], "") is MapValue moment ? Ok(moment) : null)
        .Exact("from_iso8601!", 1, ValueShape.Any, a => CalendarText.Parse("N", a[0], "") as MapValue)
        .Exact("to_iso8601", 1, ValueShape.Binary, a => Write(a[0], 'T'))
        .Exact("to_string", 1, ValueShape.Binary, a => Write(a[0], ' '))
        .Exact("to_date", 1, ValueShape.Any, a =>
            CalendarTerms.Read(a[0], Module) is (var moment, _) ? CalendarTerms.Date(moment) : null)
        .Exact("to_time", 1, ValueShape.Any, a =>
            CalendarTerms.Read(a[0], Module) is (var moment, var precision) ? CalendarTerms.Time(moment, precision) : null)
        .Exact("compare", 2, ValueShape.Atom, a => CalendarTerms.Compare(a[0], a[1], Module));

    private static BinaryValue? Write(AbstractValue moment, char separator) =>
        CalendarTerms.Read(moment, Module) is not null && CalendarTerms.Write(moment, separator) is { } text ? Str(text) : null;
}
