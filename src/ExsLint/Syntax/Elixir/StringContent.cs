using System.Collections.Immutable;

namespace ExsLint.Syntax.Elixir;

/// <summary>A piece of a quoted literal's value: bytes, or an interpolation.</summary>
/// <param name="Utf8">The bytes of literal text after escapes and a heredoc's indentation are dealt with (usually UTF-8, but
/// <c>"\xff"</c> is not); null for an interpolation.</param>
/// <param name="Interpolation">The interpolation, else null.</param>
public readonly record struct StringSegment(ImmutableArray<byte>? Utf8, InterpolationSyntax? Interpolation);
