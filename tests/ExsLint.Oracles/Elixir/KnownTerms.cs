using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Oracles.Elixir;

/// <summary>Writes what is known of values as Elixir source; what is not known is an atom that equals everything there.</summary>
internal static class KnownTerms
{
    /// <summary>Stands for a part that is not known.</summary>
    public const string Unknown = ":\"$unknown\"";

    /// <summary>The term as Elixir source.</summary>
    public static string Of(AbstractValue value) => value switch
    {
        AtomValue or IntegerValue or FloatValue or BinaryValue => ElixirTerm.Of(value),
        TupleValue tuple => $"{{{string.Join(", ", tuple.Items.Select(Of))}}}",
        ListValue { Rest: null } list => $"[{string.Join(", ", list.Items.Select(Of))}]",
        MapValue map => $"%{{{string.Join(", ", map.Pairs.Select(pair => $"{Of(pair.Key)} => {Of(pair.Value)}"))}}}",
        AbsentValue => ":\"$absent\"",
        ChoiceValue choice => $"{{:\"$or\", [{string.Join(", ", choice.Alternatives.Select(Of))}]}}",
        _ => Unknown,
    };

    /// <summary>Whether anything of it is known.</summary>
    public static bool SaysSomething(AbstractValue value) => value is not (UnknownValue or OpaqueValue or FunctionValue);

    /// <summary>An Elixir module that compares a term with what is known of it.</summary>
    public const string Comparer = """
        defmodule Known do
          def same?(_, :"$unknown"), do: true
          def same?(actual, {:"$or", alternatives}), do: Enum.any?(alternatives, &same?(actual, &1))
          def same?([a | as], [b | bs]), do: same?(a, b) and same?(as, bs)
          def same?(a, b) when is_tuple(a) and is_tuple(b) and tuple_size(a) == tuple_size(b), do:
            same?(Tuple.to_list(a), Tuple.to_list(b))
          def same?(a, b) when is_map(a) and is_map(b) and map_size(a) == map_size(b), do:
            Enum.all?(Map.to_list(b), fn {key, value} ->
              case :maps.find(key, a) do
                {:ok, found} -> same?(found, value)
                :error -> false
              end
            end)
          def same?(a, b) when is_function(a) and is_function(b), do: true
          def same?(a, b), do: a === b
        end

        """;
}
