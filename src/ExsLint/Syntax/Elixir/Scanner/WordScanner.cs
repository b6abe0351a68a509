using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>Words of the language: <c>do</c>, <c>end</c>, <c>and</c>.</summary>
internal sealed class WordScanner(TokenCursor cursor)
{
    private readonly string _text = cursor.Text;

    /// <summary>The kind of a word of the language; null for any other name.</summary>
    public static SyntaxKind? KindOf(ReadOnlySpan<char> name) => name switch
    {
        "do" => SyntaxKind.Do,
        "end" => SyntaxKind.End,
        "fn" => SyntaxKind.Fn,
        "true" => SyntaxKind.True,
        "false" => SyntaxKind.False,
        "nil" => SyntaxKind.Nil,
        "not" => SyntaxKind.UnaryOperator,
        "and" => SyntaxKind.AndOperator,
        "or" => SyntaxKind.OrOperator,
        "when" => SyntaxKind.WhenOperator,
        "in" => SyntaxKind.InOperator,
        "else" or "rescue" or "catch" or "after" => SyntaxKind.BlockIdentifier,
        _ => null,
    };

    /// <summary>A word of the language.</summary>
    public void Scan(SyntaxKind kind, int length)
    {
        switch (kind)
        {
            case SyntaxKind.Do:
                if (cursor.Previous == SyntaxKind.Identifier)
                {
                    cursor.ChangePrevious(SyntaxKind.DoIdentifier);
                }

                cursor.AddContinuing(kind, length);
                break;
            case SyntaxKind.UnaryOperator or SyntaxKind.AndOperator or SyntaxKind.OrOperator
                or SyntaxKind.WhenOperator or SyntaxKind.InOperator:
                ScanWordOperator(kind, length);
                break;
            default:
                cursor.Add(kind, length);
                break;
        }
    }

    private void ScanWordOperator(SyntaxKind kind, int length)
    {
        // '&and/2' captures: in front of a slash the word is a name.
        var behind = cursor.SkipHorizontalSpace(cursor.Position + length);
        if (behind < _text.Length && _text[behind] == '/')
        {
            cursor.Add(SyntaxKind.Identifier, length);
        }
        else if (kind == SyntaxKind.UnaryOperator)
        {
            cursor.Add(kind, length);
        }
        else if (kind == SyntaxKind.InOperator && cursor.Previous == SyntaxKind.UnaryOperator && _text[cursor.Last.Start] == 'n')
        {
            var start = cursor.Last.Start;
            cursor.RemoveLast();
            cursor.DropLineEnd();
            cursor.Add(kind, start, cursor.Position + length);
        }
        else
        {
            cursor.AddContinuing(kind, length);
        }
    }
}
