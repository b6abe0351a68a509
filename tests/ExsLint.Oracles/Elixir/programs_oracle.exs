# Evaluates many configurations of one file under several environments. Arguments: a file of programs, parted by RS (0x1E), and a file of
# environments: an Elixir list of maps from names to texts, nil where a variable is not set. Prints a line `NUMBER TAB NUMBER TAB ANSWER` for
# each environment and program: the applications' keyword lists in canonical term JSON as the config oracle gives them, or `-` and why
# Elixir refuses the program, as an application does that is given a key twice. One runs after the other, and no variable that a program sets is seen by the next.
Code.require_file("canonical_term.exs", __DIR__)

defmodule ProgramsOracle do
  def run([programs, environments]) do
    Code.compiler_options(ignore_module_conflict: true)
    Application.put_env(:elixir, :ansi_enabled, false)
    Mix.start()
    Mix.env(:prod)
    programs = programs |> File.read!() |> String.split("\x1e", trim: true) |> Enum.with_index()
    {environments, _} = environments |> File.read!() |> Code.eval_string()
    # What a program prints is nobody's, nor are warnings.
    {:ok, silence} = StringIO.open("")
    output = Process.group_leader()
    Process.group_leader(self(), silence)
    Process.unregister(:standard_error)
    Process.register(silence, :standard_error)

    for {values, which} <- Enum.with_index(environments) do
      Enum.each(values, fn {name, value} -> if value, do: System.put_env(name, value), else: System.delete_env(name) end)
      before = System.get_env()

      for {program, number} <- programs do
        IO.binwrite(output, [Integer.to_string(number), ?\t, Integer.to_string(which), ?\t, answer(program), ?\n])
        StringIO.flush(silence)
        restore(before)
      end
    end
  end

  defp restore(before) do
    now = System.get_env()

    if now != before do
      for {name, _} <- now, not is_map_key(before, name), do: System.delete_env(name)
      System.put_env(before)
    end
  end

  defp answer(program) do
    config = Config.Reader.eval!("config/config.exs", program, env: :prod, target: :host)

    if Enum.any?(config, fn {_, settings} -> length(Enum.uniq(Keyword.keys(settings))) < length(settings) end) do
      "-a key twice"
    else
      apps = for {app, settings} <- Enum.sort(config), do: [CanonicalTerm.string(Atom.to_string(app)), ":", CanonicalTerm.term(settings)]
      ["{", Enum.intersperse(apps, ","), "}"]
    end
  rescue
    error -> ["-", error |> Exception.message() |> String.replace(~r/\d+/, "N") |> String.split("\n") |> hd()]
  catch
    kind, _ -> ["-", Atom.to_string(kind)]
  end
end

:io.setopts(:standard_io, encoding: :latin1)
ProgramsOracle.run(System.argv())
