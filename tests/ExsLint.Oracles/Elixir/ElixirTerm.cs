using System.Globalization;
using System.Text.RegularExpressions;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Oracles.Elixir;

/// <summary>Writes known values as Elixir source.</summary>
internal static partial class ElixirTerm
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

    /// <summary>
    /// An atom, without quotes where it needs none: Elixir warns of those, and tens of thousands of warnings take their time.
    /// </summary>
    public static string Atom(string name) => PlainName().IsMatch(name) ? $":{name}" : $":{Text(name)}";

    public static string Text(string text) =>
        '"'
        + text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("#", "\\#", StringComparison.Ordinal)
        + '"';

    /// <summary>A map of variables; one that is not set is nil.</summary>
    public static string Environment(IEnumerable<KeyValuePair<string, string?>> variables)
    {
        var pairs = variables.Select(variable => $"\"{variable.Key}\" => {(variable.Value is { } set ? Text(set) : "nil")}");
        return $"%{{{string.Join(", ", pairs)}}}";
    }

    private static string Float(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture).Replace("E+", "E", StringComparison.Ordinal);
        return text.Contains('.', StringComparison.Ordinal)
            ? text
            : text.Contains('E', StringComparison.Ordinal) ? text.Replace("E", ".0E", StringComparison.Ordinal) : text + ".0";
    }

    [GeneratedRegex("""\A[a-z_][A-Za-z0-9_]*[?!]?\z""")]
    private static partial Regex PlainName();
}
