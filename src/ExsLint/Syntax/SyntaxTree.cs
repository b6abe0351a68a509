using System.Collections.Immutable;
using System.Text;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Syntax;

/// <summary>The full-fidelity tree of one file: every character belongs to exactly one token or to its leading trivia.</summary>
public abstract class SyntaxTree
{
    private SyntaxNode? _root;

    private protected SyntaxTree(SourceFile file, TokenData[] tokens, int tokenCount)
    {
        TokenCount = tokenCount;
        File = file;
        Tokens = tokens;
    }

    /// <summary>The file the tree was parsed from.</summary>
    public SourceFile File { get; }

    /// <summary>The root; it covers all tokens, the end-of-file token included.</summary>
    public SyntaxNode Root => _root ?? throw new InvalidOperationException("The tree is still being parsed.");

    /// <summary>What is wrong with the text, in order of place.</summary>
    public ImmutableArray<SyntaxDiagnostic> Diagnostics { get; private set; } = [];

    /// <summary>How many tokens there are; the last one is the end of the file.</summary>
    public int TokenCount { get; }

    /// <summary>The tokens; the array may go on behind them.</summary>
    internal TokenData[] Tokens { get; }

    /// <summary>The token with this number.</summary>
    public SyntaxToken GetToken(int index) => new(this, index);

    /// <summary>The text again, put together from the tree's nodes and tokens: it equals the file's text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(File.Content.Length);
        foreach (var token in Root.DescendantTokens())
        {
            var span = token.FullSpan;
            text.Append(File.Content, span.Start, span.Length);
        }

        return text.ToString();
    }

    /// <summary>The offset of the one byte order mark that the language's own reader skips, or -1.</summary>
    internal virtual int ByteOrderMark => -1;

    /// <summary>Splits the text between two tokens into its pieces.</summary>
    internal abstract IEnumerable<SyntaxTrivia> SplitTrivia(TextSpan span);

    private protected void Complete(SyntaxNode root, ImmutableArray<SyntaxDiagnostic> diagnostics)
    {
        _root = root;
        Diagnostics = diagnostics;
    }
}
