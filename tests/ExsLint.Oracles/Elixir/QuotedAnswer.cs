namespace ExsLint.Oracles.Elixir;

/// <summary>What Elixir makes of a source.</summary>
/// <param name="Quoted">The quoted form as canonical JSON, metadata stripped; null if Elixir refuses the source.</param>
/// <param name="Line">The line of the refusal, from 1; 0 if the tokenizer gave up without saying where.</param>
/// <param name="Column">Its column, from 1 and in code points; 0 where Elixir names none.</param>
/// <param name="Message">Elixir's message for a refused source, else empty.</param>
public sealed record QuotedAnswer(string? Quoted, int Line, int Column, string Message);
