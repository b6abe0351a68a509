namespace ExsLint.Semantics.Systemd.Settings;

/// <summary>A group of system calls that a version of systemd knows: <c>@mount</c>.</summary>
/// <param name="names">The names that the version knows.</param>
/// <param name="members">Its system calls, and other groups.</param>
internal sealed class SystemCallGroup(SystemdNames names, string[] members)
{
    private int[]? _calls;

    /// <summary>Its system calls, and other groups.</summary>
    public IReadOnlyList<string> Members => members;

    /// <summary>The numbers of its system calls, those of the groups in it among them, in systemd's order.</summary>
    public ReadOnlySpan<int> Calls => _calls ??= [.. FindCalls()];

    private IEnumerable<int> FindCalls()
    {
        foreach (var member in members)
        {
            if (member[0] == '@')
            {
                foreach (var call in names.FindGroup(member)?.FindCalls() ?? [])
                {
                    yield return call;
                }
            }
            else if (names.FindSystemCall(member) is { } call)
            {
                yield return call;
            }
        }
    }
}
