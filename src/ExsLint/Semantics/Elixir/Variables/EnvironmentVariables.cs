using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Variables;

/// <summary>
/// What is known of the environment variables that a configuration reads: nothing, but for those that were pinned. An evaluation
/// under pins says what the configuration is wherever the variables are as pinned.
/// </summary>
public sealed class EnvironmentVariables
{
    private const string ReasonPrefix = "environment variable ";

    private readonly ImmutableSortedDictionary<string, PinnedVariable> _pinned;

    private EnvironmentVariables(ImmutableSortedDictionary<string, PinnedVariable> pinned) => _pinned = pinned;

    /// <summary>Nothing is known.</summary>
    public static EnvironmentVariables Unknown { get; } = new(
        ImmutableSortedDictionary.Create<string, PinnedVariable>(StringComparer.Ordinal));

    /// <summary>The pinned variables, sorted by name.</summary>
    public IEnumerable<PinnedVariable> Pinned => _pinned.Values;

    /// <summary>These variables and one more; a variable that is pinned already is pinned anew.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">Its value; null where it is not set.</param>
    /// <param name="source">What pins it, for people: <c>--set</c>.</param>
    public EnvironmentVariables Pin(string name, string? value, string source) =>
        new(_pinned.SetItem(name, new PinnedVariable(name, value, source)));

    /// <summary>These variables, with nothing known of one of them.</summary>
    internal EnvironmentVariables Unpin(string name) => _pinned.ContainsKey(name) ? new(_pinned.Remove(name)) : this;

    /// <summary>The pin of a variable, if it has one.</summary>
    public bool TryGet(string name, [MaybeNullWhen(false)] out PinnedVariable pinned) => _pinned.TryGetValue(name, out pinned);

    /// <summary>The name of the variable that a value's doubt is about; null if it is about something else.</summary>
    public static string? NameIn(string? reason) =>
        reason?.StartsWith(ReasonPrefix, StringComparison.Ordinal) == true ? reason[ReasonPrefix.Length..] : null;

    /// <summary>Why a value is unknown that comes from a variable.</summary>
    internal static string ReasonOf(string name) => ReasonPrefix + name;

    /// <summary>
    /// What <c>System.get_env</c> and its like give for a pinned variable (System.get_env/1,2, fetch_env/1, fetch_env!/1); null
    /// where no pin decides.
    /// </summary>
    internal AbstractValue? Call(string function, ImmutableArray<AbstractValue> arguments)
    {
        if (_pinned.IsEmpty
            || arguments is not [BinaryValue { ValidText: { } name }, ..]
            || !TryGet(name, out var pinned))
        {
            return null;
        }

        var value = pinned.Value is { } text ? BinaryValue.Of(text) : null;
        return (function, arguments.Length) switch
        {
            ("get_env", 1) => value ?? (AbstractValue)AtomValue.Nil,
            ("get_env", 2) => value ?? arguments[1],
            ("fetch_env!", 1) => value ?? (AbstractValue)new NeverValue(),
            ("fetch_env", 1) => value is null ? new AtomValue("error") : new TupleValue([new AtomValue("ok"), value]),
            _ => null,
        };
    }
}

/// <summary>An environment variable whose value is given.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; null where it is not set. It may be secret.</param>
/// <param name="Source">What pins it, for people: <c>--set</c>.</param>
public sealed record PinnedVariable(string Name, string? Value, string Source);
