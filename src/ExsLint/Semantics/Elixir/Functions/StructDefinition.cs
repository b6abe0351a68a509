using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>What <c>defstruct</c> or <c>defexception</c> defines.</summary>
/// <param name="Fields">The fields and their defaults.</param>
/// <param name="IsException">Whether it is an exception.</param>
/// <param name="DefinedAt">When it was defined, by the count of definitions.</param>
internal sealed record StructDefinition(ImmutableDictionary<string, AbstractValue> Fields, bool IsException, int DefinedAt)
{
    /// <summary>A struct with some fields given.</summary>
    /// <param name="module">The module, as an atom.</param>
    /// <param name="given">Pairs of a field's name and a value; others are left out.</param>
    public MapValue Create(string module, ImmutableArray<AbstractValue> given)
    {
        var builder = new MapBuilder();
        builder.Put(new AtomValue(MapValue.StructKey), new AtomValue(module));
        foreach (var (name, value) in Fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            builder.Put(new AtomValue(name), value);
        }

        return Update(builder.ToMap(), given);
    }

    /// <summary>A struct with other values in some of its fields; those it does not have are left out.</summary>
    public static MapValue Update(MapValue updated, ImmutableArray<AbstractValue> given)
    {
        var builder = new MapBuilder(updated);
        foreach (var item in given)
        {
            if (item is TupleValue { Items: [AtomValue { Name: not MapValue.StructKey } key, var value] }
                && updated.Find(key) is not null)
            {
                builder.Put(key, value);
            }
        }

        return builder.ToMap();
    }
}
