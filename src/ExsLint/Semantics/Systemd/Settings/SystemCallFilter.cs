using System.Collections;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary><c>SystemCallFilter=</c>: the system calls that are allowed, or those that are denied.</summary>
/// <remarks>
/// The first assignment decides which of the two; later ones add to the list, or take from it. Words keep their quotes, and what
/// is not known is skipped (config_parse_syscall_filter() in src/core/load-fragment.c; tried with 252, 257 and 262).
/// </remarks>
public sealed class SystemCallFilter
{
    private const string AlwaysAllowed = "@default";
    private const string Kill = "kill";
    private const int MaxErrorNumber = 4095;

    private readonly SystemdNames _names;

    // A bit for each system call that is listed, by number; null while nothing was assigned.
    private BitArray? _calls;

    internal SystemCallFilter(int systemdVersion) => _names = SystemdNames.Of(systemdVersion);

    /// <summary>Whether it lists what is allowed, rather than what is denied.</summary>
    public bool IsAllowList { get; private set; }

    /// <summary>Whether every system call may be made.</summary>
    public bool AllowsAll => !IsAllowList && _calls?.HasAnySet() != true;

    /// <summary>Whether a system call may be made.</summary>
    public bool Allows(string systemCall) =>
        (_names.FindSystemCall(systemCall) is { } call && _calls?[call] == true) == IsAllowList;

    /// <summary>The first system call of a group that exists on x86-64 and may be made, or null.</summary>
    public string? FindAllowed(string group)
    {
        foreach (var call in _names.FindGroup(group) is { } found ? found.Calls : [])
        {
            if (_names.IsNative(call) && (_calls?[call] == true) == IsAllowList)
            {
                return _names.NameOfSystemCall(call);
            }
        }

        return null;
    }

    /// <summary>Applies one more assignment.</summary>
    internal static bool Apply(SystemCallFilter filter, string value)
    {
        if (value.Length == 0)
        {
            filter._calls = null;
            filter.IsAllowList = false;
            return true;
        }

        var isInverted = value[0] == '~';
        if (filter._calls is null)
        {
            filter._calls = new BitArray(filter._names.SystemCallCount);
            filter.IsAllowList = !isInverted;
            if (!isInverted)
            {
                filter.Change(AlwaysAllowed, isListed: true);
            }
        }

        foreach (var word in UnitWords.SplitPlain(isInverted ? value[1..] : value))
        {
            filter.ApplyWord(word, isInverted);
        }

        return true;
    }

    private void ApplyWord(string word, bool isInverted)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0 && (!isInverted || !IsError(word[(colon + 1)..])))
        {
            return;
        }

        Change(colon < 0 ? word : word[..colon], isListed: isInverted != IsAllowList);
    }

    private bool IsError(string text) =>
        text == Kill || _names.IsErrorNumber(text)
            || (SystemdNumber.TryParse(text, out var number) && number is >= 0 and <= MaxErrorNumber);

    private void Change(string name, bool isListed)
    {
        if (name is ['@', ..])
        {
            foreach (var call in _names.FindGroup(name) is { } group ? group.Calls : [])
            {
                _calls![call] = isListed;
            }
        }
        else if (_names.FindSystemCall(name) is { } call)
        {
            _calls![call] = isListed;
        }
    }
}
