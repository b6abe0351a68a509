using ExsLint.Syntax.Systemd.Language;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Syntax.Systemd.Nodes;

/// <summary>A directive with its line end: <c>PrivateTmp=true</c>.</summary>
public sealed class DirectiveSyntax : UnitLineSyntax
{
    private readonly int _equals;
    private readonly int _lastValueToken;
    private string? _key;
    private string? _value;

    internal DirectiveSyntax(SyntaxTree tree, int firstToken, int equals, int lastValueToken, int lastToken)
        : base(tree, firstToken, lastToken)
    {
        _equals = equals;
        _lastValueToken = lastValueToken;
    }

    /// <summary>The text before the first <c>=</c>, stripped; systemd tells upper case from lower case.</summary>
    public string Key => _key ??= LogicalText.Join(Tree, FirstTokenIndex, _equals - 1);

    /// <summary>The value as systemd sees it: the lines joined, comment lines left out, stripped.</summary>
    public string Value => _value ??= LogicalText.Join(Tree, _equals + 1, _lastValueToken);

    /// <summary>The equals sign.</summary>
    public SyntaxToken EqualsToken => Tree.GetToken(_equals);

    /// <summary>The parts of the value, one for each line that holds some of it.</summary>
    public IEnumerable<SyntaxToken> ValueTokens =>
        Enumerable.Range(_equals + 1, _lastValueToken - _equals).Select(Tree.GetToken);

    /// <summary>
    /// The value's span over all of its lines, comment lines between them included; empty behind <c>=</c> if there is none.
    /// </summary>
    public TextSpan ValueSpan => _lastValueToken == _equals
        ? new TextSpan(EqualsToken.Span.End, 0)
        : TextSpan.FromBounds(Tree.GetToken(_equals + 1).Span.Start, Tree.GetToken(_lastValueToken).Span.End);

    /// <summary>Where to point at the value: its first line, or the key and the equals sign where there is no value.</summary>
    public Location ValueLocation => new(Tree.File, _lastValueToken == _equals
        ? TextSpan.FromBounds(FirstToken.Span.Start, EqualsToken.Span.End)
        : Tree.GetToken(_equals + 1).Span);
}
