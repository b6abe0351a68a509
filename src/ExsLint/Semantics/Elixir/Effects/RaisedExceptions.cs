using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Effects;

/// <summary>Which exceptions calls of folded functions raise.</summary>
internal static class RaisedExceptions
{
    /// <summary>Folded functions that raise only one exception where their first argument is of the right type.</summary>
    private static readonly Dictionary<(string Module, string Name), (Type First, string Exception)> ExceptionsOfFunctions = new()
    {
        [("String", "to_integer")] = (typeof(BinaryValue), "Elixir.ArgumentError"),
        [("String", "to_float")] = (typeof(BinaryValue), "Elixir.ArgumentError"),
        [("Keyword", "fetch!")] = (typeof(ListValue), "Elixir.KeyError"),
        [("Map", "fetch!")] = (typeof(MapValue), "Elixir.KeyError"),
        [("Base", "decode64!")] = (typeof(BinaryValue), "Elixir.ArgumentError"),
        [("Base", "decode16!")] = (typeof(BinaryValue), "Elixir.ArgumentError"),
        [("File", "read!")] = (typeof(BinaryValue), "Elixir.File.Error"),
    };

    /// <summary>What a folded function gives, with the name of the exception where it raises.</summary>
    public static AbstractValue Name(AbstractValue value, string module, string name, ImmutableArray<AbstractValue> arguments) =>
        value is NeverValue { Kind: NeverKind.Error, ExceptionType: null } never && !arguments.IsEmpty
        && ExceptionsOfFunctions.TryGetValue((module, name), out var raises) && arguments[0].GetType() == raises.First
            ? never with { ExceptionType = raises.Exception }
            : value;
}
