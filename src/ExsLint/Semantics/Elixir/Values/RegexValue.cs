using System.Text;
using ExsLint.Semantics.Elixir.RegularExpressions;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>
/// A regular expression whose pattern is known. As a term it is not looked into: it holds what the virtual machine compiled.
/// </summary>
/// <param name="Source">The pattern: <c>Regex.source/1</c>.</param>
/// <param name="Options">The letters of its options: <c>iu</c>.</param>
public sealed record RegexValue(BinaryValue Source, string Options) : OpaqueValue("a regex")
{
    private readonly Lazy<RegexPattern?> _pattern = new(() =>
        RegexPattern.TryParse(Encoding.Latin1.GetString(Source.Bytes.AsSpan()), Options));

    /// <summary>Whether escapes were replaced in the source, as only older versions of Elixir do (up to 1.14 at least).</summary>
    internal bool IsUnescaped { get; init; }

    /// <summary>The pattern as it is matched; null where that is not followed.</summary>
    internal RegexPattern? Pattern => _pattern.Value;
}
