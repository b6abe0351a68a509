# Answers messages of Elixir sources on standard input, each with one message on standard output. A message is a frame of frames;
# a frame is four bytes of length, big endian, and that many bytes. An answer is `+` and the quoted form in ExsLint's canonical term
# JSON, metadata stripped, or `-LINE:COLUMN:MESSAGE`. Sources are parsed, never evaluated. Needs `-noinput`.
defmodule QuotedOracle do
  def run(port) do
    receive do
      {^port, {:data, message}} ->
        Port.command(port, for(<<size::32, source::binary-size(size) <- message>>, do: frame(answer(source))))
        run(port)

      {:EXIT, ^port, _reason} ->
        :ok
    end
  end

  defp frame(iodata), do: [<<IO.iodata_length(iodata)::32>>, iodata]

  defp answer(source) do
    case Code.string_to_quoted(source, columns: true, existing_atoms_only: false, emit_warnings: false) do
      {:ok, ast} -> [?+, term(strip(ast))]
      {:error, {meta, message, token}} -> error(meta, message, token)
    end
  rescue
    # A tokenizer that gives up with an exception refuses the source all the same.
    exception -> error([], Exception.message(exception), "")
  catch
    _kind, reason -> error([], inspect(reason), "")
  end

  defp error(meta, message, token) do
    message = if is_tuple(message), do: message |> Tuple.to_list() |> Enum.join(), else: message
    place = if is_list(meta), do: meta, else: [line: meta]
    text = "#{message}#{token}"
    text = if String.valid?(text), do: text, else: inspect(text)
    [?-, "#{place[:line] || 0}:#{place[:column] || 0}:", text]
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

Process.flag(:trap_exit, true)
QuotedOracle.run(Port.open({:fd, 0, 1}, [:binary, {:packet, 4}]))
