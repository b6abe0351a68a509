using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir;

/// <summary>The variables and aliases in force at one point of a file.</summary>
internal sealed class Scope
{
    private ImmutableDictionary<string, AbstractValue> _variables;
    private ImmutableDictionary<string, string> _aliases;

    public Scope()
        : this(ImmutableDictionary<string, AbstractValue>.Empty, ImmutableDictionary<string, string>.Empty)
    {
    }

    private Scope(ImmutableDictionary<string, AbstractValue> variables, ImmutableDictionary<string, string> aliases)
    {
        _variables = variables;
        _aliases = aliases;
    }

    /// <summary>An inner scope: what it binds is not seen outside.</summary>
    public Scope Fork() => new(_variables, _aliases);

    public AbstractValue? Find(string variable) => _variables.GetValueOrDefault(variable);

    public void Bind(string variable, AbstractValue value) => _variables = _variables.SetItem(variable, value);

    public void AddAlias(string segment, string fullName) => _aliases = _aliases.SetItem(segment, fullName);

    /// <summary>An alias without the <c>Elixir.</c> prefix, with its first segment expanded.</summary>
    public string ExpandAlias(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var first = dot < 0 ? name : name[..dot];
        return _aliases.TryGetValue(first, out var full) ? full + name[first.Length..] : name;
    }
}
