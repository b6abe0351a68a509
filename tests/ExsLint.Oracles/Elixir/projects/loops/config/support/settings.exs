defmodule Settings do
  @loopback {127, 0, 0, 1}

  def endpoint(port, options \\ []), do: [http: [ip: @loopback, port: port], url: url(options)]

  def queues, do: [mail: 5, media: 2]

  def name(:en), do: "English"
  def name(locale) when is_atom(locale), do: String.upcase(to_string(locale))

  defp url(options), do: Keyword.merge([host: "localhost", scheme: "https"], options)
end
