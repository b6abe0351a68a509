using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Kernel</c>: type checks, sizes, and parts of terms.</summary>
internal static class KernelTypeFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.In("Kernel");
        Check(table, "is_atom", value => value is AtomValue, ValueShape.Atom, ValueShape.Boolean);
        Check(table, "is_boolean", value => value is AtomValue { Name: "true" or "false" }, ValueShape.Boolean);
        Check(table, "is_binary", value => value is BinaryValue, ValueShape.Binary);
        Check(table, "is_bitstring", value => value is BinaryValue, ValueShape.Binary);
        Check(table, "is_integer", value => value is IntegerValue, ValueShape.Integer);
        Check(table, "is_float", value => value is FloatValue, ValueShape.Float);
        Check(table, "is_number", value => value is IntegerValue or FloatValue, ValueShape.Integer, ValueShape.Float);
        Check(table, "is_list", value => value is ListValue, ValueShape.List);
        Check(table, "is_tuple", value => value is TupleValue);
        Check(table, "is_map", value => value is MapValue);
        Check(table, "is_struct", value => value is MapValue { IsStruct: true });
        Check(table, "is_function", value => value is FunctionValue);
        Check(table, "is_pid", _ => false);
        Check(table, "is_port", _ => false);
        Check(table, "is_reference", _ => false);
        table
            .Any("is_nil", 1, (_, a) => TermOperators.Operator("===", a[0], AtomValue.Nil))
            .Exact("is_map_key", 2, ValueShape.Boolean, a =>
                a[0] is MapValue map ? Enumerables.IsKey(a[1]) ? Truth(map.Find(a[1]) is not null) : null : Raise)
            .Partial("elem", 2, ValueShape.Any, a => a is [TupleValue tuple, IntegerValue] && SmallInteger(a[1]) is { } index
                ? index >= 0 && index < tuple.Items.Length ? tuple.Items[index] : Raise
                : Raise)
            .Partial("put_elem", 3, ValueShape.Any, a =>
                a is [TupleValue tuple, IntegerValue, _] && SmallInteger(a[1]) is { } index
                    ? index >= 0 && index < tuple.Items.Length ? new TupleValue(tuple.Items.SetItem(index, a[2])) : Raise
                    : Raise)
            .Partial("tuple_size", 1, ValueShape.Integer, a => a[0] is TupleValue tuple ? Number(tuple.Items.Length) : Raise)
            .Partial("map_size", 1, ValueShape.Integer, a => a[0] switch
            {
                MapValue map => Number(map.Pairs.Length),
                OpaqueValue => null,
                _ => Raise,
            })
            .Partial("byte_size", 1, ValueShape.Integer, a => a[0] is BinaryValue text ? Number(text.Bytes.Length) : Raise)
            .Partial("bit_size", 1, ValueShape.Integer, a => a[0] is BinaryValue text ? Number(8L * text.Bytes.Length) : Raise)
            .Partial("length", 1, ValueShape.Integer, a => a[0] switch
            {
                ListValue { Rest: null } list => Number(list.Items.Length),
                UnknownValue { Unordered: { IsDefault: false } items } => Number(items.Length),
                ListValue => null,
                _ => Raise,
            })
            .Partial("hd", 1, ValueShape.Any, a => a[0] switch
            {
                ListValue { Rest: null, Items: [var first, ..] } => first,
                ListValue { Rest: not null } => null,
                _ => Raise,
            })
            .Partial("tl", 1, ValueShape.List, a => a[0] switch
            {
                ListValue { Rest: null, Items: [_, .. var rest] } => new ListValue(rest),
                ListValue { Rest: not null } => null,
                _ => Raise,
            })
            .Exact("binary_part", 3, ValueShape.Binary, a =>
                a[0] is BinaryValue text && SmallInteger(a[1]) is { } start && SmallInteger(a[2]) is { } length
                    ? start >= 0 && length >= 0 && start + length <= text.Bytes.Length
                        ? new BinaryValue(text.Bytes.Slice(start, length))
                        : length < 0 ? null : Raise
                    : Raise)
            .Partial("is_function", 2, ValueShape.Boolean, a => a switch
            {
                [FunctionValue function, IntegerValue { Number.Sign: >= 0 } arity] =>
                    Truth(function.Target.Arity == arity.Number),
                [OpaqueValue, _] => null,
                [_, IntegerValue { Number.Sign: >= 0 }] => Truth(false),
                _ => Raise,
            });
    }

    /// <summary>A type check; where the value is not known, its shape may still tell.</summary>
    private static void Check(FunctionTable table, string name, Func<AbstractValue, bool> check, params ValueShape[] shapes) =>
        table.Any(name, 1, (_, a) => IsOfType(a[0], check, shapes) is { } known
            ? Truth(known)
            : new UnknownValue(
                a[0] is UnknownValue unknown ? unknown.Reason
                    : a[0] is ChoiceValue choice ? choice.Reason
                    : "a value that is not known",
                ValueShape.Boolean));

    private static bool? IsOfType(AbstractValue value, Func<AbstractValue, bool> check, ValueShape[] shapes)
    {
        switch (value)
        {
            case ChoiceValue choice:
                var first = IsOfType(choice.Alternatives[0], check, shapes);
                return choice.Alternatives.All(alternative => IsOfType(alternative, check, shapes) == first) ? first : null;
            case UnknownValue
            {
                Shape: ValueShape.Any or ValueShape.Integer or ValueShape.Float or ValueShape.Boolean
                or ValueShape.Atom
            }:
                return null;
            case UnknownValue { Shape: ValueShape.BinaryOrNil }:
                return shapes.Contains(ValueShape.Binary) || shapes.Contains(ValueShape.Atom) ? null : false;
            case UnknownValue unknown:
                return shapes.Contains(unknown.Shape);
            case OpaqueValue:
                return shapes.Length > 0 ? false : null;
            default:
                return check(value);
        }
    }
}
