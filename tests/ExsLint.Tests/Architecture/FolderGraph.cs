namespace ExsLint.Tests.Architecture;

/// <summary>Which folder leans on which.</summary>
/// <param name="uses">The arrows, and where each is seen.</param>
internal sealed class FolderGraph(IEnumerable<(string From, string To, string Where)> uses)
{
    private readonly ILookup<string,
    (string To, string Where)> _uses = uses.ToLookup(use => use.From, use => (use.To, use.Where), StringComparer.Ordinal);

    /// <summary>One circle after the other, each as its arrows; each folder is in one of them at most.</summary>
    public IEnumerable<string> Circles()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in _uses.Select(group => group.Key).Order(StringComparer.Ordinal))
        {
            if (!done.Contains(folder) && FindWay(folder, folder) is { } way)
            {
                done.UnionWith(way.Select(step => step.From));
                yield return string.Join('\n', way.Select(step => $"  {step.From} -> {step.To}: {step.Where}"));
            }
        }
    }

    /// <summary>The shortest way between folders, by breadth first.</summary>
    private List<(string From, string To, string Where)>? FindWay(string start, string end)
    {
        var steps = new Dictionary<string, (string From, string To, string Where)>(StringComparer.Ordinal);
        var pending = new Queue<string>([start]);
        while (pending.TryDequeue(out var folder))
        {
            foreach (var (to, where) in _uses[folder])
            {
                if (steps.TryAdd(to, (folder, to, where)))
                {
                    if (to == end)
                    {
                        return WayTo(end, start, steps);
                    }

                    pending.Enqueue(to);
                }
            }
        }

        return null;
    }

    private static List<(string From, string To, string Where)> WayTo(
        string end, string start, Dictionary<string, (string From, string To, string Where)> steps)
    {
        var way = new List<(string From, string To, string Where)> { steps[end] };
        while (way[^1].From != start)
        {
            way.Add(steps[way[^1].From]);
        }

        way.Reverse();
        return way;
    }
}
