using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>What is known of an unknown term's type.</summary>
public enum ValueShape
{
    /// <summary>Nothing.</summary>
    Any,

    /// <summary>A binary.</summary>
    Binary,

    /// <summary>A binary or nil: an environment variable that may not be set.</summary>
    BinaryOrNil,

    /// <summary>An integer.</summary>
    Integer,

    /// <summary>A float.</summary>
    Float,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>An atom.</summary>
    Atom,

    /// <summary>A list, which may be a keyword list.</summary>
    List,
}

/// <summary>A term that depends on something outside the analysed text.</summary>
/// <param name="Reason">What it depends on, for people: <c>environment variable PORT</c>.</param>
/// <param name="Shape">What is known of its type.</param>
public record UnknownValue(string Reason, ValueShape Shape = ValueShape.Any) : AbstractValue
{
    /// <summary>What it is computed from; null where that cannot be said.</summary>
    internal Symbol? Symbol { get; init; }

    /// <summary>
    /// Where the term is a path into the analysed tree (built from <c>__DIR__</c>): that path, relative to the tree's root; else
    /// null.
    /// </summary>
    public string? TreePath { get; init; }

    /// <summary>
    /// Whether the path is written with <c>.</c> or <c>..</c>, so that its parts are others than those of <see cref="TreePath"/>.
    /// </summary>
    internal bool HasSteps { get; init; }

    /// <summary>Whether the path is another one in a release, which keeps the file with <c>__DIR__</c> elsewhere.</summary>
    internal bool MovesInRelease { get; init; }

    /// <summary>The items of a list of which only the order is not known; default for anything else.</summary>
    internal ImmutableArray<AbstractValue> Unordered { get; init; }

    /// <summary>Whether it is the map of all environment variables.</summary>
    internal bool IsEnvironment { get; init; }

    /// <summary>Whether the path is certainly that of a folder: <c>__DIR__</c>, or the working directory.</summary>
    internal bool IsExistingFolder { get; init; }

    /// <inheritdoc/>
    public override bool? IsTruthy => Shape switch
    {
        ValueShape.Binary or ValueShape.Integer or ValueShape.Float or ValueShape.List => true,
        _ => null,
    };
}

/// <summary>No value at all: the expression raises, throws or exits, so that what follows it is not reached.</summary>
public sealed record NeverValue : AbstractValue
{
    /// <summary>How the expression ends.</summary>
    internal NeverKind Kind { get; init; }

    /// <summary>The module of the exception that is raised, as an atom; null where it is not known.</summary>
    internal string? ExceptionType { get; init; }

    /// <summary>The exception, where it is known.</summary>
    internal AbstractValue? Exception { get; init; }

    /// <summary>What Elixir refuses, and what that is about, where it is more than an expression that raises.</summary>
    internal (ConfigErrorKind Kind, string Argument)? Refusal { get; init; }

    /// <summary>What <c>throw</c> throws, where that is known.</summary>
    internal AbstractValue? Thrown { get; init; }
}

/// <summary>How an expression ends that has no value.</summary>
internal enum NeverKind
{
    /// <summary>It raises an exception.</summary>
    Error,

    /// <summary>It throws.</summary>
    Throw,

    /// <summary>It exits, or in one of several ways.</summary>
    Other,
}

/// <summary>No entry: the setting is not written at all.</summary>
/// <param name="Container">What stands where the entry would be looked for but cannot hold one (<c>true</c>, say), else
/// null.</param>
public sealed record AbsentValue(AbstractValue? Container = null) : AbstractValue
{
    /// <summary>Why it is not known whether there is something else instead; null where there is nothing.</summary>
    internal string? Doubt { get; init; }

    /// <inheritdoc/>
    public override bool? IsTruthy => false;
}
