# Answers questions about config files, one a line: a word and base64-encoded texts behind it. The answer is `ok`, or `ok` and a
# base64-encoded text, or another word and a base64-encoded reason. Files are evaluated by Config.Reader, as a release would.
defmodule EditsOracle do
  @options [locals_without_parens: [config: 2, config: 3, import_config: 1]]

  def run do
    case IO.read(:stdio, :line) do
      :eof ->
        :ok

      line ->
        [word | texts] = line |> String.trim() |> String.split(" ")
        IO.puts(answer(word, Enum.map(texts, &Base.decode64!/1)))
        run()
    end
  end

  defp answer("format", [text]) do
    "ok " <> Base.encode64(format(text))
  rescue
    error -> "refused " <> Base.encode64(Exception.message(error))
  end

  # Whether the second file configures what the first one does, with one setting at another value, whatever the variable X.
  defp answer("effect", [before, now, path, value]) do
    {path, _} = Code.eval_string(path)
    {value, _} = Code.eval_string(value)

    Enum.find_value([nil, "1"], "ok", fn variable ->
      if variable, do: System.put_env("X", variable), else: System.delete_env("X")
      expected = before |> read() |> put(path, value) |> normalise()
      actual = now |> read() |> normalise()
      if expected != actual, do: "differs " <> Base.encode64(inspect({expected, actual}, limit: :infinity))
    end)
  rescue
    error -> "refused " <> Base.encode64(Exception.message(error))
  end

  # Whether the second file configures what the first one does without the entry at a line and column.
  defp answer("without", [before, now, line, column]) do
    place = {String.to_integer(line), String.to_integer(column)}
    options = [columns: true, literal_encoder: &{:ok, {:__block__, &2, [&1]}}]
    quoted = Code.string_to_quoted!(before, options)
    expected = quoted |> without(place) |> plain() |> Macro.to_string()
    if expected == quoted |> plain() |> Macro.to_string(), do: raise("no entry at #{inspect(place)}")

    Enum.find_value([nil, "1"], "ok", fn variable ->
      if variable, do: System.put_env("X", variable), else: System.delete_env("X")
      {expected, actual} = {read(expected), read(now)}
      if expected != actual, do: "differs " <> Base.encode64(inspect({expected, actual}, limit: :infinity))
    end)
  rescue
    error -> "refused " <> Base.encode64(Exception.message(error))
  end

  # Keywords without brackets that are left empty go with their call.
  defp without(quoted, place) do
    Macro.postwalk(quoted, fn
      {:config, meta, arguments} when is_list(arguments) ->
        if List.last(arguments) == [] and length(arguments) > 1, do: {:__block__, [], []}, else: {:config, meta, arguments}

      list when is_list(list) ->
        Enum.reject(list, &(place_of(&1) == place))

      other ->
        other
    end)
  end

  # The tree as it is without the encoder's blocks around literals.
  defp plain(quoted) do
    Macro.postwalk(quoted, fn
      {:__block__, _, [expression]} -> expression
      other -> other
    end)
  end

  defp place_of({{:__block__, meta, [key]}, _}) when is_atom(key), do: {meta[:line], meta[:column]}
  defp place_of({{:__aliases__, meta, _}, _}), do: {meta[:line], meta[:column]}
  defp place_of({:__block__, meta, [{_, _}]}), do: {meta[:line], meta[:column]}
  defp place_of(_), do: nil

  defp format(text), do: IO.iodata_to_binary([Code.format_string!(text, @options), "\n"])

  defp read(text), do: Config.Reader.eval!("config.exs", text, env: :prod)

  defp put(_old, [], value), do: value

  defp put(old, [key | path], value) do
    old = if is_list(old), do: old, else: []
    inner = old |> List.keyfind(key, 0, {key, nil}) |> elem(1) |> put(path, value)
    List.keystore(old, key, 0, {key, inner})
  end

  # Config appends what is set anew, so that an edit may change the order of keys.
  defp normalise(list) when is_list(list) do
    list = Enum.map(list, &normalise/1)
    if Keyword.keyword?(list), do: Enum.sort_by(list, &elem(&1, 0)), else: list
  end

  defp normalise({key, value}), do: {key, normalise(value)}
  defp normalise(other), do: other
end

EditsOracle.run()
