using System.Text;
using ExsLint.Syntax.Elixir.Quoted;
using ExsLint.Syntax.Systemd;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Syntax.Json;

/// <summary>
/// Writes a tree with everything in it as one line of JSON: nodes with their children, tokens with their text and the trivia
/// before them. Written piece by piece and without recursion, since trees may be large and deep.
/// </summary>
public sealed class SyntaxTreeJson
{
    private const int BufferedCharacters = 16 * 1024;

    private readonly TextWriter _output;
    private readonly SyntaxTree _tree;
    private readonly StringBuilder _text = new();

    private SyntaxTreeJson(TextWriter output, SyntaxTree tree)
    {
        _output = output;
        _tree = tree;
    }

    /// <summary>
    /// Writes <c>{"path":..,"language":..,"ok":..,"errors":[..],"root":{..}}</c> and a line feed. Offsets and lengths are in
    /// UTF-16 units, offsets from 0, lines and columns from 1.
    /// </summary>
    /// <param name="output">Where to write.</param>
    /// <param name="path">What to call the file.</param>
    /// <param name="tree">Its tree.</param>
    public static void WriteLine(TextWriter output, string path, SyntaxTree tree)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(tree);
        new SyntaxTreeJson(output, tree).Write(path);
    }

    private void Write(string path)
    {
        _text.Append("{\"path\":");
        JsonText.AppendString(_text, path);
        _text.Append(",\"language\":\"").Append(_tree is UnitSyntaxTree ? "systemd" : "elixir");
        _text.Append("\",\"ok\":").Append(_tree.Diagnostics.Any(diagnostic => diagnostic.IsError) ? "false" : "true");
        _text.Append(",\"errors\":[");
        for (var i = 0; i < _tree.Diagnostics.Length; i++)
        {
            Separate(i > 0);
            WriteDiagnostic(_tree.Diagnostics[i]);
        }

        _text.Append("],\"root\":");
        WriteNodes();
        _text.Append("}\n");
        Flush(0);
    }

    private void WriteDiagnostic(SyntaxDiagnostic diagnostic)
    {
        _text.Append("{\"level\":\"").Append(diagnostic.IsError ? "error" : "warning").Append("\",");
        WriteSpan(diagnostic.Span);
        WritePosition(diagnostic.Span.Start);
        WriteText(",\"message\":", diagnostic.Message);
        _text.Append(",\"related\":");
        if (diagnostic.Note is { } note)
        {
            _text.Append('{');
            WriteSpan(note.Span);
            WritePosition(note.Span.Start);
            WriteText(",\"message\":", note.Message);
            _text.Append('}');
        }
        else
        {
            _text.Append("null");
        }

        _text.Append('}');
    }

    private void WriteNodes()
    {
        var open = new Stack<Level>();
        OpenNode(_tree.Root);
        open.Push(new Level(_tree.Root, 0, _tree.Root.FirstTokenIndex));
        while (open.TryPop(out var level))
        {
            var (node, child, token) = level;
            var next = child < node.ChildCount ? node.GetChild(child) : null;
            if (next is not null && token >= next.FirstTokenIndex)
            {
                Separate(child > 0 || token > node.FirstTokenIndex);
                open.Push(new Level(node, child + 1, next.LastTokenIndex + 1));
                OpenNode(next);
                open.Push(new Level(next, 0, next.FirstTokenIndex));
            }
            else if (token <= node.LastTokenIndex)
            {
                Separate(child > 0 || token > node.FirstTokenIndex);
                WriteToken(_tree.GetToken(token));
                open.Push(new Level(node, child, token + 1));
            }
            else
            {
                _text.Append("]}");
            }

            Flush(BufferedCharacters);
        }
    }

    private void OpenNode(SyntaxNode node)
    {
        _text.Append("{\"kind\":\"").Append(NodeKinds.Of(node)).Append("\",");
        WriteSpan(node.Span);
        _text.Append(",\"children\":[");
    }

    private void WriteToken(SyntaxToken token)
    {
        _text.Append("{\"token\":\"").Append(NodeKinds.Of(token)).Append("\",");
        WriteSpan(token.Span);
        WritePosition(token.Span.Start);
        WriteText(",\"text\":", token.TextSpanOf);
        _text.Append(",\"leading\":[");
        if (token.FullSpan.Start < token.Span.Start)
        {
            var isFirst = true;
            foreach (var trivia in token.LeadingTrivia)
            {
                Separate(!isFirst);
                isFirst = false;
                _text.Append("{\"kind\":\"").Append(NodeKinds.Of(trivia.Kind)).Append('"');
                WriteText(",\"text\":", _tree.File.Content.AsSpan(trivia.Span.Start, trivia.Span.Length));
                _text.Append('}');
            }
        }

        _text.Append("]}");
    }

    private void WriteSpan(TextSpan span) =>
        _text.Append("\"offset\":").Append(span.Start).Append(",\"length\":").Append(span.Length);

    private void WritePosition(int offset)
    {
        var position = _tree.File.Lines.GetPosition(offset);
        _text.Append(",\"line\":").Append(position.Line + 1).Append(",\"column\":").Append(position.Character + 1);
    }

    private void WriteText(string name, ReadOnlySpan<char> text)
    {
        _text.Append(name);
        JsonText.AppendString(_text, text);
    }

    private void Separate(bool isNeeded)
    {
        if (isNeeded)
        {
            _text.Append(',');
        }
    }

    private void Flush(int limit)
    {
        if (_text.Length > limit)
        {
            _output.Write(_text);
            _text.Clear();
        }
    }

    /// <summary>
    /// A node that is being written: the next of its children, and the next token that no child before has covered.
    /// </summary>
    private readonly record struct Level(SyntaxNode Node, int Child, int Token);
}
