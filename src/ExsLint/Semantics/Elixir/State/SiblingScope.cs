using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>
/// The scope of expressions that stand side by side: arguments, operands, items. Each sees the variables as they were before the
/// first; what any of them binds is seen behind the last, where the last binding counts.
/// </summary>
/// <example><c>x = 1; f(x = 2, x)</c> calls <c>f(2, 1)</c>, and then x is 2.</example>
internal ref struct SiblingScope(Scope scope)
{
    private readonly ImmutableDictionary<string, AbstractValue> _before = scope.Variables;
    private ImmutableDictionary<string, AbstractValue>? _after;

    /// <summary>One of the expressions was evaluated.</summary>
    public void Next()
    {
        if (ReferenceEquals(scope.Variables, _before))
        {
            return;
        }

        if (_after is null)
        {
            _after = scope.Variables;
        }
        else
        {
            foreach (var (name, value) in scope.Variables)
            {
                if (!_before.TryGetValue(name, out var old) || !ReferenceEquals(old, value))
                {
                    _after = _after.SetItem(name, value);
                }
            }
        }

        scope.Variables = _before;
    }

    /// <summary>All of the expressions were evaluated.</summary>
    public readonly void End() => scope.Variables = _after ?? _before;
}
