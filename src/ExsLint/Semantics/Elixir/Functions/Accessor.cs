using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>What a step of a path goes into.</summary>
internal enum AccessorKind
{
    /// <summary><c>Access.key(:a, default)</c></summary>
    Key,

    /// <summary><c>Access.key!(:a)</c></summary>
    ExistingKey,

    /// <summary><c>map.a</c>, in the path of a macro.</summary>
    Field,

    /// <summary><c>Access.elem(0)</c></summary>
    Element,

    /// <summary><c>Access.all()</c></summary>
    All,

    /// <summary><c>Access.at(0)</c></summary>
    At,

    /// <summary><c>Access.at!(0)</c></summary>
    ExistingAt,

    /// <summary><c>Access.filter(fun)</c></summary>
    Filter,
}

/// <summary>A function that <c>get_in</c>, <c>put_in</c> and <c>update_in</c> take in the place of a key.</summary>
/// <param name="caller">The evaluation.</param>
/// <param name="kind">What it goes into.</param>
/// <param name="argument">Its key, number or function; <c>nil</c> where it has none.</param>
/// <param name="otherwise">What stands for a key that is not there.</param>
internal sealed class Accessor(ICaller caller, AccessorKind kind, AbstractValue argument, AbstractValue otherwise) : Callable
{
    /// <summary>What it goes into.</summary>
    public AccessorKind Kind { get; } = kind;

    /// <summary>Its key, number or function.</summary>
    public AbstractValue Argument { get; } = argument;

    /// <summary>What stands for a key that is not there.</summary>
    public AbstractValue Otherwise { get; } = otherwise;

    /// <inheritdoc/>
    public override int Arity => 3;

    /// <summary>Whoever calls it as a function is not followed.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="site">The call.</param>
    public override AbstractValue Call(ImmutableArray<AbstractValue> arguments, SyntaxNode site) =>
        caller.Invoke(new UnknownValue("a function of Access"), arguments, site);
}
