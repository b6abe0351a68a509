using ExsLint.Syntax.Systemd.Language;

namespace ExsLint.Syntax.Systemd;

/// <summary>
/// A token as the grammar sees it: its kind, its number in the tree, and the tree, which is still to be completed.
/// </summary>
internal readonly record struct UnitToken(UnitSyntaxKind Kind, int Index, UnitSyntaxTree Tree);
