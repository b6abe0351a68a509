using System.Globalization;
using System.Text.RegularExpressions;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Float</c>.</summary>
internal static partial class FloatFunctions
{
    public static void AddTo(FunctionTable table) => table.In("Float")
        .Exact("to_string", 1, ValueShape.Binary, a =>
            a[0] is FloatValue n ? FloatText(n.Number) is { } text ? Str(text) : null : a[0] is IntegerValue ? null : Raise)
        .Exact("parse", 1, ValueShape.Any, a => a[0] is BinaryValue ? Parse(BytesOf(a[0])!) : Raise)
        .Exact("round", 1, ValueShape.Float, a => Rounded(a[0], number => Math.Round(number, MidpointRounding.AwayFromZero)))
        .Exact("ceil", 1, ValueShape.Float, a => Rounded(a[0], Math.Ceiling))
        .Exact("floor", 1, ValueShape.Float, a => Rounded(a[0], Math.Floor));

    /// <summary>Zero may or may not keep its sign.</summary>
    private static AbstractValue? Rounded(AbstractValue value, Func<double, double> round) =>
        value is FloatValue number ? round(number.Number) is var rounded && rounded != 0 ? new FloatValue(rounded) : null
            : value is IntegerValue ? null
            : Raise;

    private static AbstractValue? Parse(string text)
    {
        var match = FloatStart().Match(text);
        if (!match.Success)
        {
            return Error;
        }

        var number = double.Parse(match.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) && number != 0 && match.Groups["fraction"].Success
            ? Tuple(new FloatValue(number), Bytes(text[match.Length..]))
            : null;
    }

    /// <summary><c>String.to_float/1</c>; it raises for a text that is no float, and for one that is too large.</summary>
    public static AbstractValue? FromText(string text)
    {
        if (!WholeFloat().IsMatch(text))
        {
            return Raise;
        }

        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return !double.IsFinite(number) ? Raise : number == 0 ? null : new FloatValue(number);
    }

    [GeneratedRegex(@"\A[+-]?[0-9]+(?<fraction>\.[0-9]+)?([eE][+-]?[0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex FloatStart();

    [GeneratedRegex(@"\A[+-]?[0-9]+\.[0-9]+([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex WholeFloat();
}
