using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Tuple</c>.</summary>
internal static class TupleFunctions
{
    public static void AddTo(FunctionTable table) => table.In("Tuple")
        .Partial("to_list", 1, ValueShape.List, a => a[0] is TupleValue tuple ? new ListValue(tuple.Items) : Raise)
        .Partial("append", 2, ValueShape.Any, a => a[0] is TupleValue tuple ? new TupleValue(tuple.Items.Add(a[1])) : Raise)
        .Partial("insert_at", 3, ValueShape.Any, a => a[0] is TupleValue tuple && SmallInteger(a[1]) is { } index
            ? index >= 0 && index <= tuple.Items.Length ? new TupleValue(tuple.Items.Insert(index, a[2])) : Raise
            : Raise)
        .Partial("delete_at", 2, ValueShape.Any, a => a[0] is TupleValue tuple && SmallInteger(a[1]) is { } index
            ? index >= 0 && index < tuple.Items.Length ? new TupleValue(tuple.Items.RemoveAt(index)) : Raise
            : Raise);
}
