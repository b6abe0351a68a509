using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>What a folded function may ask of the evaluation that calls it, and tell it.</summary>
internal interface ICaller
{
    /// <summary>What may still be done.</summary>
    WorkBudget Budget { get; }

    /// <summary>The files of the tree, as the configuration finds them at this point.</summary>
    IFileView Files { get; }

    /// <summary>The environment variables and what Mix tells, at this point.</summary>
    IEnvironmentView Environment { get; }

    /// <summary>Calls a function that is a value.</summary>
    /// <param name="function">The function.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="site">The call.</param>
    AbstractValue Invoke(AbstractValue function, ImmutableArray<AbstractValue> arguments, SyntaxNode site);

    /// <summary><c>apply(module, name, arguments)</c>; null where the function is not followed.</summary>
    /// <param name="module">The module, an atom.</param>
    /// <param name="name">The function's name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="site">The call.</param>
    AbstractValue? Apply(string module, string name, ImmutableArray<AbstractValue> arguments, SyntaxNode site);

    /// <summary>The struct of a module with the defaults of its fields; null where that is not known.</summary>
    /// <param name="module">The module, an atom.</param>
    MapValue? CreateStruct(string module);

    /// <summary>Whether an atom certainly exists at this point.</summary>
    /// <param name="name">Its name.</param>
    bool IsAtom(string name);

    /// <summary>The function may raise: that is not known.</summary>
    void AddDoubtfulRaise();

    /// <summary>
    /// Starts to run code several times in an order that is not known; <see cref="IUnorderedRun.End"/> has to follow.
    /// </summary>
    IUnorderedRun RunUnordered();
}

/// <summary>Code that is run several times, in an order that is not known.</summary>
internal interface IUnorderedRun
{
    /// <summary>Runs the code once more; null once it is clear that the order matters.</summary>
    /// <param name="code">The code.</param>
    AbstractValue? Run(Func<AbstractValue> code);

    /// <summary>Ends the runs: false where their order matters, and then nothing is configured by them.</summary>
    bool End();
}
