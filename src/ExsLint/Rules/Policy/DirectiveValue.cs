using System.Globalization;
using System.Numerics;
using System.Text;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Systemd.Settings;

namespace ExsLint.Rules.Policy;

/// <summary>
/// The value of a unit's directive as a term, of the kind that a requirement asks for: a number, with systemd's K, M, G and T to
/// the base 1024 (systemd.resource-control(5)), a switch, else a text.
/// </summary>
internal static class DirectiveValue
{
    private const string Units = "KMGT";
    private const int BitsOfUnit = 10;

    /// <summary>The value as a term.</summary>
    /// <param name="text">The value, as it is written.</param>
    /// <param name="must">What is required.</param>
    public static AbstractValue Of(string text, Requirement must)
    {
        var operand = must.Operand is ListValue { Items: [var first, ..] } ? first : must.Operand;
        return operand switch
        {
            IntegerValue or FloatValue => Number(text) is { } number ? new IntegerValue(number) : Text(text),
            AtomValue { Name: "true" or "false" } => SettingValues.TryParseBoolean(text, out var isOn)
                ? new AtomValue(isOn ? "true" : "false")
                : Text(text),
            null when must.Operator == RequirementOperator.IsInteger && Number(text) is { } number => new IntegerValue(number),
            _ => Text(text),
        };
    }

    /// <summary>A number, or a size; null for any other text.</summary>
    public static BigInteger? Number(string text)
    {
        var power = text.Length > 0 ? Units.IndexOf(text[^1], StringComparison.Ordinal) + 1 : 0;
        var digits = power > 0 ? text[..^1] : text;
        return BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number << (power * BitsOfUnit)
            : null;
    }

    private static BinaryValue Text(string text) => new([.. Encoding.UTF8.GetBytes(text)]);
}
