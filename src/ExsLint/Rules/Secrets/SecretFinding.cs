using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;

namespace ExsLint.Rules.Secrets;

/// <summary>What makes a text a secret that others get to see. Each is for one rule to report.</summary>
internal enum SecretKind
{
    /// <summary>The name of its key.</summary>
    Named,

    /// <summary>Its looks.</summary>
    Shaped,

    /// <summary>It is a URL with a password.</summary>
    Url,

    /// <summary>It is what holds while an environment variable is not set.</summary>
    Fallback,

    /// <summary>It stands in the source of a project that everyone can read.</summary>
    Published,
}

/// <summary>A secret that a configuration holds.</summary>
/// <param name="Kind">What makes it one.</param>
/// <param name="Setting">The setting, with all values it may have.</param>
/// <param name="Value">The value.</param>
/// <param name="Node">What is written.</param>
internal sealed record SecretFinding(SecretKind Kind, Setting Setting, AbstractValue Value, SyntaxNode Node)
{
    /// <summary>What it looks like, or where it is published.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The environment variable without which it holds; null if there is none.</summary>
    public string? Variable { get; init; }

    /// <summary>Whether the file that holds it stays on its machine.</summary>
    public bool IsPrivate { get; init; }
}
