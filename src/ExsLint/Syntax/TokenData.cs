namespace ExsLint.Syntax;

/// <summary>
/// A token as the scanner leaves it: what it is and where its text stands. Its leading trivia reaches back to the token before
/// it.
/// </summary>
internal readonly record struct TokenData(ushort RawKind, int Start, int End);
