using System.Globalization;
using ExsLint.Semantics.Elixir;

namespace ExsLint.Oracles.Elixir;

/// <summary>Writes known values as Elixir source.</summary>
internal static class ElixirTerm
{
    public static string Of(AbstractValue value) => value switch
    {
        AtomValue atom => Atom(atom.Name),
        IntegerValue integer => integer.Number.ToString(CultureInfo.InvariantCulture),
        FloatValue number => Float(number.Number),
        BinaryValue binary => $"<<{string.Join(", ", binary.Bytes)}>>",
        TupleValue tuple => $"{{{string.Join(", ", tuple.Items.Select(Of))}}}",
        ListValue list => $"[{string.Join(", ", list.Items.Select(Of))}]",
        MapValue map => $"%{{{string.Join(", ", map.Pairs.Select(pair => $"{Of(pair.Key)} => {Of(pair.Value)}"))}}}",
        _ => throw new ArgumentException("not known", nameof(value)),
    };

    public static string Atom(string name) => $":{Text(name)}";

    public static string Text(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("#", "\\#", StringComparison.Ordinal)}\"";

    private static string Float(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture).Replace("E+", "E", StringComparison.Ordinal);
        return text.Contains('.', StringComparison.Ordinal)
            ? text
            : text.Contains('E', StringComparison.Ordinal) ? text.Replace("E", ".0E", StringComparison.Ordinal) : text + ".0";
    }
}
