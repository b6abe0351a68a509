# Reads configurations as Mix and release providers do, and answers each request, one line of tab-separated fields, with one line of JSON:
# the applications' keyword lists in ExsLint's canonical term JSON, or why Elixir refuses them. Fields: the project's folder, the entry
# file, the file read after it ("-" for none), the environment ("-" where a provider reads and gives none), then NAME=BASE64 for each
# variable that is set; all others are what they were when this started. Nothing that a configuration does lasts: neither its variables nor
# its modules.
Code.require_file("canonical_term.exs", __DIR__)

defmodule ConfigOracle do
  def run(environment, modules) do
    case IO.read(:stdio, :line) do
      :eof ->
        :ok

      line ->
        [folder, entry, later, env | variables] = line |> String.trim_trailing("\n") |> String.split("\t")
        restore(environment)

        for variable <- variables do
          [name, value] = String.split(variable, "=", parts: 2)
          System.put_env(name, Base.decode64!(value))
        end

        File.cd!(folder)
        IO.puts(answer_apart(entry, later, env))
        forget(modules)
        run(environment, modules)
    end
  end

  defp restore(environment) do
    for {name, _} <- System.get_env(), not is_map_key(environment, name), do: System.delete_env(name)
    System.put_env(environment)
  end

  # Modules that were compiled from a configuration have no file of their own.
  defp forget(modules) do
    Code.unrequire_files(Code.required_files())

    for {module, file} <- :code.all_loaded(), file in [[], ~c"nofile"] or not is_list(file), module not in modules do
      :code.purge(module)
      :code.delete(module)
    end
  end

  # In a process of its own: what a configuration starts and links may take it down.
  defp answer_apart(entry, later, env) do
    parent = self()
    {pid, monitor} = spawn_monitor(fn -> send(parent, {self(), answer(entry, later, env)}) end)

    receive do
      {^pid, answer} ->
        Process.demonitor(monitor, [:flush])
        answer

      {:DOWN, ^monitor, _, _, reason} ->
        refuse(inspect(reason))
    end
  end

  defp answer(entry, later, env) do
    config = if env == "-", do: Config.Reader.read!(entry), else: read(entry, later, String.to_atom(env))
    apps = for {app, settings} <- Enum.sort(config), do: [CanonicalTerm.string(Atom.to_string(app)), ":", CanonicalTerm.term(settings)]
    IO.iodata_to_binary([~s({"apps":{), Enum.intersperse(apps, ","), "}}"])
  rescue
    exception -> refuse(Exception.message(exception))
  catch
    kind, reason -> refuse(inspect({kind, reason}))
  end

  # Mix reads config.exs when it compiles and the later file when the release starts, where nothing may be imported any more.
  defp read(entry, later, env) do
    Mix.env(env)
    Mix.target(:host)
    runtime? = Path.basename(entry) in ["runtime.exs", "releases.exs"]
    base = Config.Reader.read!(entry, [env: env, target: :host] ++ if(runtime?, do: [imports: :disabled], else: []))

    if later == "-",
      do: base,
      else: Config.Reader.merge(base, Config.Reader.read!(later, env: env, target: :host, imports: :disabled))
  end

  defp refuse(message), do: IO.iodata_to_binary([~s({"error":), CanonicalTerm.string(message), "}"])
end

:io.setopts(:standard_io, encoding: :utf8)
Mix.start()
ConfigOracle.run(System.get_env(), Enum.map(:code.all_loaded(), &elem(&1, 0)))
