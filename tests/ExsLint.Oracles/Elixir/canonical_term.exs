# A term as ExsLint's canonical term JSON, for the oracles that evaluate.
defmodule CanonicalTerm do
  def term(tuple) when is_tuple(tuple), do: [~s({"t":), list(Tuple.to_list(tuple)), "}"]
  def term(list) when is_list(list), do: list(list)
  def term(atom) when is_atom(atom), do: [~s({"a":), string(Atom.to_string(atom)), "}"]
  def term(integer) when is_integer(integer), do: [~s({"i":"), Integer.to_string(integer), ~s("})]
  def term(float) when is_float(float), do: [~s({"f":"), :erlang.float_to_binary(float, [:short]), ~s("})]
  # How these are made is the virtual machine's and the version's own.
  def term(%module{}) when module in [Regex, MapSet], do: [~s({"u":), string(inspect(module)), "}"]

  def term(map) when is_map(map) do
    pairs = for {key, value} <- Map.to_list(map), do: {IO.iodata_to_binary(term(key)), value}
    [~s({"m":[), for({key, value} <- Enum.sort(pairs), do: ["[", key, ",", term(value), "]"]) |> Enum.intersperse(","), "]}"]
  end

  def term(binary) when is_binary(binary) do
    if String.valid?(binary),
      do: [~s({"s":), string(binary), "}"],
      else: [~s({"b":"), Base.encode64(binary), ~s("})]
  end

  def term(other), do: [~s({"u":), string(inspect(other)), "}"]

  # A list may be improper; ExsLint takes such for unknown.
  defp list(terms) do
    if List.improper?(terms),
      do: ~s({"u":"an improper list"}),
      else: ["[", terms |> Enum.map(&term/1) |> Enum.intersperse(","), "]"]
  end

  def string(binary) do
    if String.valid?(binary),
      do: [?", for(<<char::utf8 <- binary>>, do: escape(char)), ?"],
      else: [?", "?", ?"]
  end

  defp escape(?"), do: ~S(\")
  defp escape(?\\), do: ~S(\\)
  defp escape(?\n), do: ~S(\n)

  defp escape(char) when char < 0x20 or char == 0x7F,
    do: ["\\u", char |> Integer.to_string(16) |> String.downcase() |> String.pad_leading(4, "0")]

  defp escape(char), do: <<char::utf8>>
end
