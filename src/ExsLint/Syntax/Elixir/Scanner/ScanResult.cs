namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>What the scanner hands to the grammar.</summary>
/// <param name="Tokens">All tokens; the last is the end of the file. The array may go on behind it.</param>
/// <param name="Count">How many tokens there are.</param>
/// <param name="Diagnostics">What is wrong with single tokens.</param>
/// <param name="QuotedKeys">The numbers of the tokens that open a quoted keyword key (<c>"a b": 1</c>): a key is known as such
/// only at its end, which may be far away.</param>
internal sealed record ScanResult(TokenData[] Tokens, int Count, List<SyntaxDiagnostic> Diagnostics, HashSet<int> QuotedKeys);
