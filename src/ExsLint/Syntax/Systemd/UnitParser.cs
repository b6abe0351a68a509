using ExsLint.Syntax.Systemd.Language;
using ExsLint.Text;
using Pidgin;

namespace ExsLint.Syntax.Systemd;

/// <summary>
/// Makes trees of systemd unit files and drop-ins. Never throws for bad text: what is wrong is in the tree's diagnostics.
/// </summary>
public static class UnitParser
{
    /// <summary>Parses a file.</summary>
    public static UnitSyntaxTree Parse(SourceFile file)
    {
        var scanner = new UnitScanner(file);
        var tokens = scanner.Scan();
        var tree = new UnitSyntaxTree(file, tokens, scanner.ByteOrderMark);
        var input = new UnitToken[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            input[i] = new UnitToken((UnitSyntaxKind)tokens[i].RawKind, i, tree);
        }

        var root = UnitGrammar.Instance.UnitFile.ParseOrThrow(input.AsSpan());
        tree.Complete(root, scanner.Diagnostics.ToImmutable());
        return tree;
    }
}
