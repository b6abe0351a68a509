namespace ExsLint.Oracles.Elixir;

/// <summary>A small project that tries to make ExsLint call a value known which is not, read from <c>probes/*.txt</c>.</summary>
/// <remarks>
/// <c>=== title</c> starts one, the title may be left out, and what follows is its <c>config/config.exs</c> behind an <c>import
/// Config</c>, unless it says what it uses itself. <c>--- path</c> starts another file, <c>--- path -> target</c> is a symbolic
/// link, and <c>+++ path</c> a file that only the machine has on which Elixir reads the configuration. Behind <c>=== [known]</c>
/// everything that does not vary has to be known.
/// </remarks>
/// <param name="Title">What it is about.</param>
/// <param name="IsKnown">
/// Whether everything that does not vary has to be known, and an error that Elixir always raises to be reported.
/// </param>
/// <param name="Files">Its files.</param>
/// <param name="MachineFiles">Files that are only on the machine.</param>
/// <param name="Links">Its symbolic links and their targets.</param>
internal sealed record EvaluationProbe(
    string Title, bool IsKnown, Dictionary<string, string> Files, Dictionary<string, string> MachineFiles,
    Dictionary<string, string> Links)
{
    private const string Entry = "config/config.exs";
    private const string Known = "[known]";

    /// <summary>The file that is read when the release starts, if there is one.</summary>
    public string? Later => Files.ContainsKey("config/runtime.exs") ? "config/runtime.exs" : null;

    /// <summary>The probes of a file.</summary>
    public static List<EvaluationProbe> Read(string path)
    {
        var probes = new List<EvaluationProbe>();
        Dictionary<string, string>? files = null;
        var current = "";
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("===", StringComparison.Ordinal))
            {
                var title = line[3..].Trim();
                var isKnown = title.StartsWith(Known, StringComparison.Ordinal);
                probes.Add(new(isKnown ? title[Known.Length..].Trim() : title, isKnown, new() { [Entry] = "" }, [], []));
                (files, current) = (probes[^1].Files, Entry);
            }
            else if (line.StartsWith("--- ", StringComparison.Ordinal) || line.StartsWith("+++ ", StringComparison.Ordinal))
            {
                (current, files) = Start(probes[^1], line) is { } name
                    ? (name, line[0] == '-' ? probes[^1].Files : probes[^1].MachineFiles) : (current, null);
            }
            else if (files is not null)
            {
                files[current] += line + "\n";
            }
        }

        return probes;
    }

    /// <summary>Writes the project.</summary>
    /// <param name="folder">An existing folder, absolute.</param>
    /// <param name="isMachine">Whether to write what only the machine has too.</param>
    public void Write(string folder, bool isMachine)
    {
        foreach (var (path, text) in isMachine ? Files.Concat(MachineFiles) : Files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var isWhole = !path.EndsWith(".exs", StringComparison.Ordinal)
                || text.StartsWith("use Mix.Config", StringComparison.Ordinal)
                || text.StartsWith("import Config", StringComparison.Ordinal);
            File.WriteAllText(file, isWhole ? text : "import Config\n" + text);
        }

        foreach (var (path, target) in Links)
        {
            File.CreateSymbolicLink(Path.Combine(folder, path), target);
        }
    }

    /// <summary>The name of the file whose text follows; null behind a link.</summary>
    private static string? Start(EvaluationProbe probe, string line)
    {
        var name = line[4..];
        if (name.Split(" -> ") is [var link, var target])
        {
            probe.Links[link] = target;
            return null;
        }

        (line[0] == '-' ? probe.Files : probe.MachineFiles)[name] = "";
        return name;
    }
}
