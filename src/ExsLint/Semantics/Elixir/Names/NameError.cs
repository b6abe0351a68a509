using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;

namespace ExsLint.Semantics.Elixir.Names;

/// <summary>A name for which Elixir does not compile a file, so that it runs nothing of it.</summary>
/// <param name="Kind">What is wrong with the name: <see cref="ConfigErrorKind.UndefinedName"/> and its kin.</param>
/// <param name="Name">The name: of a variable, or of a function with its arity.</param>
/// <param name="Node">The expression that uses it.</param>
internal sealed record NameError(ConfigErrorKind Kind, string Name, SyntaxNode Node);
