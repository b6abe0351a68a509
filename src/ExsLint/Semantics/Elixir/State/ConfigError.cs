using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Text;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>Something for which Elixir would refuse the configuration.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Argument">What it is about: a file, a function; never a value.</param>
/// <param name="Location">Where it stands.</param>
public sealed record ConfigError(ConfigErrorKind Kind, string Argument, Location Location)
{
    /// <summary>Whether it comes about only under a condition that is not known.</summary>
    public bool IsConditional { get; init; }

    /// <summary>Whether Elixir certainly refuses to evaluate the configuration, where the error's condition holds.</summary>
    public bool IsRefusal => !IsOfRelease && Kind is not (ConfigErrorKind.RepeatedKey or ConfigErrorKind.NameFromElsewhere);

    /// <summary>Whether a release alone refuses it.</summary>
    public bool IsOfRelease =>
        Kind is ConfigErrorKind.MissingInRelease or ConfigErrorKind.RunningApplication or ConfigErrorKind.UnwritableTerm;

    /// <summary>Whether the project shows that it is made into a release.</summary>
    public bool IsReleased { get; init; }

    /// <summary>The expression that Elixir refuses; null where the text does not parse.</summary>
    public SyntaxNode? Node { get; init; }
}
