using System.Text;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Semantics.Secrets;

/// <summary>
/// What is secret in one file, and the file's text without it: each secret is <c>***</c>, lines stay lines. All that shows
/// something of a file asks here.
/// </summary>
public sealed class FileSecrets
{
    /// <summary>What stands for a secret.</summary>
    public const string Mask = "***";

    private readonly SourceFile _file;

    /// <summary>In ascending order, none touching another, none holding a line end.</summary>
    private readonly List<TextSpan> _masks;

    private readonly ElixirSecrets? _elixir;
    private SecretWords? _words;

    /// <summary>Finds the secrets of a file, which is taken for Elixir by its extension, else for a unit.</summary>
    public FileSecrets(SourceFile file)
        : this(file, IsElixir(file.Path) ? ElixirParser.Parse(file) : null, [])
    {
    }

    internal FileSecrets(SourceFile file, ElixirSyntaxTree? tree, IEnumerable<SyntaxNode> seeds)
    {
        _file = file;
        var masks = new List<TextSpan>();
        if (tree is not null)
        {
            _elixir = ElixirSecrets.Find(tree, seeds, masks);
        }
        else
        {
            UnitSecrets.Find(file.Content, masks);
        }

        RandomText.Find(file.Content, masks);
        _masks = Normalize(masks);
    }

    /// <summary>Whether a part of the span is secret.</summary>
    public bool Hides(TextSpan span)
    {
        var index = FirstAtOrAfter(span.Start);
        return index < _masks.Count && _masks[index].Start < span.End;
    }

    /// <summary>Whether the value of an expression of the file is secret.</summary>
    public bool IsSecret(SyntaxNode node) => _elixir?.IsSecret(node) == true;

    /// <summary>The text of a span with its secrets masked.</summary>
    public string Excerpt(TextSpan span)
    {
        var excerpt = new StringBuilder();
        var offset = span.Start;
        for (var i = FirstAtOrAfter(span.Start); i < _masks.Count && _masks[i].Start < span.End; i++)
        {
            excerpt.Append(_file.Content, offset, Math.Max(0, _masks[i].Start - offset)).Append(Mask);
            offset = Math.Min(span.End, _masks[i].End);
        }

        return excerpt.Append(_file.Content, offset, span.End - offset).ToString();
    }

    /// <summary>
    /// A text that was made of what stands at a place, with the words masked that are secret there. Words that stand openly in
    /// the file are left.
    /// </summary>
    public string Redact(string text, TextSpan place) =>
        text.Length > 0 && (Hides(place) || _elixir?.HasSecretIn(place) == true) ? Redact(text) : text;

    /// <summary>A text that was made of anything in the file, with the words masked that are secret there.</summary>
    public string Redact(string text) => Redact(text, _ => false);

    /// <summary>
    /// A text that was made of anything in the file, with the words masked that are secret there and not open elsewhere.
    /// </summary>
    internal string Redact(string text, Func<string, bool> isOpen) => _masks.Count == 0 ? text : Words.Redact(text, isOpen);

    /// <summary>Whether a word stands openly in the file.</summary>
    internal bool ShowsWord(string word) => Words.Shows(word);

    private SecretWords Words => _words ??= new SecretWords(_file, _masks);

    internal static bool IsElixir(string path) =>
        path.EndsWith(".exs", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".ex", StringComparison.OrdinalIgnoreCase);

    private int FirstAtOrAfter(int offset)
    {
        var (low, high) = (0, _masks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _masks[middle].End <= offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private List<TextSpan> Normalize(List<TextSpan> masks)
    {
        masks.Sort();
        var result = new List<TextSpan>();
        for (var i = 0; i < masks.Count;)
        {
            var (start, end) = (masks[i].Start, masks[i].End);
            while (++i < masks.Count && masks[i].Start <= end)
            {
                end = Math.Max(end, masks[i].End);
            }

            AddLines(result, start, end);
        }

        return result;
    }

    private void AddLines(List<TextSpan> result, int start, int end)
    {
        while (start < end)
        {
            var length = _file.Content.AsSpan(start, end - start).IndexOfAny('\n', '\r');
            var lineEnd = length < 0 ? end : start + length;
            AddLine(result, start, lineEnd);
            start = lineEnd + 1;
        }
    }

    private void AddLine(List<TextSpan> result, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_file.Content[start]))
        {
            start++;
        }

        if (start < end)
        {
            result.Add(TextSpan.FromBounds(start, end));
        }
    }
}
