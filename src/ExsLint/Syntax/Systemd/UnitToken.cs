namespace ExsLint.Syntax.Systemd;

/// <summary>A token as the grammar sees it: its kind, and its number in the tree.</summary>
internal readonly record struct UnitToken(UnitSyntaxKind Kind, int Index);
