using System.Collections.Immutable;
using ExsLint.Syntax.Systemd.Nodes;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Syntax.Systemd;

/// <summary>The tree of a systemd unit file or of a drop-in.</summary>
/// <remarks>
/// A diagnostic of this tree that is an error makes systemd stop reading the file there; the others are lines it ignores.
/// </remarks>
public sealed class UnitSyntaxTree : SyntaxTree
{
    internal UnitSyntaxTree(SourceFile file, TokenData[] tokens, int byteOrderMark)
        : base(file, tokens, tokens.Length) => ByteOrderMark = byteOrderMark;

    /// <summary>The whole file.</summary>
    public new UnitFileSyntax Root => (UnitFileSyntax)base.Root;

    /// <summary>The first error at which systemd stops reading; null if it reads to the end.</summary>
    public SyntaxDiagnostic? FirstError => Diagnostics.FirstOrDefault(diagnostic => diagnostic.IsError);

    /// <summary>The offset of the one byte order mark that systemd skips, or -1.</summary>
    internal override int ByteOrderMark { get; }

    internal override IEnumerable<SyntaxTrivia> SplitTrivia(TextSpan span) => UnitTrivia.Split(File.Content, span);

    internal void Complete(UnitFileSyntax root, ImmutableArray<SyntaxDiagnostic> diagnostics) =>
        base.Complete(root, diagnostics);
}
