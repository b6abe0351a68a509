using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Atom</c>, <c>Module</c>, <c>Function</c>.</summary>
internal static class AtomFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.In("Atom")
            .Exact("to_string", 1, ValueShape.Binary, a => a[0] is AtomValue atom ? Str(atom.Name) : Raise)
            .Exact("to_charlist", 1, ValueShape.List, a => a[0] is AtomValue atom ? Charlist(Str(atom.Name)) : Raise);
        table.In("Module")
            .Exact("concat", 1, ValueShape.Atom, a => Items(a[0]) is { } parts ? Concat(parts) : Raise)
            .Exact("concat", 2, ValueShape.Atom, Concat)
            .Exact("split", 1, ValueShape.List, a =>
                a[0] is AtomValue { Name: ['E', 'l', 'i', 'x', 'i', 'r', '.', .. { Length: > 0 } name] }
                    ? List(name.Split('.').Select(Str))
                    : null);
        table.In("Function").Partial("identity", 1, ValueShape.Any, a => a[0]);
    }

    private static AtomValue? Concat(IReadOnlyList<AbstractValue> parts)
    {
        var names = new List<string>();
        foreach (var part in parts)
        {
            var name = part is AtomValue atom ? atom.Name : (part as BinaryValue)?.ValidText;
            if (string.IsNullOrEmpty(name) || name is "nil" or "Elixir" || name.StartsWith('.') || name.EndsWith('.'))
            {
                return null;
            }

            names.Add(name.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal)
                ? name[AtomValue.AliasPrefix.Length..]
                : name);
        }

        return names.Count == 0 ? null : new AtomValue(AtomValue.AliasPrefix + string.Join('.', names));
    }

    private static AtomValue? Concat(System.Collections.Immutable.ImmutableArray<AbstractValue> parts) =>
        Concat((IReadOnlyList<AbstractValue>)parts);
}
