using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>What makes structs, and maps of them.</summary>
internal static class StructFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.In("Kernel")
            .Calling("struct", 1, ValueShape.Any, (site, a) => Create(site, a[0], ListValue.Empty, isStrict: false))
            .Calling("struct", 2, ValueShape.Any, (site, a) => Create(site, a[0], a[1], isStrict: false))
            .Calling("struct!", 1, ValueShape.Any, (site, a) => Create(site, a[0], ListValue.Empty, isStrict: true))
            .Calling("struct!", 2, ValueShape.Any, (site, a) => Create(site, a[0], a[1], isStrict: true));
        table.In("Map").Partial("from_struct", 1, ValueShape.Any, a => a[0] is MapValue { IsStruct: true } map
            ? new MapValue(map.Pairs.RemoveAll(pair => pair.Key is AtomValue { Name: MapValue.StructKey }))
            : null);
        table.In("Exception")
            .Partial("message", 1, ValueShape.Binary, a =>
                a[0] is MapValue { StructName: "Elixir.RuntimeError" or "Elixir.ArgumentError" } map
                    ? map.Find(new AtomValue("message")) as BinaryValue
                    : null);
    }

    /// <summary>
    /// <c>struct(module, fields)</c> and <c>struct(struct, fields)</c>; the strict one raises for a field there is not.
    /// </summary>
    private static AbstractValue? Create(CallSite site, AbstractValue target, AbstractValue given, bool isStrict)
    {
        var structure = target switch
        {
            AtomValue { Name: var module } => site.Caller.CreateStruct(module),
            MapValue { IsStruct: true } map => map,
            _ => null,
        };
        var pairs = given is MapValue { IsStruct: false } fields
            ? [.. fields.Pairs.Select(pair => Tuple(pair.Key, pair.Value))]
            : Items(given);
        if (structure is null
            || pairs is null
            || !pairs.Value.All(pair => pair is TupleValue { Items: [AtomValue { Name: not MapValue.StructKey }, _] }))
        {
            return null;
        }

        return isStrict && pairs.Value.Any(pair => structure.Find(((TupleValue)pair).Items[0]) is null)
            ? Raise
            : StructDefinition.Update(structure, pairs.Value);
    }
}
