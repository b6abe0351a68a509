namespace ExsLint.Oracles.Elixir.Sentences;

/// <summary>A token of a sentence.</summary>
/// <param name="Kind">The token's production, or its text where the grammar writes that.</param>
/// <param name="Text">How it is written.</param>
internal readonly record struct SentenceToken(string Kind, string Text);
