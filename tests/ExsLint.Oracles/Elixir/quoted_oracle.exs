# Reads one base64-encoded Elixir source a line on standard input and answers each with one line of JSON: the quoted form in
# ExsLint's canonical term JSON, metadata stripped, or the error. The source is parsed, never evaluated.
defmodule QuotedOracle do
  def run do
    case IO.read(:stdio, :line) do
      :eof ->
        :ok

      line ->
        line |> String.trim() |> Base.decode64!() |> answer() |> IO.puts()
        run()
    end
  end

  defp answer(source) do
    case Code.string_to_quoted(source, existing_atoms_only: false, emit_warnings: false) do
      {:ok, ast} -> IO.iodata_to_binary([~s({"ok":true,"ast":), term(strip(ast)), "}"])
      {:error, {meta, message, token}} -> error(meta, message, token)
    end
  rescue
    # A tokenizer that gives up with an exception refuses the source all the same.
    exception -> error([], Exception.message(exception), "")
  end

  defp error(meta, message, token) do
    message = if is_tuple(message), do: message |> Tuple.to_list() |> Enum.join(), else: message
    line = if is_list(meta), do: meta[:line] || 0, else: meta
    ~s({"ok":false,"line":#{line},"message":#{string("#{message}#{token}")}})
  end

  defp strip({form, meta, args}) when is_list(meta), do: {strip(form), [], strip(args)}
  defp strip({left, right}), do: {strip(left), strip(right)}
  defp strip(list) when is_list(list), do: Enum.map(list, &strip/1)
  defp strip(other), do: other

  defp term(tuple) when is_tuple(tuple), do: [~s({"t":), list(Tuple.to_list(tuple)), "}"]
  defp term(list) when is_list(list), do: list(list)
  defp term(atom) when is_atom(atom), do: [~s({"a":), string(Atom.to_string(atom)), "}"]
  defp term(integer) when is_integer(integer), do: [~s({"i":"), Integer.to_string(integer), ~s("})]
  defp term(float) when is_float(float), do: [~s({"f":"), :erlang.float_to_binary(float, [:short]), ~s("})]

  defp term(binary) when is_binary(binary) do
    if String.valid?(binary),
      do: [~s({"s":), string(binary), "}"],
      else: [~s({"b":"), Base.encode64(binary), ~s("})]
  end

  defp list(terms), do: ["[", terms |> Enum.map(&term/1) |> Enum.intersperse(","), "]"]

  defp string(binary) do
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

:io.setopts(:standard_io, encoding: :utf8)
QuotedOracle.run()
